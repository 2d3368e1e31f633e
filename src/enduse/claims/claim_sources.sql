-- Reads: shipments, shipment_parties, entity_mentions, claim_companies
-- Writes: claim_sources
-- Grain: one side of the claim and one source that names a company of it and does not say which country reports
-- Key: side, source_id
select distinct c.side, s.source_id
from shipment_parties p
join entity_mentions m on m.mention_id = p.mention_id
join claim_companies c on c.entity_id = m.entity_id
join shipments s on s.shipment_id = p.shipment_id
where s.reporter is null
    and ((p.role = 'consignor' and c.side = 'supplier') or (p.role = 'consignee' and c.side = 'consignee'))
