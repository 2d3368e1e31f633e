-- Reads: shipments
-- Writes: origin_variety
-- Grain: one source
-- Key: source_id
select
    source_id,
    count(country_of_origin) as stated,
    count(distinct country_of_origin) as origins
from shipments
group by source_id
