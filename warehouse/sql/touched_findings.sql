-- The findings that stand, and what a change can touch: whether a figure of theirs is of a changed article or gone, and the
-- tables of what is compared in which all their figures are. Findings of the checks `$near` for which there is neither are
-- left out.
with read_again as (
    select figure_id, 'compared_figures' as source from compared_figures
    union all
    select figure_id, 'alike_figures' from alike_figures
    union all
    select figure_id, 'adjacent_totals' from adjacent_totals
    union all
    select figure_id, 'flow_figures' from flow_figures
    union all
    -- Also what no check may use any more.
    select figure_id, 'changed' from figures where article_id in (select article_id from changed_articles)
    union all
    select figure_id, 'changed' from removed_figures
),

met as (
    select finding_id, source, count(*) as figure_count
    from finding_figures
    inner join read_again on finding_figures.figure_id = read_again.figure_id
    group by finding_id, source
),

sizes as (
    select finding_id, count(*) as figure_count
    from finding_figures
    where finding_id in (select finding_id from met)
    group by finding_id
)

select
    findings.finding_id, check_name,
    list(source) as sources
from findings
left join met on findings.finding_id = met.finding_id
left join sizes on findings.finding_id = sizes.finding_id
where status <> 'closed'
    and (source = 'changed' or met.figure_count = sizes.figure_count or check_name not in (select unnest($near)))
group by findings.finding_id, check_name
