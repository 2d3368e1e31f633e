-- Reads: list_rows
-- Writes: list_cited
-- Grain: one of the first :most shipments of one consignee, goods list and side of :start
-- Key: entity_id, list_id, side, place
with sided as (
    select
        entity_id,
        list_id,
        shipment_id,
        sure,
        coalesce(date_from, :first) as day,
        case when date_until is null or date_until >= :start then 'after' else 'before' end as side
    from list_rows
),
placed as (
    select
        entity_id,
        list_id,
        side,
        shipment_id,
        row_number() over (partition by entity_id, list_id, side order by sure desc, day, shipment_id) as place
    from sided
)
select entity_id, list_id, side, place, shipment_id
from placed
where place <= :most
