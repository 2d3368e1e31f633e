-- One row for each pair of companies that print one rare value (an address key, an identifier).
-- Reads: shared_values, shipment_parties
-- Writes: links
-- Grain: one pair of companies and the value they share
-- Key: left_id, right_id, shared_key
with holders as (
    select v.shared_key, v.entity_id, min(v.mention_id) as mention_id from shared_values v group by v.shared_key, v.entity_id
),
rare as (
    select shared_key from holders group by shared_key having count(*) between 2 and :tenants_max
),
pairs as (
    select l.shared_key, l.entity_id as left_id, r.entity_id as right_id, l.mention_id as left_mention
    from rare
    join holders l on l.shared_key = rare.shared_key
    join holders r on r.shared_key = rare.shared_key and l.entity_id < r.entity_id
),
cited as (
    select p.mention_id, min(p.shipment_id) as shipment_id
    from shipment_parties p join (select distinct left_mention from pairs) wanted on wanted.left_mention = p.mention_id
    group by p.mention_id
)
select pairs.left_id, pairs.right_id, pairs.shared_key, cited.shipment_id as cited
from pairs left join cited on cited.mention_id = pairs.left_mention
