-- What each direct supplier sold to the end users in each month.
-- Reads: legs
-- Writes: month_rows
-- Grain: one month of one consignor of legs to the end users
-- Key: month, supplier
select
    case when substr(cast(l.date_from as string), 1, 7) = substr(cast(l.date_until as string), 1, 7)
        then substr(cast(l.date_from as string), 1, 7) end as month,
    l.consignor_id as supplier,
    cast(sum(cast(l.kg as decimal(28, 6))) as double) as kg,
    cast(sum(cast(l.usd as decimal(28, 6))) as double) as usd,
    count(*) as shipments
from legs l
where l.consignee_id in :end_users and l.consignor_id not in :end_users and l.hs_code in :codes
    and coalesce(l.date_until >= :since, true) and coalesce(l.date_from <= :until, true)
group by
    case when substr(cast(l.date_from as string), 1, 7) = substr(cast(l.date_until as string), 1, 7)
        then substr(cast(l.date_from as string), 1, 7) end,
    l.consignor_id
