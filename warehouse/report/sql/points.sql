-- The time lines: reported values of one entity, metric and place. A line needs two moments, or two articles that
-- speak of one moment; a single statement is no line. Lines with contradictions first, then the longest.
with points as (
    select
        timeline.*,
        hash(
            timeline.entity_code, timeline.metric_code, timeline.place_code, timeline.scope, timeline.unit,
            timeline.is_cumulative
        ) as line_key
    from timeline
),

lines as (
    select
        line_key,
        count(*) as point_count,
        count(*) filter (where is_disputed) as disputed_count,
        count(distinct article_id) as article_count,
        min(coalesce(period_start, period_end)) as first_day,
        max(period_end) as last_day
    from points
    group by line_key
    having count(distinct (period_start, period_end)) > 1 or count(distinct article_id) > 1
)

select
    points.entity_code,
    points.metric_code,
    points.place_code,
    points.scope,
    points.unit,
    points.is_cumulative,
    lines.point_count,
    lines.disputed_count,
    lines.article_count,
    lines.first_day,
    lines.last_day,
    details.entity,
    details.metric_name,
    details.place_name,
    points.period_start,
    points.period_end,
    points.value,
    points.stated_low,
    points.stated_high,
    points.read_low,
    points.read_high,
    points.quote,
    memory.main.shown_by(points.publisher, details.url, details.source) as publisher,
    points.published_on,
    points.source_id,
    points.is_disputed,
    concerns.finding_ids,
    points.article_id,
    numbers.number
from points
inner join lines on points.line_key = lines.line_key
inner join figure_details as details on points.figure_id = details.figure_id
inner join memory.main.numbers as numbers on points.figure_id = numbers.figure_id
left join memory.main.concerns as concerns on points.figure_id = concerns.figure_id
order by
    lines.disputed_count > 0 desc,
    lines.point_count desc,
    lines.disputed_count desc,
    points.entity_code,
    points.metric_code,
    points.place_code nulls first,
    points.scope nulls first,
    points.unit nulls first,
    points.is_cumulative,
    points.period_end,
    points.period_start nulls first,
    points.published_on nulls last,
    points.figure_id
