-- Reads: claim_rows, shipments, claim_words
-- Writes: described_rows
-- Grain: one row of the claim; sure only when its description holds one of the claim's words
-- Key: shipment_id
select
    r.shipment_id,
    r.date_from,
    r.date_until,
    r.amount,
    case when r.sure = 1 and w.goods_description is not null then 1 else 0 end as sure
from claim_rows r
join shipments s on s.shipment_id = r.shipment_id
left join claim_words w on w.goods_description = s.goods_description
