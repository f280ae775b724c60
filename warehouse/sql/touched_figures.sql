-- What the changed articles tell now of what is compared.
create or replace temp table new_figures as
{}
;

-- The keys of that, and of what they told before.
create or replace temp table told_keys as
select
    entity_code, line_of(metric_code, place_code, kind, is_cumulative, period_start, period_end) as rest_of_line,
    series_key, time_key, period_end, is_cumulative, flow_key
from compared_figures
where article_id in (select article_id from changed_articles)
union all
select
    entity_code, line_of(metric_code, place_code, kind, is_cumulative, period_start, period_end),
    series_key, time_key, period_end, is_cumulative, flow_key
from new_figures;

delete from compared_figures where article_id in (select article_id from changed_articles);

insert into compared_figures select * from new_figures;

-- All of the flows in which a period may have to fit between running totals. One that was too large before the change is
-- too large after it.
create temp table flow_figures as
select *
from compared_figures
where flow_key in (
    select flow_key
    from compared_figures
    where flow_key in (select flow_key from told_keys)
    group by flow_key
    having count(*) filter (is_cumulative) > 0
        and count(*) filter (article_id not in (select article_id from changed_articles)) <= largest_flow()
);

-- All of the lines that a change can touch: those of the keys, and of the parts and wholes of their entities. Now it hides
-- the table that it is read from.
create temp table compared_figures as
with recursive neighbours as (
    select whole_code as one, part_code as other from entity_parts
    union
    select part_code, whole_code from entity_parts
),

reached(entity_code, rest_of_line) as (
    select entity_code, rest_of_line from told_keys
    union
    select neighbours.other, reached.rest_of_line
    from reached
    inner join neighbours on reached.entity_code = neighbours.one
)

select *
from compared_figures
where line_key in (select hash(entity_code, rest_of_line) from reached);

-- Of these what is told of the very same.
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
