-- What the changed articles told before, and the keys of that and of `new_figures`, what they tell now.
create or replace temp table old_figures as
select rowid as row_id, entity_code, rest_of_line, series_key, time_key, period_end, is_cumulative, flow_key
from compared_figures
where article_id in (select article_id from changed_articles);

create or replace temp table told_keys as
select * exclude (row_id) from old_figures
union all
select entity_code, rest_of_line, series_key, time_key, period_end, is_cumulative, flow_key from new_figures;

delete from compared_figures where rowid in (select row_id from old_figures);

-- The flows in which a period may have to fit between running totals. One that was too large before the change is too large
-- after it.
create or replace temp table told_flows as
select flow_key
from (
    select flow_key, is_cumulative, false as is_new
    from compared_figures
    where flow_key in (select flow_key from told_keys)
    union all
    select flow_key, is_cumulative, true from new_figures where flow_key is not null
)
group by flow_key
having bool_or(is_cumulative) and count(*) filter (not is_new) <= largest_flow();

insert into compared_figures select * from new_figures;

create temp table flow_figures as
select
    figure_id, article_id, quote, dimension, factor, s_low, s_high, p_low, p_high, period_start, period_end,
    is_cumulative, is_single_valued, flow_key
from compared_figures
where flow_key in (select flow_key from told_flows);

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

select * exclude (dimension, rest_of_line, line_key, flow_key)
from compared_figures
where line_key in (select hash(entity_code, rest_of_line) from reached);
