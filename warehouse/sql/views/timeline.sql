-- Reported values of one entity, metric and place in the order of their periods, with source and intervals.
-- Figures without entity, metric or period are left out: they belong to no line.
select
    figures.entity_code,
    figures.metric_code,
    figures.place_code,
    figures.scope,
    figures.unit,
    figures.is_cumulative,
    figures.period_start,
    figures.period_end,
    figures.value,
    figures.qualifier,
    figures.stated_low,
    figures.stated_high,
    figures.read_low,
    figures.read_high,
    figures.quote,
    articles.publisher,
    articles.published_on,
    articles.source_id,
    reconciled_figures.figure_id is null as is_disputed,
    figures.figure_id,
    figures.article_id
from figures
inner join articles using (article_id)
left join reconciled_figures using (figure_id)
where
    figures.status = 'reported'
    and figures.entity_code is not null
    and figures.metric_code is not null
    and figures.period_end is not null
order by
    figures.entity_code,
    figures.metric_code,
    figures.place_code nulls first,
    figures.scope nulls first,
    figures.unit,
    figures.is_cumulative,
    figures.period_end,
    figures.period_start nulls first,
    articles.published_on nulls last,
    figures.figure_id
