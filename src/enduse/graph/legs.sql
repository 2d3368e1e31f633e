-- One leg for each counted shipment whose first consignor and first consignee are known.
-- Reads: shipments, shipment_parties, entity_mentions
-- Writes: legs
-- Grain: one counted shipment with a consignor and a consignee
-- Key: shipment_id
select
    s.shipment_id,
    sender.entity_id as consignor_id,
    receiver.entity_id as consignee_id,
    s.date_from,
    s.date_until,
    coalesce(s.hs_code, '') as hs_code,
    coalesce(s.net_mass_kg, s.gross_mass_kg) as kg,
    s.pieces,
    s.value_usd as usd,
    s.source_id
from shipments s
join shipment_parties consignor on consignor.shipment_id = s.shipment_id and consignor.role = 'consignor' and consignor.ordinal = 1
join entity_mentions sender on sender.mention_id = consignor.mention_id
join shipment_parties consignee on consignee.shipment_id = s.shipment_id and consignee.role = 'consignee' and consignee.ordinal = 1
join entity_mentions receiver on receiver.mention_id = consignee.mention_id
where s.counted
