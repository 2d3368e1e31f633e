-- Edges of the flow diagram: sales into the end users, and earlier sales of the same goods into those who sold to them.
-- Reads: legs, graph_classes
-- Writes: edge_rows
-- Grain: one pair of companies and the part of the diagram they stand in
-- Key: left_id, right_id, kind
with classed as (
    select l.consignor_id, l.consignee_id, c.class, l.date_from, l.date_until, l.kg, l.usd
    from legs l join graph_classes c on c.hs_code = l.hs_code
    where l.consignor_id <> l.consignee_id and l.consignor_id not in :end_users
),
arriving as (
    select * from classed
    where consignee_id in :end_users and coalesce(date_until >= :since, true) and coalesce(date_from <= :until, true)
),
last_sale as (
    select consignor_id, class, max(coalesce(date_until, date '9999-12-31')) as day from arriving group by consignor_id, class
),
bought as (
    select b.consignor_id, b.consignee_id, b.kg, b.usd
    from classed b join last_sale s on s.consignor_id = b.consignee_id and s.class = b.class
    where coalesce(b.date_from <= s.day, true)
),
resellers as (select distinct consignee_id as entity from bought),
edges as (
    select a.consignor_id, a.consignee_id, a.kg, a.usd,
        case when r.entity is null then 'direct' else 'to_end_user' end as kind
    from arriving a left join resellers r on r.entity = a.consignor_id
    union all
    select consignor_id, consignee_id, kg, usd, 'to_intermediary' as kind from bought
)
select
    consignor_id as left_id, consignee_id as right_id, kind,
    cast(sum(cast(usd as decimal(28, 6))) as double) as usd,
    cast(sum(cast(kg as decimal(28, 6))) as double) as kg,
    count(*) as shipments
from edges
group by consignor_id, consignee_id, kind
