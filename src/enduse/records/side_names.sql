-- Reads: mentions
-- Writes: side_names
-- Grain: one consignor or consignee mention
-- Key: mention_id
select mention_id, name, tax_id from mentions where role in ('consignor', 'consignee')
