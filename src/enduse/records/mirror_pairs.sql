-- Reads: goods_items, shipment_parties, side_keys, days, unit_codes, prefixes, country_codes, not_counted
-- Writes: mirror_pairs
-- Grain: one export record and one import record that could be one shipment, with the sides whose names are equal
-- Key: export_id, import_id
-- Same HS code (to the shorter of the two, at least four digits), dates within the limit, net mass within the tolerance (where
-- both state it, otherwise equal quantity in one unit), countries of dispatch and destination not saying otherwise.
-- Rows of one side that only their date tells apart are numbered (place), so that the first meets the first.
-- :days and :tolerance are parameters; day_bucket is as wide as :days and a month, so that neighbours suffice. :best is how many
-- partners are looked at for one record.
with sides as (
    select
        g.item_id,
        g.direction,
        g.reporter,
        coalesce(g.hs_code, p.digits) as hs,
        substring(coalesce(g.hs_code, p.digits), 1, 4) as heading,
        case
            when g.net_mass_kg <> 0 then g.net_mass_kg
            when u.unit = 'kg' and g.quantity <> 0 then g.quantity * u.factor
        end as net_kg,
        case when g.quantity <> 0 then g.quantity * u.factor end as amount,
        u.unit,
        d.first_day,
        d.last_day,
        d.bucket,
        f.country as dispatch,
        t.country as destination
    from goods_items g
    join days d on d.date_from = g.date_from and d.date_until = g.date_until
    left join not_counted n on n.shipment_id = g.item_id
    left join unit_codes u on u.printed = g.quantity_unit
    left join prefixes p on p.printed = g.hs_as_published and g.hs_code is null
    left join country_codes f on f.printed = g.country_of_dispatch
    left join country_codes t on t.printed = g.country_of_destination
    where n.shipment_id is null
        and g.reporter is not null
        and g.direction in ('import', 'export')
        and d.month is not null
        and coalesce(g.hs_code, p.digits) is not null
),
keyed as (
    select
        s.item_id,
        s.direction,
        s.reporter,
        s.heading,
        s.bucket,
        p.role,
        k.name_key,
        row_number() over (
            partition by s.direction, s.reporter, s.heading, p.role, k.name_key, s.net_kg, s.amount, s.unit
            order by s.first_day, s.item_id
        ) as place
    from sides s
    join shipment_parties p on p.shipment_id = s.item_id
    join side_keys k on k.mention_id = p.mention_id
    where p.role in ('consignor', 'consignee')
),
near as (
    select item_id, reporter, heading, bucket + shift as bucket, role, name_key, place
    from keyed
    cross join (select -1 as shift union all select 0 as shift union all select 1 as shift) as shifts
    where direction = 'import'
),
met as (
    select
        e.item_id as export_id,
        i.item_id as import_id,
        count(distinct e.role) as equal_sides,
        min(e.role) as equal_role,
        min(abs(e.place - i.place)) as place_gap
    from keyed e
    join near i
        on i.heading = e.heading and i.role = e.role and i.name_key = e.name_key and i.bucket = e.bucket and i.reporter <> e.reporter
    where e.direction = 'export'
    group by e.item_id, i.item_id
),
compared as (
    select
        m.export_id,
        m.import_id,
        m.equal_sides,
        m.equal_role,
        m.place_gap,
        e.reporter as exporter,
        i.reporter as importer,
        case when length(e.hs) < length(i.hs) then e.hs else i.hs end as hs,
        case
            when e.net_kg is not null and i.net_kg is not null then abs(e.net_kg - i.net_kg) / greatest(e.net_kg, i.net_kg)
        end as mass_gap,
        case
            when e.first_day > i.last_day then e.first_day - i.last_day
            when i.first_day > e.last_day then i.first_day - e.last_day
            else 0
        end as gap_days
    from met m
    join sides e on e.item_id = m.export_id
    join sides i on i.item_id = m.import_id
    where substring(e.hs, 1, length(i.hs)) = substring(i.hs, 1, length(e.hs))
        and (e.destination is null or e.destination = i.reporter)
        and (i.dispatch is null or i.dispatch = e.reporter)
        and (
            (e.net_kg is not null and i.net_kg is not null and abs(e.net_kg - i.net_kg) <= :tolerance * greatest(e.net_kg, i.net_kg))
            or ((e.net_kg is null or i.net_kg is null) and e.amount = i.amount and e.unit = i.unit)
        )
),
ranked as (
    select
        c.*,
        row_number() over (
            partition by export_id order by equal_sides desc, coalesce(mass_gap, 0e0), gap_days, place_gap, import_id
        ) as export_place,
        row_number() over (
            partition by import_id order by equal_sides desc, coalesce(mass_gap, 0e0), gap_days, place_gap, export_id
        ) as import_place
    from compared c
    where gap_days <= :days
)
select
    export_id,
    import_id,
    exporter,
    importer,
    hs,
    equal_sides,
    equal_role,
    mass_gap,
    coalesce(mass_gap, 0e0) as gap,
    gap_days,
    place_gap,
    export_place = :best or import_place = :best as crowded
from ranked
where export_place <= :best and import_place <= :best
