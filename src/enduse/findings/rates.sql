-- Reads: list_rows, members, calendar_streams, calendar_months
-- Writes: rates
-- Grain: one company under one calendar, and one goods list
-- Key: calendar_id, entity_id, list_id
-- Counts imports of listed goods in the covered months before and after T0: 'lower' surely on the list, 'upper' possibly.
select
    c.calendar_id,
    r.entity_id,
    r.list_id,
    count(case when m.period = 'before' and r.sure = 1 then 1 end) as before_lower,
    count(case when m.period = 'before' then 1 end) as before_upper,
    count(case when m.period = 'after' and r.sure = 1 then 1 end) as after_lower,
    count(case when m.period = 'after' then 1 end) as after_upper
from members c
join list_rows r on r.entity_id = c.entity_id
join calendar_streams s
    on s.calendar_id = c.calendar_id
    and s.source_id = r.source_id
    and s.reporter = r.reporter
    and s.direction = r.direction
join calendar_months m on m.calendar_id = c.calendar_id and m.month = r.month
group by c.calendar_id, r.entity_id, r.list_id
