-- Reads: shipment_parties, shipments, listed_matches
-- Writes: possible_matches
-- Grain: one pair of entities that may be one: a question, never a merge
-- Key: left_entity_id, right_entity_id
-- possible_pairs and resolved_mentions are working rows of the stage: one row per pair, and per mention.
-- What moves are the rows of the side that answers to no list where the other does, else of the side with fewer.
with asked as (
    select left_entity_id as entity_id from possible_pairs
    union
    select right_entity_id from possible_pairs
), stood as (
    select distinct m.entity_id, p.shipment_id
    from shipment_parties p
    join resolved_mentions m on m.mention_id = p.mention_id
    join asked a on a.entity_id = m.entity_id
), worth as (
    select s.entity_id, count(*) as shipments, cast(sum(cast(v.value_usd as decimal(28, 6))) as double) as value_usd
    from stood s
    join shipments v on v.shipment_id = s.shipment_id
    where coalesce(v.counted, true)
    group by s.entity_id
), listed as (
    select distinct entity_id from listed_matches where grade <> 'possible'
), sides as (
    select
        q.left_entity_id, q.right_entity_id, q.score, q.evidence, q.judgement,
        coalesce(l.shipments, 0) as left_shipments, coalesce(r.shipments, 0) as right_shipments,
        l.value_usd as left_usd, r.value_usd as right_usd,
        ll.entity_id is not null as left_listed, rl.entity_id is not null as right_listed
    from possible_pairs q
    left join worth l on l.entity_id = q.left_entity_id
    left join worth r on r.entity_id = q.right_entity_id
    left join listed ll on ll.entity_id = q.left_entity_id
    left join listed rl on rl.entity_id = q.right_entity_id
), moved as (
    select
        left_entity_id, right_entity_id, score, evidence, judgement,
        case when left_listed and not right_listed then 'right' when right_listed and not left_listed then 'left'
             when left_shipments < right_shipments then 'left' when left_shipments > right_shipments then 'right'
             when coalesce(left_usd, 0e0) <= coalesce(right_usd, 0e0) then 'left' else 'right' end as side,
        left_listed <> right_listed as becomes_listed, left_shipments, right_shipments, left_usd, right_usd
    from sides
), legs as (
    select distinct c.entity_id as consignor_id, e.entity_id as consignee_id
    from shipment_parties p
    join resolved_mentions c on c.mention_id = p.mention_id
    join shipment_parties o on o.shipment_id = p.shipment_id and o.role = 'consignee'
    join resolved_mentions e on e.mention_id = o.mention_id
    left join asked ca on ca.entity_id = c.entity_id
    left join asked ea on ea.entity_id = e.entity_id
    where p.role = 'consignor' and c.entity_id <> e.entity_id and (ca.entity_id is not null or ea.entity_id is not null)
), fewer as (
    select m.left_entity_id, m.right_entity_id, count(*) as suppliers
    from moved m
    join legs a on a.consignor_id = m.left_entity_id
    join legs b on b.consignor_id = m.right_entity_id and b.consignee_id = a.consignee_id
    join listed d on d.entity_id = a.consignee_id
    group by m.left_entity_id, m.right_entity_id
), newly as (
    select
        left_entity_id, right_entity_id,
        case when side = 'left' then left_entity_id else right_entity_id end as plain_id,
        case when side = 'left' then right_entity_id else left_entity_id end as listed_id
    from moved
    where becomes_listed
), more as (
    select n.left_entity_id, n.right_entity_id, count(*) as suppliers
    from newly n
    join legs a on a.consignee_id = n.plain_id and a.consignor_id <> n.listed_id
    left join legs b on b.consignee_id = n.listed_id and b.consignor_id = a.consignor_id
    where b.consignor_id is null
    group by n.left_entity_id, n.right_entity_id
), told as (
    select
        m.left_entity_id, m.right_entity_id, m.score, m.evidence, m.judgement, m.becomes_listed,
        case when m.side = 'left' then m.left_shipments else m.right_shipments end as moves_shipments,
        case when m.side = 'left' then m.left_usd else m.right_usd end as moves_value_usd,
        coalesce(f.suppliers, 0) + coalesce(n.suppliers, 0) as moves_suppliers
    from moved m
    left join fewer f on f.left_entity_id = m.left_entity_id and f.right_entity_id = m.right_entity_id
    left join more n on n.left_entity_id = m.left_entity_id and n.right_entity_id = m.right_entity_id
)
select
    left_entity_id, right_entity_id, score, evidence, judgement, becomes_listed as moves_listed, moves_suppliers, moves_shipments,
    moves_value_usd,
    row_number() over (
        order by becomes_listed desc, moves_suppliers desc, moves_shipments desc, coalesce(moves_value_usd, 0e0) desc, score desc,
                 left_entity_id, right_entity_id
    ) as place
from told
