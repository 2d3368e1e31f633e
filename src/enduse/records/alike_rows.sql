-- Reads: goods_items, stood_for
-- Writes: alike_rows
-- Grain: two files that hold at least one row alike
-- Key: one, other
with held as (
    select distinct coalesce(s.kept_shipment_id, g.item_id) as item_id, g.snapshot_id
    from goods_items g
    left join stood_for s on s.shipment_id = g.item_id
),
several as (
    select item_id
    from held
    group by item_id
    having min(snapshot_id) <> max(snapshot_id)
)
select a.snapshot_id as one, b.snapshot_id as other, count(*) as rows_alike
from several s
join held a on a.item_id = s.item_id
join held b on b.item_id = s.item_id
where a.snapshot_id < b.snapshot_id
group by a.snapshot_id, b.snapshot_id
