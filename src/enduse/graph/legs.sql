-- One leg for each counted shipment whose consignor and consignee are known.
-- Of a cell that names several companies ('A on behalf of B') the first is meant, unless other records print the cell's number beside
-- a later one, or the first is a forwarder by its name and a later one is none.
-- Reads: shipments, shipment_parties, entity_mentions, mentions, mention_identifiers, forwarders
-- Writes: legs
-- Grain: one counted shipment with a consignor and a consignee
-- Key: shipment_id
with parties as (
    select p.shipment_id, p.role, p.ordinal, p.mention_id, e.entity_id, m.tax_id
    from shipment_parties p
    join entity_mentions e on e.mention_id = p.mention_id
    join mentions m on m.mention_id = p.mention_id
    where p.role in ('consignor', 'consignee')
),
numbered as (
    select distinct e.entity_id, i.value
    from mention_identifiers i
    join entity_mentions e on e.mention_id = i.mention_id
    where length(i.value) >= 8 and i.scheme <> 'KPP'
),
by_number as (
    select later.shipment_id, later.role, min(later.ordinal) as ordinal
    from parties later
    join parties first_party on first_party.shipment_id = later.shipment_id and first_party.role = later.role and first_party.ordinal = 1
    join numbered n on n.entity_id = later.entity_id and first_party.tax_id like concat('%', n.value, '%')
    left join numbered own on own.entity_id = first_party.entity_id and own.value = n.value
    where later.ordinal > 1 and own.entity_id is null
    group by later.shipment_id, later.role
),
by_name as (
    select later.shipment_id, later.role, min(later.ordinal) as ordinal
    from parties later
    join parties first_party on first_party.shipment_id = later.shipment_id and first_party.role = later.role and first_party.ordinal = 1
    join forwarders f on f.mention_id = first_party.mention_id
    left join forwarders g on g.mention_id = later.mention_id
    where later.ordinal > 1 and g.mention_id is null
    group by later.shipment_id, later.role
),
chosen as (
    select p.shipment_id, p.role, p.entity_id
    from parties p
    left join by_number m on m.shipment_id = p.shipment_id and m.role = p.role
    left join by_name n on n.shipment_id = p.shipment_id and n.role = p.role
    where p.ordinal = coalesce(m.ordinal, n.ordinal, 1)
)
select
    s.shipment_id,
    sender.entity_id as consignor_id,
    receiver.entity_id as consignee_id,
    s.date_from,
    s.date_until,
    coalesce(s.hs_code, '') as hs_code,
    coalesce(s.net_mass_kg, s.gross_mass_kg) as kg,
    s.pieces,
    s.value_usd as usd,
    s.source_id
from shipments s
join chosen sender on sender.shipment_id = s.shipment_id and sender.role = 'consignor'
join chosen receiver on receiver.shipment_id = s.shipment_id and receiver.role = 'consignee'
where s.counted
