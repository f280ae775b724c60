-- The series that a change can touch: those of its figures, of the figures that it removed, and of the parts and wholes of
-- their entities. Only a figure that is one of many events can have to fit between running totals.
create or replace temp table touched_series as
with recursive neighbours as (
    select whole_code as one, part_code as other from entity_parts
    union
    select part_code, whole_code from entity_parts
),

reached(entity_code, metric_code, period_end, is_cumulative, flow_key) as (
    select
        entity_code, metric_code, period_end, is_cumulative,
        case when aggregation = 'events' then hash(entity_code, metric_code, place_code, scope, base) end
    from checkable_figures
    where is_identified
    union
    select entity_code, metric_code, period_end, is_cumulative, flow_key from removed_series
    union
    select neighbours.other, reached.metric_code, reached.period_end, reached.is_cumulative, null
    from reached
    inner join neighbours on reached.entity_code = neighbours.one
)

select hash(entity_code, metric_code) as series, period_end, is_cumulative, flow_key from reached
