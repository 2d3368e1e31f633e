-- Reads: goods_items, not_counted
-- Writes: masters
-- Grain: one master bill of which at least one house bill is present
-- Key: shipment_id
select m.item_id as shipment_id, min(h.item_id) as kept_shipment_id, min(m.bill_number) as bill_number, count(*) as houses
from goods_items m
join goods_items h on h.source_id = m.source_id and h.master_bill_number = m.bill_number
left join not_counted n on n.shipment_id = m.item_id
left join not_counted x on x.shipment_id = h.item_id
where m.record_kind = 'master_bill' and h.record_kind = 'house_bill' and n.shipment_id is null and x.shipment_id is null
group by m.item_id
