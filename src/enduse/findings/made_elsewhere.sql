-- Reads: shipments, legs, in_scope
-- Writes: made_elsewhere
-- Grain: one counted shipment to a company in scope, with the countries it states
-- Key: consignee_id, shipment_id
select
    l.consignee_id,
    s.shipment_id,
    s.source_id,
    s.country_of_origin,
    s.country_of_dispatch
from legs l
join in_scope c on c.entity_id = l.consignee_id
join shipments s on s.shipment_id = l.shipment_id
