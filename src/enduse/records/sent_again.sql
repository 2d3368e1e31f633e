-- Reads: goods_items, not_counted
-- Writes: sent_again
-- Grain: one byte-equal row beyond those that any single file holds, in a layout without item numbers or row ids
-- Key: shipment_id
-- Two equal lines of one file may be two consignments and stay counted; the same line in two files is one line in two extracts
-- that overlap. So each is counted as often as in the file that holds it most often: the least that the files together say.
with bases as (
    select distinct copy_of as base
    from goods_items
    where copy_of is not null and item_number is null and record_id is null and revision is null
),
copies as (
    select
        g.item_id,
        g.copy_number,
        row_number() over (
            partition by b.base, g.source_id, g.record_kind, g.direction, g.reporter order by g.copy_number
        ) as place,
        max(g.copy_in_file) over (partition by b.base, g.source_id, g.record_kind, g.direction, g.reporter) as most,
        first_value(g.item_id) over (
            partition by b.base, g.source_id, g.record_kind, g.direction, g.reporter order by g.copy_number
        ) as first_row
    from goods_items g
    join bases b on b.base = coalesce(g.copy_of, g.item_id)
)
select c.item_id as shipment_id, c.first_row as kept_shipment_id, c.copy_number, c.most
from copies c
left join not_counted n on n.shipment_id = c.item_id
where c.place > c.most and n.shipment_id is null
