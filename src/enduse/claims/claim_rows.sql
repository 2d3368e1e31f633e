-- Reads: shipments, shipment_parties, entity_mentions, claim_companies, claim_goods
-- Writes: claim_rows
-- Grain: one counted shipment that is, or may be, one the claim speaks of
-- Key: shipment_id
-- 'sure' is 1 when company, goods, countries and date fit under every admissible reading. A row that names one of the two
-- companies asked about and states no other is possible. Countries: dispatch and origin are both readings of 'from',
-- destination and the importing reporter of 'to'.
with sides as (
    select
        p.shipment_id,
        max(case when p.role = 'consignor' and c.side = 'supplier' then c.sure end) as supplier,
        max(case when p.role = 'consignee' and c.side = 'consignee' then c.sure end) as consignee
    from shipment_parties p
    join entity_mentions m on m.mention_id = p.mention_id
    join claim_companies c on c.entity_id = m.entity_id
    where p.role in ('consignor', 'consignee')
    group by p.shipment_id
),
named as (
    select
        p.shipment_id,
        max(case when p.role = 'consignor' then 1 else 0 end) as consignor,
        max(case when p.role = 'consignee' then 1 else 0 end) as consignee
    from shipment_parties p
    join sides d on d.shipment_id = p.shipment_id
    group by p.shipment_id
),
placed as (
    select
        s.shipment_id,
        s.date_from,
        s.date_until,
        case
            when :measure = 'USD' then s.value_usd
            when :measure = 'kg' then coalesce(s.net_mass_kg, s.gross_mass_kg)
            when :measure = 'pieces' then s.pieces
            when :measure = 'shipments' then cast(1 as double)
            when s.quantity_unit = :measure then s.quantity
        end as amount,
        case
            when :asks_supplier = false then 1
            when d.supplier is not null then d.supplier
            when n.consignor = 0 then 0
            else -1
        end as supplier,
        case
            when :asks_consignee = false then 1
            when d.consignee is not null then d.consignee
            when n.consignee = 0 then 0
            else -1
        end as consignee,
        case
            when :asks_goods = false then 1
            when s.hs_code is null then 0
            when g.sure is null then -1
            when coalesce(s.hs_basis, '') = 'guessed' then 0
            else g.sure
        end as goods,
        case
            when :from_country = '' then 1
            when s.country_of_dispatch = :from_country and coalesce(s.country_of_origin, :from_country) = :from_country then 1
            when s.country_of_origin = :from_country and s.country_of_dispatch is null then 1
            when s.country_of_dispatch = :from_country or s.country_of_origin = :from_country then 0
            when s.country_of_dispatch is null and s.country_of_origin is null then 0
            else -1
        end as sender,
        case
            when :to_country = '' then 1
            when s.country_of_destination = :to_country then 1
            when s.country_of_destination is null and s.direction = 'import' and s.reporter = :to_country then 1
            when s.country_of_destination is null and s.direction is null then 0
            when s.direction = 'import' and s.reporter = :to_country then 0
            else -1
        end as receiver,
        case
            when coalesce(s.date_from, :first) >= :since and coalesce(s.date_until, :last) <= :until then 1
            when coalesce(s.date_from, :first) <= :until and coalesce(s.date_until, :last) >= :since then 0
            else -1
        end as period
    from shipments s
    left join sides d on d.shipment_id = s.shipment_id
    left join named n on n.shipment_id = s.shipment_id
    left join claim_goods g on g.hs_code = s.hs_code
    where s.counted and (:asks_company = false or d.shipment_id is not null)
)
select
    shipment_id,
    date_from,
    date_until,
    amount,
    least(supplier, consignee, goods, sender, receiver, period) as sure
from placed
where least(supplier, consignee, goods, sender, receiver, period) >= 0
