-- Figures with the names of what they are about, by article.
select
    details.article_id,
    numbers.number,
    details.field,
    details.char_start,
    details.char_end,
    details.quote,
    details.value,
    details.unit,
    details.kind,
    details.qualifier,
    details.stated_low,
    details.stated_high,
    details.read_low,
    details.read_high,
    details.entity,
    details.metric_name,
    details.place_name,
    details.base,
    details.scope,
    details.period_start,
    details.period_end,
    details.is_cumulative,
    details.attributed_to,
    details.status,
    details.entity_code,
    details.metric_code,
    details.place_code,
    concerns.finding_ids,
    coalesce(concerns.is_disputed, false) as is_disputed
from figure_details as details
inner join memory.main.numbers as numbers on details.figure_id = numbers.figure_id
left join memory.main.concerns as concerns on details.figure_id = concerns.figure_id
order by details.article_id, numbers.number
