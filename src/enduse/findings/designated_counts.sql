-- Reads: shipments, shipment_parties, entity_mentions, answering
-- Writes: designated_counts
-- Grain: one of the first :most counted shipments of one company that may answer to a list, with the number of all
-- Key: entity_id, place
with trading as (
    select distinct p.shipment_id, m.entity_id
    from shipment_parties p
    join entity_mentions m on m.mention_id = p.mention_id
    join answering a on a.entity_id = m.entity_id
    where p.role in ('consignor', 'consignee')
),
placed as (
    select
        t.entity_id,
        t.shipment_id,
        row_number() over (partition by t.entity_id order by coalesce(s.date_until, :last) desc, t.shipment_id) as place,
        count(*) over (partition by t.entity_id) as shipments,
        max(coalesce(s.date_until, :last)) over (partition by t.entity_id) as latest
    from trading t
    join shipments s on s.shipment_id = t.shipment_id
    where s.counted
)
select entity_id, place, shipment_id, shipments, latest
from placed
where place <= :most
