-- The latest running total that is reported of each entity, metric, place, scope and unit, with who states it. Where
-- several articles state a total to one day, the last one published; disputed ones are shown, marked.
select
    timeline.entity_code,
    timeline.metric_code,
    timeline.place_code,
    timeline.scope,
    timeline.unit,
    timeline.period_end as as_of,
    timeline.value,
    timeline.read_low,
    timeline.read_high,
    timeline.quote,
    timeline.publisher,
    timeline.published_on,
    timeline.is_disputed,
    timeline.figure_id
from timeline
where timeline.is_cumulative
qualify row_number() over (
    partition by
        timeline.entity_code, timeline.metric_code, timeline.place_code, timeline.scope, timeline.unit
    order by timeline.period_end desc, timeline.published_on desc nulls last, timeline.figure_id
) = 1
order by timeline.entity_code, timeline.metric_code, timeline.place_code nulls first
