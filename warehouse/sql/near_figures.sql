-- Of all that a change can touch what is told of the very same.
create temp table alike_figures as
select compared_figures.*
from compared_figures
semi join told_keys using (series_key, time_key);

-- And the running totals of the days of the keys, and of the days before and after these.
create temp table adjacent_totals as
with days as (
    select series_key, period_end, true as is_told from told_keys where is_cumulative
    union all
    select series_key, period_end, false
    from compared_figures
    where is_cumulative and series_key in (select series_key from told_keys where is_cumulative)
),

near as (
    select series_key, period_end
    from days
    group by series_key, period_end
    window in_order as (partition by series_key order by period_end)
    qualify bool_or(is_told)
        or lag(bool_or(is_told)) over in_order or lead(bool_or(is_told)) over in_order
)

select compared_figures.*
from compared_figures
semi join near using (series_key, period_end)
where is_cumulative
