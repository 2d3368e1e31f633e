-- Reads: goods_items
-- Writes: equal_rows
-- Grain: one further copy of a byte-equal row, in a layout that numbers its items or rows
-- Key: shipment_id
-- Without an item number or row id two equal lines may be two consignments: they stay counted. A copy that came with another
-- revision is left to the step revisions: a record that returns to what it once said is the latest, not the first.
with copies as (
    select
        item_id,
        copy_number,
        source_id,
        record_kind,
        direction,
        reporter,
        declaration_number,
        item_number,
        bill_number,
        record_id,
        revision,
        declared_on,
        consignor_name,
        consignee_name,
        hs_as_published,
        goods_description,
        net_mass_kg,
        quantity,
        invoice_value,
        first_value(item_id) over (
            partition by
                source_id, record_kind, direction, reporter, declaration_number, item_number, bill_number, record_id,
                revision, declared_on, consignor_name, consignee_name, hs_as_published, goods_description, net_mass_kg,
                quantity, invoice_value
            order by copy_number, item_id
        ) as first_copy
    from goods_items
    where copy_number > 1 and (item_number is not null or record_id is not null)
),
firsts as (
    select c.item_id, min(b.item_id) as first_row
    from copies c
    join goods_items b
        on b.source_id = c.source_id
        and b.record_kind is not distinct from c.record_kind
        and b.direction is not distinct from c.direction
        and b.reporter is not distinct from c.reporter
        and b.declaration_number is not distinct from c.declaration_number
        and b.item_number is not distinct from c.item_number
        and b.bill_number is not distinct from c.bill_number
        and b.record_id is not distinct from c.record_id
        and b.revision is not distinct from c.revision
        and b.declared_on is not distinct from c.declared_on
        and b.consignor_name is not distinct from c.consignor_name
        and b.consignee_name is not distinct from c.consignee_name
        and b.hs_as_published is not distinct from c.hs_as_published
        and b.goods_description is not distinct from c.goods_description
        and b.net_mass_kg is not distinct from c.net_mass_kg
        and b.quantity is not distinct from c.quantity
        and b.invoice_value is not distinct from c.invoice_value
    where b.copy_number = 1
    group by c.item_id
)
select c.item_id as shipment_id, coalesce(f.first_row, c.first_copy) as kept_shipment_id, c.copy_number
from copies c
left join firsts f on f.item_id = c.item_id
where c.item_id <> coalesce(f.first_row, c.first_copy)
