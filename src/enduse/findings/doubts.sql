-- Reads: possible_matches, asked
-- Writes: doubts
-- Grain: one company asked about and one other company that may be the same
-- Key: entity_id, other_id
select m.left_entity_id as entity_id, m.right_entity_id as other_id, m.left_entity_id as left_entity_id, m.right_entity_id as right_entity_id
from possible_matches m
join asked a on a.entity_id = m.left_entity_id
union all
select m.right_entity_id as entity_id, m.left_entity_id as other_id, m.left_entity_id as left_entity_id, m.right_entity_id as right_entity_id
from possible_matches m
join asked a on a.entity_id = m.right_entity_id
