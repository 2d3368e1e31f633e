-- Reads: goods_items, not_counted
-- Writes: printed_again
-- Grain: one row beyond those that any single file holds, whose values stand in another file printed another way
-- Key: shipment_id
-- One extract saved as CSV and as a workbook prints 7.50 and 7.5, or a day in two forms: other cells, so other ids, yet every value
-- read is equal. Such rows are counted as often as in the file that holds them most often (see sent_again). Equal copies within one
-- file are one where rows or items are numbered. A row without a day is left alone.
with told as (
    select
        g.item_id,
        g.snapshot_id,
        coalesce(g.copy_of, g.item_id) as base,
        g.item_number is not null or g.record_id is not null as numbered,
        g.source_id,
        g.date_from,
        coalesce(g.consignee_name, '') as consignee,
        coalesce(round(g.net_mass_kg, 6), -1) as net_kg
    from goods_items g
    where g.date_from is not null
),
near as (
    select source_id, date_from, consignee, net_kg
    from told
    group by source_id, date_from, consignee, net_kg
    having min(snapshot_id) <> max(snapshot_id) and min(base) <> max(base)
),
valued as (
    select
        t.item_id,
        t.snapshot_id,
        t.base,
        t.numbered,
        min(t.item_id) over (
            partition by
                g.source_id, g.record_kind, g.direction, g.reporter, g.declaration_number, g.item_number, g.bill_number,
                g.master_bill_number, g.record_id, g.revision, g.date_from, g.date_until, g.consignor_name, g.consignor_tax_id,
                g.consignee_name, g.consignee_tax_id, g.manufacturer_name,
                replace(replace(g.hs_as_published, '.', ''), ' ', ''), g.goods_description, g.country_of_origin,
                round(g.net_mass_kg, 6), round(g.gross_mass_kg, 6), round(g.quantity, 6), g.quantity_unit,
                round(g.invoice_value, 6), g.invoice_currency, round(g.customs_value, 6), round(g.declared_value_usd, 6)
        ) as alike
    from told t
    join near n
        on n.source_id = t.source_id and n.date_from = t.date_from and n.consignee = t.consignee and n.net_kg = t.net_kg
    join goods_items g on g.item_id = t.item_id
),
in_files as (
    select alike, snapshot_id, sum(case when numbered then 1 else copies end) as copies
    from (
        select alike, snapshot_id, base, numbered, count(*) as copies
        from valued
        group by alike, snapshot_id, base, numbered
    ) by_row
    group by alike, snapshot_id
),
fullest as (
    select alike, max(copies) as most
    from in_files
    group by alike
),
left_over as (
    select
        v.item_id,
        v.alike,
        row_number() over (partition by v.alike order by v.item_id) as place,
        first_value(v.item_id) over (partition by v.alike order by v.item_id) as first_row
    from valued v
    left join not_counted n on n.shipment_id = v.item_id
    where n.shipment_id is null
)
select l.item_id as shipment_id, l.first_row as kept_shipment_id, f.most
from left_over l
join fullest f on f.alike = l.alike
where l.place > f.most
