-- The row ids of figures that a change can touch beyond its own article: sums over a period are compared with those of
-- the same end, running totals with each other; where there are two totals of what happens again and again, every
-- period has to fit between them.
with candidates as (
    select
        rowid as row_number, entity_code, metric_code, period_end, is_cumulative,
        hash(entity_code, metric_code, place_code, scope, base) as flow_key
    from figures
    semi join touched_series using (entity_code, metric_code)
    where status = 'reported' and field = 'text' and period_end is not null
        and least(subject_confidence, metric_confidence, place_confidence, period_confidence) >= field_confidence()
),

totalled as (
    select flow_key
    from candidates
    where is_cumulative
    group by flow_key
    having count(*) > 1
)

select row_number
from candidates
where is_cumulative
    and (entity_code, metric_code) in (select (entity_code, metric_code) from touched_series where is_cumulative)
union
select row_number
from candidates
semi join touched_series using (entity_code, metric_code, period_end, is_cumulative)
union
select row_number
from candidates
where flow_key in (select flow_key from touched_series intersect select flow_key from totalled)
