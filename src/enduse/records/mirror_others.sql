-- Reads: shipment_parties, mirror_candidates
-- Writes: mirror_others
-- Grain: one pair of names on the side that is not equal, of two records that could be one shipment
-- Key: export_id, import_id, export_mention, import_mention
select c.export_id, c.import_id, e.mention_id as export_mention, i.mention_id as import_mention
from mirror_candidates c
join shipment_parties e on e.shipment_id = c.export_id and e.role in ('consignor', 'consignee') and e.role <> c.equal_role
join shipment_parties i on i.shipment_id = c.import_id and i.role = e.role
where c.equal_sides = 1
