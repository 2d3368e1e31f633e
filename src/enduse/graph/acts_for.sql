-- One row for each distinct tie printed in one cell: 'A on behalf of B', 'A through B'.
-- Reads: shipment_parties, entity_mentions
-- Writes: links
-- Grain: one pair of companies and the words between them
-- Key: first_id, second_id, phrase
select
    first_entity.entity_id as first_id,
    second_entity.entity_id as second_id,
    coalesce(later.phrase, '') as phrase,
    min(later.shipment_id) as cited
from shipment_parties later
join shipment_parties earlier
    on earlier.shipment_id = later.shipment_id and earlier.role = later.role and earlier.ordinal = later.ordinal - 1
join entity_mentions first_entity on first_entity.mention_id = earlier.mention_id
join entity_mentions second_entity on second_entity.mention_id = later.mention_id
where later.ordinal > 1 and first_entity.entity_id <> second_entity.entity_id
group by first_entity.entity_id, second_entity.entity_id, coalesce(later.phrase, '')
