-- Reads: goods_items
-- Writes: party_cells
-- Grain: one distinct cell of one role; domestic is the reporter where the form requires the role to be registered with it
-- Key: role, cell_name, cell_address, cell_country, cell_tax_id, domestic
select
    'consignor' as role, consignor_name as cell_name, consignor_address as cell_address, consignor_country as cell_country, consignor_tax_id as cell_tax_id,
    case when direction = 'export' then reporter end as domestic,
    min(consignor_name_translated) as cell_translated
from goods_items
where consignor_name is not null or consignor_tax_id is not null
group by consignor_name, consignor_address, consignor_country, consignor_tax_id, case when direction = 'export' then reporter end
union all
select
    'consignee' as role, consignee_name as cell_name, consignee_address as cell_address, consignee_country as cell_country, consignee_tax_id as cell_tax_id,
    case when direction = 'import' then reporter end as domestic,
    min(consignee_name_translated) as cell_translated
from goods_items
where consignee_name is not null or consignee_tax_id is not null
group by consignee_name, consignee_address, consignee_country, consignee_tax_id, case when direction = 'import' then reporter end
union all
select
    'declarant' as role, declarant_name as cell_name, declarant_address as cell_address, declarant_country as cell_country, declarant_tax_id as cell_tax_id,
    case when direction in ('import', 'export') then reporter end as domestic,
    cast(null as string) as cell_translated
from goods_items
where declarant_name is not null or declarant_tax_id is not null
group by declarant_name, declarant_address, declarant_country, declarant_tax_id, case when direction in ('import', 'export') then reporter end
union all
select
    'carrier' as role, carrier_name as cell_name, carrier_address as cell_address, carrier_country as cell_country, carrier_tax_id as cell_tax_id,
    cast(null as string) as domestic,
    cast(null as string) as cell_translated
from goods_items
where carrier_name is not null or carrier_tax_id is not null
group by carrier_name, carrier_address, carrier_country, carrier_tax_id, cast(null as string)
union all
select
    'notify_party' as role, notify_party_name as cell_name, notify_party_address as cell_address, notify_party_country as cell_country, notify_party_tax_id as cell_tax_id,
    cast(null as string) as domestic,
    cast(null as string) as cell_translated
from goods_items
where notify_party_name is not null or notify_party_tax_id is not null
group by notify_party_name, notify_party_address, notify_party_country, notify_party_tax_id, cast(null as string)
union all
select
    'manufacturer' as role, manufacturer_name as cell_name, manufacturer_address as cell_address, manufacturer_country as cell_country, manufacturer_tax_id as cell_tax_id,
    cast(null as string) as domestic,
    cast(null as string) as cell_translated
from goods_items
where manufacturer_name is not null or manufacturer_tax_id is not null
group by manufacturer_name, manufacturer_address, manufacturer_country, manufacturer_tax_id, cast(null as string)
union all
select
    'buyer' as role, buyer_name as cell_name, buyer_address as cell_address, buyer_country as cell_country, buyer_tax_id as cell_tax_id,
    case when direction = 'import' then reporter end as domestic,
    cast(null as string) as cell_translated
from goods_items
where buyer_name is not null or buyer_tax_id is not null
group by buyer_name, buyer_address, buyer_country, buyer_tax_id, case when direction = 'import' then reporter end
union all
select
    'seller' as role, seller_name as cell_name, seller_address as cell_address, seller_country as cell_country, seller_tax_id as cell_tax_id,
    case when direction = 'export' then reporter end as domestic,
    cast(null as string) as cell_translated
from goods_items
where seller_name is not null or seller_tax_id is not null
group by seller_name, seller_address, seller_country, seller_tax_id, case when direction = 'export' then reporter end
