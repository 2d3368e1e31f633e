-- Reads: claim_rows
-- Writes: claim_days
-- Grain: one distinct pair of first and last day that a sure row admits
-- Key: date_from, date_until
select distinct date_from, date_until
from claim_rows
where sure = 1
