-- Reads: goods_items, not_counted
-- Writes: revisions
-- Grain: one row superseded by a later version of the same declaration item or bill
-- Key: shipment_id
-- Declarations: same source, reporter, direction, number and item, with differing stated revisions.
-- Bills: same source, kind and number (readers put the voyage into it), with differing revisions or dates.
-- The highest revision counts, then the latest date, then (declarations only) the first id: rows of a bill that agree in revision and
-- date may be its lines. Rows without a stated revision come before revision 0.
with keyed as (
    select
        g.item_id,
        g.source_id,
        coalesce(g.reporter, '') as reporter,
        coalesce(g.direction, '') as direction,
        g.record_kind,
        case when g.record_kind = 'declaration' then g.declaration_number else g.bill_number end as number,
        coalesce(g.item_number, '') as item_number,
        coalesce(g.revision, -1) as version,
        g.date_until
    from goods_items g
    left join not_counted n on n.shipment_id = g.item_id
    where n.shipment_id is null
        and (
            (g.record_kind = 'declaration' and g.declaration_number is not null and g.item_number is not null)
            or (g.record_kind <> 'declaration' and g.bill_number is not null)
        )
),
several as (
    select source_id, reporter, direction, record_kind, number, item_number, max(version) as newest
    from keyed
    group by source_id, reporter, direction, record_kind, number, item_number
    having min(version) <> max(version)
        or (record_kind <> 'declaration' and min(date_until) <> max(date_until))
),
placed as (
    select
        k.item_id,
        k.number,
        k.item_number,
        k.record_kind,
        k.version,
        k.date_until,
        s.newest,
        first_value(k.date_until) over (
            partition by k.source_id, k.reporter, k.direction, k.record_kind, k.number, k.item_number
            order by k.version desc, k.date_until desc nulls last, k.item_id
        ) as kept_until,
        first_value(k.item_id) over (
            partition by k.source_id, k.reporter, k.direction, k.record_kind, k.number, k.item_number
            order by k.version desc, k.date_until desc nulls last, k.item_id
        ) as kept
    from keyed k
    join several s
        on s.source_id = k.source_id and s.reporter = k.reporter and s.direction = k.direction
        and s.record_kind = k.record_kind and s.number = k.number and s.item_number = k.item_number
)
select
    item_id as shipment_id,
    kept as kept_shipment_id,
    record_kind,
    number,
    case when item_number <> '' then item_number end as item_number,
    case when version >= 0 then version end as version,
    case when newest >= 0 then newest end as newest
from placed
where item_id <> kept
    and (record_kind = 'declaration' or version <> newest or date_until is null or date_until <> kept_until)
