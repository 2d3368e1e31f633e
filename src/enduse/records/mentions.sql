-- Reads: goods_items, shipment_parties, party_names
-- Writes: mentions
-- Grain: one distinct (name, country, tax id, address, role), as printed
-- Key: mention_id
-- A country that only follows from the role and the tax id is kept when all rows of the mention agree on it.
with described as (
    select
        mention_id,
        min(name) as name,
        min(cell_name) as name_as_published,
        min(name_translated) as name_translated,
        min(country) as country,
        case when min(implied_country) = max(implied_country) then min(implied_country) end as implied_country,
        min(address) as address,
        min(tax_id) as tax_id,
        min(role) as role
    from party_names
    group by mention_id
),
seen as (
    select p.mention_id, min(g.date_from) as first_seen, max(g.date_until) as last_seen, count(*) as shipments
    from shipment_parties p
    join goods_items g on g.item_id = p.shipment_id
    group by p.mention_id
)
select
    d.mention_id,
    d.name,
    d.name_as_published,
    d.name_translated,
    coalesce(d.country, d.implied_country) as country,
    d.address,
    d.tax_id,
    d.role,
    s.first_seen,
    s.last_seen,
    s.shipments
from described d
join seen s on s.mention_id = d.mention_id
