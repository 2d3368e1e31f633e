-- Reads: goods_items
-- Writes: opposite_records
-- Grain: one reporter and direction that has rows
-- Key: reporter, direction
select distinct reporter, direction from goods_items where reporter is not null and direction in ('import', 'export')
