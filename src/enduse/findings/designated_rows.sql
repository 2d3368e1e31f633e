-- Reads: shipments, shipment_parties, entity_mentions, in_force
-- Writes: designated_rows
-- Grain: one counted shipment, one company on it as consignor or consignee, one designation that is or may be in force
-- Key: designation_id, entity_id, shipment_id
-- 'sure' is 1 when every day the shipment admits lies on or after every day the start admits, and before the end.
with trading as (
    select
        p.shipment_id,
        m.entity_id,
        max(case when p.role = 'consignor' then 1 else 0 end) as consignor,
        max(case when p.role = 'consignee' then 1 else 0 end) as consignee
    from shipment_parties p
    join entity_mentions m on m.mention_id = p.mention_id
    join (select distinct entity_id from in_force) f on f.entity_id = m.entity_id
    where p.role in ('consignor', 'consignee')
    group by p.shipment_id, m.entity_id
)
select
    f.designation_id,
    f.entity_id,
    t.shipment_id,
    t.consignor,
    t.consignee,
    s.declared_on,
    case when s.date_from >= f.start_until and (f.end_from is null or s.date_until < f.end_from) then 1 else 0 end as sure
from in_force f
join trading t on t.entity_id = f.entity_id
join shipments s on s.shipment_id = t.shipment_id
where s.counted
    and (s.date_until is null or s.date_until >= f.start_from)
    and (s.date_from is null or f.end_until is null or s.date_from < f.end_until)
