-- Reads: shipments
-- Writes: goods_shipped
-- Grain: one distinct HS code as shipped, with its edition and basis ('' when unknown)
-- Key: hs_code, hs_edition, hs_basis
select distinct
    hs_code,
    coalesce(hs_edition, '') as hs_edition,
    coalesce(hs_basis, '') as hs_basis
from shipments
where hs_code is not null
