-- One row per end user and direct supplier: what was sold, in counted shipments.
-- Reads: legs, shipments
-- Writes: supplier_rows
-- Grain: one consignee asked about, one consignor of legs to it, and whether its rows certainly fall within the days asked about
-- Key: end_user, entity, certain
select
    l.consignee_id as end_user,
    l.consignor_id as entity,
    case when coalesce(l.date_from, date '0001-01-01') >= :since and coalesce(l.date_until, date '9999-12-31') <= :until then 1 else 0 end as certain,
    count(*) as row_count,
    cast(sum(cast(l.usd as decimal(28, 6))) as double) as value_usd,
    cast(sum(cast(s.net_mass_kg as decimal(28, 6))) as double) as net_mass_kg,
    cast(sum(cast(l.kg as decimal(28, 6))) as double) as kg,
    cast(sum(case when l.usd is null then 1 else 0 end) as bigint) as without_value,
    cast(sum(case when s.net_mass_kg is null then 1 else 0 end) as bigint) as without_net_mass,
    min(l.date_from) as first_day,
    max(l.date_until) as last_day
from legs l
left join shipments s on s.shipment_id = l.shipment_id
where l.consignee_id in :end_users and l.consignor_id <> l.consignee_id and l.hs_code in :codes
    and coalesce(l.date_until >= :since, true) and coalesce(l.date_from <= :until, true)
group by l.consignee_id, l.consignor_id, case when coalesce(l.date_from, date '0001-01-01') >= :since and coalesce(l.date_until, date '9999-12-31') <= :until then 1 else 0 end
