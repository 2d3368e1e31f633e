-- Reads: list_rows
-- Writes: list_history
-- Grain: one consignee and one goods list of which it imported, or may have imported, something
-- Key: entity_id, list_id
-- 'lower' counts rows that surely stand on that side of :start and on the list, 'upper' those that may.
select
    entity_id,
    list_id,
    count(case when sure = 1 and date_until < :start then 1 end) as before_lower,
    count(case when date_from is null or date_from < :start then 1 end) as before_upper,
    count(case when sure = 1 and date_from >= :start then 1 end) as after_lower,
    count(case when date_until is null or date_until >= :start then 1 end) as after_upper,
    count(case when month is null then 1 end) as without_month,
    min(case when date_from >= :start then date_from end) as first_after,
    min(case when date_until is null or date_until >= :start then tier end) as tier_after,
    min(case when date_until is null or date_until >= :start then goods_code_id end) as goods_code_id
from list_rows
group by entity_id, list_id
