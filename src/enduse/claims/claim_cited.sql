-- Reads: claim_rows
-- Writes: claim_cited
-- Grain: one of the first :most rows of the claim, the sure ones first
-- Key: place
with placed as (
    select shipment_id, sure, row_number() over (order by sure desc, shipment_id) as place
    from claim_rows
)
select place, shipment_id, sure
from placed
where place <= :most
