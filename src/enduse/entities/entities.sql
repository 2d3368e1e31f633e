-- Reads: shipment_parties
-- Writes: entities
-- Grain: one company (or person) behind one or more mentions
-- Key: entity_id
-- resolved_names and resolved_mentions are working rows of the stage: one row per entity, one per mention. `company` numbers entities.
with stood as (
    select company, count(*) as shipments
    from (
        select distinct m.company, p.shipment_id
        from shipment_parties p
        join resolved_mentions m on m.mention_id = p.mention_id
    ) once
    group by company
), gathered as (
    select company, count(*) as mentions, min(first_seen) as first_seen, max(last_seen) as last_seen
    from resolved_mentions
    group by company
)
select
    n.entity_id,
    n.name,
    n.name_latin,
    n.country,
    g.mentions,
    coalesce(s.shipments, 0) as shipments,
    g.first_seen,
    g.last_seen
from resolved_names n
join gathered g on g.company = n.company
left join stood s on s.company = n.company
