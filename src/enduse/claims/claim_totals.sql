-- Reads: claim_rows
-- Writes: claim_totals
-- Grain: one line: how many rows, how many of them surely, and what they hold
-- Key: rows_possible
select
    count(case when sure = 1 then 1 end) as rows_sure,
    count(*) as rows_possible,
    count(case when sure = 1 and amount is not null then 1 end) as stated_sure,
    count(amount) as stated_possible,
    cast(sum(case when sure = 1 then cast(amount as decimal(28, 6)) end) as double) as amount_sure,
    cast(sum(cast(amount as decimal(28, 6))) as double) as amount_possible,
    min(case when sure = 1 then date_from end) as first_day,
    max(case when sure = 1 then date_until end) as last_day
from claim_rows
