-- Reads: share_part, share_whole
-- Writes: share_totals
-- Grain: one line: what the rows of the whole hold, surely and possibly in the part, and surely and possibly outside it
-- Key: rows_whole
-- Amounts that are not stated are counted: they leave a sum open at the top, and none of them is taken as nothing.
with joined as (
    select
        w.amount,
        case when p.sure = 1 and w.sure = 1 then 1 else 0 end as part_sure,
        case when p.shipment_id is not null then 1 else 0 end as part_possible,
        case when p.shipment_id is null and w.sure = 1 then 1 else 0 end as rest_sure,
        case when p.sure = 1 then 0 else 1 end as rest_possible
    from share_whole w
    left join share_part p on p.shipment_id = w.shipment_id
)
select
    count(*) as rows_whole,
    coalesce(sum(part_sure), 0) as rows_part_sure,
    coalesce(sum(part_possible), 0) as rows_part_possible,
    count(case when part_possible = 1 and amount is null then 1 end) as part_unstated,
    count(case when rest_possible = 1 and amount is null then 1 end) as rest_unstated,
    cast(sum(case when part_sure = 1 then cast(amount as decimal(28, 6)) end) as double) as part_low,
    cast(sum(case when part_possible = 1 then cast(amount as decimal(28, 6)) end) as double) as part_high,
    cast(sum(case when rest_sure = 1 then cast(amount as decimal(28, 6)) end) as double) as rest_low,
    cast(sum(case when rest_possible = 1 then cast(amount as decimal(28, 6)) end) as double) as rest_high
from joined
