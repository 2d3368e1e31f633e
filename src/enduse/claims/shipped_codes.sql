-- Reads: shipments
-- Writes: shipped_codes
-- Grain: one distinct HS code as shipped
-- Key: hs_code
select distinct hs_code
from shipments
where hs_code is not null
