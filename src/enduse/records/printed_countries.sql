-- Reads: goods_items
-- Writes: printed_countries
-- Grain: one country of goods as printed
-- Key: printed
select country_of_origin as printed from goods_items where country_of_origin is not null
union
select country_of_dispatch as printed from goods_items where country_of_dispatch is not null
union
select country_of_destination as printed from goods_items where country_of_destination is not null
