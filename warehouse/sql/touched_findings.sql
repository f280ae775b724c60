-- The findings that stand, and how a change can touch their figures: one is of a changed article or gone, is compared with
-- such a one, or lies in a flow with one.
with seen as (
    -- Also what no check may use any more.
    select figure_id, is_changed, is_compared, is_in_flow from figures
    union all
    select figure_id, true, false, false from removed_figures
),

reached as (
    select
        finding_id,
        bool_or(is_changed) as is_changed, bool_or(is_compared) as is_compared, bool_or(is_in_flow) as is_in_flow
    from finding_figures
    inner join seen on finding_figures.figure_id = seen.figure_id
    group by finding_id
)

select findings.finding_id, check_name, is_changed, is_compared, is_in_flow
from findings
left join reached on findings.finding_id = reached.finding_id
where status <> 'closed'
