-- Reads: goods_items
-- Writes: stated_dates
-- Grain: one stated date of one reporter
-- Key: reporter, date_from, date_until
select distinct reporter, date_from, date_until from goods_items where date_from is not null and date_until is not null
