-- Reads: goods_items
-- Writes: stated_amounts
-- Grain: one currency on one stated date (null when the row has no date)
-- Key: currency, date_from, date_until
select invoice_currency as currency, date_from, date_until
from goods_items
where invoice_value is not null and invoice_currency is not null
union
select customs_currency as currency, date_from, date_until
from goods_items
where customs_value is not null and customs_currency is not null
