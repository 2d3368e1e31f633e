-- Reads: goods_items
-- Writes: printed_units
-- Grain: one unit as printed
-- Key: printed
select distinct quantity_unit as printed from goods_items where quantity_unit is not null
