-- Reads: listed_matches, entities, entity_mentions, shipment_parties, shipments
-- Writes: listed_questions
-- Grain: one company and one listed subject that it may be: a question, never a listing
-- Key: entity_id, subject_id
-- First who answers surely to no list, consignees before others, by what was sent to them; dollars are of the rows received, else of those sent.
with asked as (
    select entity_id, subject_id, list_id, listed_name, entity_name, score, evidence
    from listed_matches
    where grade = 'possible'
), sure as (
    select distinct entity_id from listed_matches where grade <> 'possible'
), stood as (
    select distinct m.entity_id, p.role, p.shipment_id
    from shipment_parties p
    join entity_mentions m on m.mention_id = p.mention_id
    join (select distinct entity_id from asked) a on a.entity_id = m.entity_id
    where p.role in ('consignor', 'consignee')
), worth as (
    select
        t.entity_id,
        cast(sum(case when t.role = 'consignee' then 1 else 0 end) as bigint) as received,
        cast(sum(case when t.role = 'consignor' then 1 else 0 end) as bigint) as sent,
        cast(sum(case when t.role = 'consignee' then cast(s.value_usd as decimal(28, 6)) end) as double) as received_usd,
        cast(sum(case when t.role = 'consignor' then cast(s.value_usd as decimal(28, 6)) end) as double) as sent_usd
    from stood t
    join shipments s on s.shipment_id = t.shipment_id
    where coalesce(s.counted, true)
    group by t.entity_id
), told as (
    select
        a.entity_id, e.name, e.country, a.subject_id, a.list_id, a.listed_name, a.entity_name, a.score, a.evidence,
        u.entity_id is not null as listed_already,
        coalesce(w.received, 0) as received,
        coalesce(w.sent, 0) as sent,
        w.received_usd,
        w.sent_usd
    from asked a
    join entities e on e.entity_id = a.entity_id
    left join sure u on u.entity_id = a.entity_id
    left join worth w on w.entity_id = a.entity_id
)
select
    t.*,
    row_number() over (
        order by listed_already, case when received > 0 then 0 else 1 end, coalesce(received_usd, 0e0) desc, received desc,
                 coalesce(sent_usd, 0e0) desc, sent desc, entity_id, score desc, list_id, subject_id
    ) as place
from told t
