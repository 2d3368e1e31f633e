-- Reads: goods_items, unit_codes, day_rates, days, editions, country_codes, not_counted
-- Writes: shipments
-- Grain: one row per goods item; counted is false where duplicates names another row in its place
-- Key: shipment_id
-- Written in slices of ids, :first (included) to :end (excluded; null: no end), so that sorting them needs little memory.
-- A printed mass of 0 is "not stated"; a quantity in a unit of mass stands in for a net mass that is not stated.
-- The dollar value: the invoice amount at a dated rate, else the dollars the file states, else the customs value at a dated rate.
with measured as (
    select
        g.*,
        u.unit,
        case when g.gross_mass_kg <> 0 then g.gross_mass_kg end as gross_kg,
        case
            when g.net_mass_kg <> 0 then g.net_mass_kg
            when u.unit = 'kg' and g.quantity <> 0 then g.quantity * u.factor
        end as net_kg,
        case
            when g.quantity = 0 and g.quantity_unit is null then null
            else g.quantity * coalesce(u.factor, 1e0)
        end as amount
    from goods_items g
    left join unit_codes u on u.printed = g.quantity_unit
    where g.item_id >= :first and (:end is null or g.item_id < :end)
),
valued as (
    select
        m.*,
        i.usd_per_unit as invoice_rate,
        i.rate_on as invoice_rate_on,
        i.rate_source as invoice_rate_source,
        c.usd_per_unit as customs_rate,
        c.rate_on as customs_rate_on,
        c.rate_source as customs_rate_source,
        case
            when m.invoice_value is not null and i.usd_per_unit is not null then 'invoice_value'
            when m.declared_value_usd is not null then 'declared_value_usd'
            when m.customs_value is not null and c.usd_per_unit is not null then 'customs_value'
        end as basis
    from measured m
    left join day_rates i
        on i.currency = m.invoice_currency
        and i.date_from is not distinct from m.date_from and i.date_until is not distinct from m.date_until
    left join day_rates c
        on c.currency = m.customs_currency
        and c.date_from is not distinct from m.date_from and c.date_until is not distinct from m.date_until
)
select
    v.item_id as shipment_id,
    v.source_id,
    v.record_kind,
    v.direction,
    v.reporter,
    v.declaration_number,
    v.item_number,
    v.bill_number,
    v.declared_on,
    v.date_from,
    v.date_until,
    d.month,
    v.hs_code,
    case when v.hs_code is not null then coalesce(v.hs_edition, e.hs_edition) end as hs_edition,
    case when v.hs_code is not null then v.hs_basis end as hs_basis,
    v.tnved_code,
    v.cn_code,
    v.hts_code,
    v.goods_description,
    v.brand,
    o.country as country_of_origin,
    p.country as country_of_dispatch,
    t.country as country_of_destination,
    v.gross_kg as gross_mass_kg,
    v.net_kg as net_mass_kg,
    v.amount as quantity,
    case when v.amount is not null then v.unit end as quantity_unit,
    case when v.unit = 'pieces' then v.amount end as pieces,
    v.invoice_value,
    v.invoice_currency,
    case v.basis
        when 'invoice_value' then v.invoice_value * v.invoice_rate
        when 'declared_value_usd' then v.declared_value_usd
        when 'customs_value' then v.customs_value * v.customs_rate
    end as value_usd,
    v.basis as value_usd_basis,
    case v.basis when 'invoice_value' then v.invoice_rate when 'customs_value' then v.customs_rate end as usd_per_unit,
    case v.basis when 'invoice_value' then v.invoice_rate_on when 'customs_value' then v.customs_rate_on end as rate_on,
    case v.basis when 'invoice_value' then v.invoice_rate_source when 'customs_value' then v.customs_rate_source end as rate_source,
    n.shipment_id is null as counted
from valued v
left join days d on d.date_from = v.date_from and d.date_until = v.date_until
left join editions e on e.reporter is not distinct from v.reporter and e.date_from = v.date_from and e.date_until = v.date_until
left join country_codes o on o.printed = v.country_of_origin
left join country_codes p on p.printed = v.country_of_dispatch
left join country_codes t on t.printed = v.country_of_destination
left join not_counted n on n.shipment_id = v.item_id
