-- Reads: list_rows, entities, calendars, calendar_streams, calendar_months
-- Writes: market
-- Grain: one calendar and one goods list
-- Key: calendar_id, list_id
-- Counts the imports of listed goods by every consignee of the calendar's country in its covered months.
select
    c.calendar_id,
    r.list_id,
    count(case when m.period = 'before' then 1 end) as before_rows,
    count(case when m.period = 'after' then 1 end) as after_rows
from calendars c
join entities e on e.country = c.country
join list_rows r on r.entity_id = e.entity_id
join calendar_streams s
    on s.calendar_id = c.calendar_id
    and s.source_id = r.source_id
    and s.reporter = r.reporter
    and s.direction = r.direction
join calendar_months m on m.calendar_id = c.calendar_id and m.month = r.month
group by c.calendar_id, r.list_id
