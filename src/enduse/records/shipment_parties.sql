-- Reads: goods_items, party_names
-- Writes: shipment_parties
-- Grain: one name in one role on one shipment
-- Key: shipment_id, role, ordinal
-- party_names holds the names of each distinct cell; a cell and a row agree when all their parts do, missing ones included.
select g.item_id as shipment_id, n.role, n.ordinal, n.phrase, n.mention_id
from goods_items g
join party_names n
    on n.cell_name is not distinct from g.consignor_name and n.cell_address is not distinct from g.consignor_address
    and n.cell_country is not distinct from g.consignor_country and n.cell_tax_id is not distinct from g.consignor_tax_id
    and n.domestic is not distinct from case when g.direction = 'export' then g.reporter end
where n.role = 'consignor' and (g.consignor_name is not null or g.consignor_tax_id is not null)
union all
select g.item_id as shipment_id, n.role, n.ordinal, n.phrase, n.mention_id
from goods_items g
join party_names n
    on n.cell_name is not distinct from g.consignee_name and n.cell_address is not distinct from g.consignee_address
    and n.cell_country is not distinct from g.consignee_country and n.cell_tax_id is not distinct from g.consignee_tax_id
    and n.domestic is not distinct from case when g.direction = 'import' then g.reporter end
where n.role = 'consignee' and (g.consignee_name is not null or g.consignee_tax_id is not null)
union all
select g.item_id as shipment_id, n.role, n.ordinal, n.phrase, n.mention_id
from goods_items g
join party_names n
    on n.cell_name is not distinct from g.declarant_name and n.cell_address is not distinct from g.declarant_address
    and n.cell_country is not distinct from g.declarant_country and n.cell_tax_id is not distinct from g.declarant_tax_id
    and n.domestic is not distinct from case when g.direction in ('import', 'export') then g.reporter end
where n.role = 'declarant' and (g.declarant_name is not null or g.declarant_tax_id is not null)
union all
select g.item_id as shipment_id, n.role, n.ordinal, n.phrase, n.mention_id
from goods_items g
join party_names n
    on n.cell_name is not distinct from g.carrier_name and n.cell_address is not distinct from g.carrier_address
    and n.cell_country is not distinct from g.carrier_country and n.cell_tax_id is not distinct from g.carrier_tax_id
    and n.domestic is null
where n.role = 'carrier' and (g.carrier_name is not null or g.carrier_tax_id is not null)
union all
select g.item_id as shipment_id, n.role, n.ordinal, n.phrase, n.mention_id
from goods_items g
join party_names n
    on n.cell_name is not distinct from g.notify_party_name and n.cell_address is not distinct from g.notify_party_address
    and n.cell_country is not distinct from g.notify_party_country and n.cell_tax_id is not distinct from g.notify_party_tax_id
    and n.domestic is null
where n.role = 'notify_party' and (g.notify_party_name is not null or g.notify_party_tax_id is not null)
union all
select g.item_id as shipment_id, n.role, n.ordinal, n.phrase, n.mention_id
from goods_items g
join party_names n
    on n.cell_name is not distinct from g.manufacturer_name and n.cell_address is not distinct from g.manufacturer_address
    and n.cell_country is not distinct from g.manufacturer_country and n.cell_tax_id is not distinct from g.manufacturer_tax_id
    and n.domestic is null
where n.role = 'manufacturer' and (g.manufacturer_name is not null or g.manufacturer_tax_id is not null)
union all
select g.item_id as shipment_id, n.role, n.ordinal, n.phrase, n.mention_id
from goods_items g
join party_names n
    on n.cell_name is not distinct from g.buyer_name and n.cell_address is not distinct from g.buyer_address
    and n.cell_country is not distinct from g.buyer_country and n.cell_tax_id is not distinct from g.buyer_tax_id
    and n.domestic is not distinct from case when g.direction = 'import' then g.reporter end
where n.role = 'buyer' and (g.buyer_name is not null or g.buyer_tax_id is not null)
union all
select g.item_id as shipment_id, n.role, n.ordinal, n.phrase, n.mention_id
from goods_items g
join party_names n
    on n.cell_name is not distinct from g.seller_name and n.cell_address is not distinct from g.seller_address
    and n.cell_country is not distinct from g.seller_country and n.cell_tax_id is not distinct from g.seller_tax_id
    and n.domestic is not distinct from case when g.direction = 'export' then g.reporter end
where n.role = 'seller' and (g.seller_name is not null or g.seller_tax_id is not null)
