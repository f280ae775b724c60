-- The series that a change can touch: those of its figures, of the figures that it removed, and of the parts and wholes of
-- their entities. A figure of a place is compared with figures of places alone, one without with those without. Only a
-- figure that is one of many events can have to fit between running totals.
create or replace temp table touched_series as
with recursive neighbours as (
    select whole_code as one, part_code as other from entity_parts
    union
    select part_code, whole_code from entity_parts
),

told as (
    select entity_code, metric_code, place_code, scope, base, period_end, is_cumulative
    from figures
    where rowid in (select row_id from changed_figures)
        and is_sure(subject_confidence, metric_confidence, place_confidence, period_confidence)
        -- Shares, growth and rates are compared between part and whole alone.
        and (kind in ('count', 'ordinal_milestone', 'money', 'measure') or entity_code in (select one from neighbours))
    union all
    select entity_code, metric_code, place_code, scope, base, period_end, is_cumulative from removed_figures
),

-- Of whatever is counted, too.
events as (
    select distinct told.metric_code
    from told
    inner join metrics
        on told.metric_code = metrics.metric_code
        or starts_with(metrics.metric_code, '*_') and ends_with(told.metric_code, metrics.metric_code[2:])
    where metrics.aggregation = 'events'
),

reached(entity_code, metric_code, is_placed, period_end, is_cumulative, flow_key) as (
    select
        entity_code, metric_code, place_code is not null, period_end, is_cumulative,
        case
            when metric_code in (select metric_code from events)
                then flow_of(entity_code, metric_code, place_code, scope, base)
        end
    from told
    where entity_code is not null and metric_code is not null and period_end is not null
    union
    select neighbours.other, reached.metric_code, reached.is_placed, reached.period_end, reached.is_cumulative, null
    from reached
    inner join neighbours on reached.entity_code = neighbours.one
)

select hash(entity_code, metric_code, is_placed) as series, period_end, is_cumulative, flow_key from reached
