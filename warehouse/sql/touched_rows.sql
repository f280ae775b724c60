-- The places of the figures that a change can touch. Beyond its own article sums over a period are compared with those of
-- the same end, running totals with each other; where there are two totals of what happens again and again, every
-- period has to fit between them: these are in its flow. All figures are passed once, for their keys.
create or replace temp table touched_rows as
with candidates as materialized (
    select rowid as row_id, hash(entity_code, metric_code, place_code is not null) as series, period_end, is_cumulative
    from figures
    where period_end is not null
        and is_sure(subject_confidence, metric_confidence, place_confidence, period_confidence)
        and hash(entity_code, metric_code, place_code is not null) in (select series from touched_series)
),

-- Only of series with two totals flows have to be told apart.
in_flows as materialized (
    select rowid as row_id, flow_of(entity_code, metric_code, place_code, scope, base) as flow_key, is_cumulative
    from figures
    where rowid in (
        select row_id from candidates
        where series in (
            select series
            from candidates
            where is_cumulative and series in (select series from touched_series where flow_key is not null)
            group by series
            having count(*) > 1
        )
    )
),

flows as (
    select flow_key
    from in_flows
    where flow_key in (select flow_key from touched_series)
    group by flow_key
    having count(*) filter (is_cumulative) > 1
        -- One that was too large before the change is too large after it.
        and count(*) filter (row_id not in (select row_id from changed_figures)) <= largest_flow()
),

touched as (
    select row_id, false as is_changed, true as is_compared, false as is_in_flow
    from candidates
    where is_cumulative and series in (select series from touched_series where is_cumulative)
    union all
    select row_id, false, true, false
    from candidates
    semi join touched_series using (series, period_end, is_cumulative)
    union all
    select row_id, false, false, true
    from in_flows
    where flow_key in (select flow_key from flows)
    union all
    -- What the changed articles say themselves is read by the checks of relations.
    select row_id, true, false, false from changed_figures
)

select
    row_id,
    bool_or(is_changed) as is_changed, bool_or(is_compared) as is_compared, bool_or(is_in_flow) as is_in_flow
from touched
group by row_id
