-- Reads: shipments, shipment_parties, entity_mentions, asked
-- Writes: asked_rows
-- Grain: one of the first :most rows on which one company asked about stands as consignee, for each side of :start
-- Key: entity_id, side, place
with importing as (
    select distinct p.shipment_id, m.entity_id
    from shipment_parties p
    join entity_mentions m on m.mention_id = p.mention_id
    join asked a on a.entity_id = m.entity_id
    where p.role = 'consignee'
),
sided as (
    select
        i.entity_id,
        s.shipment_id,
        coalesce(s.date_from, :first) as day,
        case when s.date_until < :start then 'before' when s.date_from >= :start then 'after' else 'either' end as side
    from importing i
    join shipments s on s.shipment_id = i.shipment_id
),
placed as (
    select
        entity_id,
        side,
        shipment_id,
        row_number() over (partition by entity_id, side order by day, shipment_id) as place
    from sided
)
select entity_id, side, place, shipment_id
from placed
where place <= :most
