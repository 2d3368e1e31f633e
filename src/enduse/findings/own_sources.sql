-- Reads: shipments, shipment_parties, entity_mentions, asked
-- Writes: own_sources
-- Grain: one company asked about and one source whose rows do not say which country reports
-- Key: entity_id, source_id
select distinct a.entity_id, s.source_id
from shipment_parties p
join entity_mentions m on m.mention_id = p.mention_id
join asked a on a.entity_id = m.entity_id
join shipments s on s.shipment_id = p.shipment_id
where p.role = 'consignee' and s.reporter is null
