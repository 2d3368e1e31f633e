-- Reads: shipments, shipment_parties
-- Writes: coverage_rows
-- Grain: one month of one direction of one reporter in one source that has rows; shares of rows with the field filled
-- Key: source_id, reporter, direction, month
with parties as (
    select
        shipment_id,
        max(case when role = 'consignor' then 1 else 0 end) as consignor,
        max(case when role = 'consignee' then 1 else 0 end) as consignee
    from shipment_parties
    where role in ('consignor', 'consignee')
    group by shipment_id
)
select
    s.source_id,
    coalesce(s.reporter, '') as reporter,
    coalesce(s.direction, '') as direction,
    s.month,
    count(*) as rows_seen,
    cast(sum(coalesce(p.consignor, 0)) as double) / count(*) as consignor_share,
    cast(sum(coalesce(p.consignee, 0)) as double) / count(*) as consignee_share,
    cast(count(s.hs_code) as double) / count(*) as hs_share,
    cast(count(s.net_mass_kg) as double) / count(*) as net_mass_share,
    cast(count(s.value_usd) as double) / count(*) as value_share
from shipments s
left join parties p on p.shipment_id = s.shipment_id
where s.month is not null
group by s.source_id, coalesce(s.reporter, ''), coalesce(s.direction, ''), s.month
