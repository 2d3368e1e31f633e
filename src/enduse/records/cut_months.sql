-- Reads: goods_items, snapshots, days
-- Writes: cut_months
-- Grain: one last month of one direction of one reporter in a file that was probably cut
-- Key: source_id, reporter, direction, month
select distinct source_id, reporter, direction, month
from (
    select
        g.snapshot_id,
        g.source_id,
        coalesce(g.reporter, '') as reporter,
        coalesce(g.direction, '') as direction,
        max(d.month) as month
    from goods_items g
    join snapshots s on s.snapshot_id = g.snapshot_id
    join days d on d.date_from = g.date_from and d.date_until = g.date_until
    where d.month is not null and lower(s.note) like '%probably cut%'
    group by g.snapshot_id, g.source_id, coalesce(g.reporter, ''), coalesce(g.direction, '')
) as last_months
