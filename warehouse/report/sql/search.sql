-- The figures that can be searched for, the latest articles first.
select
    details.article_id,
    memory.main.heading(details.title, articles.text, details.source_id) as heading,
    details.publisher,
    details.published_on,
    numbers.number,
    details.quote,
    details.entity,
    details.metric_name,
    details.place_name,
    details.scope,
    details.period_start,
    details.period_end,
    details.is_cumulative,
    coalesce(concerns.is_disputed, false) as is_disputed
from figure_details as details
inner join articles on details.article_id = articles.article_id
inner join memory.main.numbers as numbers on details.figure_id = numbers.figure_id
left join memory.main.concerns as concerns on details.figure_id = concerns.figure_id
order by details.published_on desc nulls last, details.article_id, numbers.number
limit $limit
