-- Reads: goods_items, not_counted, stood_for
-- Writes: item_versions
-- Grain: one row still counted in one file that holds it, where another file says something else under the same numbers
-- Key: first_version, snapshot_id, item_id
-- Two rows are under the same numbers when source, kind, day and revision are equal and so are the declaration and its item, or, where items
-- are not numbered, the provider's row id; where neither is, the declaration, goods and parties. `first_version` is the first row of such a group.
with keyed as (
    select
        item_id,
        snapshot_id,
        source_id,
        record_kind,
        coalesce(reporter, '') as reporter,
        coalesce(direction, '') as direction,
        coalesce(declaration_number, '') as declaration_number,
        coalesce(bill_number, '') as bill_number,
        coalesce(revision, -1) as revision,
        date_from,
        case
            when declaration_number is not null and item_number is not null then 'item'
            when record_id is not null then 'record'
            else 'goods'
        end as numbered_by,
        case
            when declaration_number is not null and item_number is not null then item_number
            when record_id is not null then record_id
            else replace(replace(hs_as_published, '.', ''), ' ', '') || '|' || goods_description
                || '|' || consignor_name || '|' || consignee_name
        end as mark
    from goods_items
    where date_from is not null and (declaration_number is not null or record_id is not null)
),
in_two_files as (
    select
        k.source_id, k.record_kind, k.reporter, k.direction, k.declaration_number, k.bill_number, k.revision, k.date_from,
        k.numbered_by, k.mark, min(k.item_id) as first_version
    from keyed k
    left join not_counted n on n.shipment_id = k.item_id
    where n.shipment_id is null and k.mark is not null
    group by
        k.source_id, k.record_kind, k.reporter, k.direction, k.declaration_number, k.bill_number, k.revision, k.date_from,
        k.numbered_by, k.mark
    having min(k.snapshot_id) <> max(k.snapshot_id)
),
held as (
    select distinct t.first_version, t.numbered_by, k.snapshot_id, coalesce(s.kept_shipment_id, k.item_id) as item_id
    from keyed k
    join in_two_files t
        on t.source_id = k.source_id and t.record_kind = k.record_kind and t.reporter = k.reporter and t.direction = k.direction
        and t.declaration_number = k.declaration_number and t.bill_number = k.bill_number and t.revision = k.revision
        and t.date_from = k.date_from and t.numbered_by = k.numbered_by and t.mark = k.mark
    left join stood_for s on s.shipment_id = k.item_id
)
select
    h.first_version,
    h.numbered_by,
    h.snapshot_id,
    h.item_id,
    g.declaration_number,
    g.item_number,
    g.record_id,
    g.consignor_name,
    g.consignee_name,
    g.consignor_tax_id,
    g.consignee_tax_id,
    substr(replace(replace(g.hs_as_published, '.', ''), ' ', ''), 1, 6) as goods_code,
    g.goods_description,
    g.net_mass_kg,
    g.declared_value_usd,
    g.customs_value,
    g.customs_currency,
    g.invoice_value,
    g.invoice_currency
from held h
join goods_items g on g.item_id = h.item_id
left join not_counted n on n.shipment_id = h.item_id
where n.shipment_id is null
