-- The findings that each figure takes part in; disputed as in reconciled_figures.
create or replace table memory.main.concerns as
select
    finding_figures.figure_id,
    list(distinct finding_figures.finding_id order by finding_figures.finding_id) as finding_ids,
    bool_or(findings.status = 'open' and findings.severity = 'error') as is_disputed
from finding_figures
inner join findings on finding_figures.finding_id = findings.finding_id
where findings.status in ('open', 'accepted')
group by finding_figures.figure_id
