-- Reads: goods_items
-- Writes: printed_prefixes
-- Grain: one HS code as printed, where fewer than six digits are known
-- Key: printed
select distinct hs_as_published as printed from goods_items where hs_code is null and hs_as_published is not null
