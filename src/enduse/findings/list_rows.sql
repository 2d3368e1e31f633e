-- Reads: shipments, shipment_parties, entity_mentions, list_hits
-- Writes: list_rows
-- Grain: one counted shipment of one consignee whose goods stand, or may stand, on one goods list on its date
-- Key: entity_id, list_id, shipment_id
with importing as (
    select distinct p.shipment_id, m.entity_id
    from shipment_parties p
    join entity_mentions m on m.mention_id = p.mention_id
    where p.role = 'consignee'
),
hits as (
    select
        s.shipment_id,
        h.list_id,
        max(case when h.sure = 1 and s.date_from >= h.valid_from and s.date_until <= h.valid_until then 1 else 0 end) as sure,
        min(h.tier) as tier,
        min(h.goods_code_id) as goods_code_id
    from shipments s
    join list_hits h
        on h.hs_code = s.hs_code
        and h.hs_edition = coalesce(s.hs_edition, '')
        and h.hs_basis = coalesce(s.hs_basis, '')
    where s.counted
        and (s.date_from is null or s.date_from <= h.valid_until)
        and (s.date_until is null or s.date_until >= h.valid_from)
    group by s.shipment_id, h.list_id
)
select
    i.entity_id,
    h.list_id,
    s.shipment_id,
    s.source_id,
    coalesce(s.reporter, '') as reporter,
    coalesce(s.direction, '') as direction,
    s.month,
    s.date_from,
    s.date_until,
    h.sure,
    h.tier,
    h.goods_code_id
from hits h
join shipments s on s.shipment_id = h.shipment_id
join importing i on i.shipment_id = h.shipment_id
