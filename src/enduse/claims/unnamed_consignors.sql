-- Reads: claim_rows, shipment_parties
-- Writes: unnamed_consignors
-- Grain: one line: how many rows of the claim name no consignor
-- Key: unnamed
select count(*) as unnamed
from claim_rows r
left join (
    select distinct shipment_id
    from shipment_parties
    where role = 'consignor'
) n on n.shipment_id = r.shipment_id
where n.shipment_id is null
