-- Reads: claim_rows, shipments
-- Writes: described_goods
-- Grain: one distinct printed description of the claim's rows
-- Key: goods_description
select distinct s.goods_description
from claim_rows r
join shipments s on s.shipment_id = r.shipment_id
where s.goods_description is not null
