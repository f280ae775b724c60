-- What a figure is compared with, and why not with the rest: every pair of figures of one entity and metric.
-- Ask it for one figure (`where figure_id = ...`): all pairs of a large group are many. Checks do not read it; they
-- group by series_key and time_key of checkable_figures, which are equal exactly where is_comparable is true.
select
    one.figure_id,
    other.figure_id as other_figure_id,
    one.is_identified and other.is_identified
    and one.series_key = other.series_key and one.time_key = other.time_key as is_comparable,
    case
        when one.field <> 'text' or other.field <> 'text' then 'one stands in a title'
        when one.dimension <> other.dimension then 'units of two dimensions'
        when one.is_cumulative <> other.is_cumulative then 'a running total and a sum over a period'
        when one.place_code is distinct from other.place_code
            then 'places differ: ' || coalesce(one.place_code, 'unknown') || ', ' || coalesce(other.place_code, 'unknown')
        when one.scope is distinct from other.scope
            then 'scopes differ: ' || coalesce(one.scope, 'unnarrowed') || ', ' || coalesce(other.scope, 'unnarrowed')
        when one.base is distinct from other.base
            then 'bases differ: ' || coalesce(one.base, 'unknown') || ', ' || coalesce(other.base, 'unknown')
        when one.period_end is null or other.period_end is null then 'time unknown'
        when one.period_end <> other.period_end or one.period_start is distinct from other.period_start
            then 'times differ: ' || coalesce(one.period_start::varchar, '') || '..' || one.period_end::varchar || ', '
                || coalesce(other.period_start::varchar, '') || '..' || other.period_end::varchar
        when one.series_key <> other.series_key then 'kinds differ: ' || one.kind || ', ' || other.kind
        when one.is_planned or other.is_planned then 'a forecast or target is no fact'
        when not one.is_identified or not other.is_identified
            then 'entity, metric, place or time is a guess, or an article tells two values apart'
        else 'comparable'
    end as reason
from checkable_figures as one
inner join checkable_figures as other
    on one.entity_code = other.entity_code
    and one.metric_code = other.metric_code
    and one.figure_id <> other.figure_id
