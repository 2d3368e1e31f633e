-- Reads: shipments, shipment_parties, entity_mentions
-- Writes: imports
-- Grain: one company that stands as consignee on some row, counted or not
-- Key: entity_id
-- A row that admits days on both sides of :start counts as possibly before, not as surely before.
with importing as (
    select distinct p.shipment_id, m.entity_id
    from shipment_parties p
    join entity_mentions m on m.mention_id = p.mention_id
    where p.role = 'consignee'
)
select
    i.entity_id,
    count(case when s.date_until < :start then 1 end) as before_sure,
    count(case when s.date_from is null or s.date_from < :start then 1 end) as before_possible,
    count(case when (s.date_from is null or s.date_from < :start) and s.hs_code is null then 1 end) as before_without_code
from importing i
join shipments s on s.shipment_id = i.shipment_id
group by i.entity_id
