-- Figures that no open error finding disputes. A finding that a person accepted disputes nothing.
select figures.*
from figures
where not exists (
    select 1
    from finding_figures
    inner join findings using (finding_id)
    where
        finding_figures.figure_id = figures.figure_id
        and findings.status = 'open'
        and findings.severity = 'error'
)
