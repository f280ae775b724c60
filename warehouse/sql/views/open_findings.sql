-- Findings that are open, worst first, each with the figures it rests on.
select
    findings.finding_id,
    findings.check_name,
    findings.severity,
    findings.certainty,
    findings.message,
    findings.formula,
    findings.computed_low,
    findings.computed_high,
    findings.expected_low,
    findings.expected_high,
    findings.gap,
    findings.independent_count,
    findings.repairs,
    findings.opened_run_id,
    (
        select list(
            {
                'role': finding_figures.role,
                'quote': figures.quote,
                'publisher': articles.publisher,
                'published_on': articles.published_on,
                'figure_id': figures.figure_id
            }
            order by articles.published_on, articles.article_id, figures.char_start, finding_figures.role
        )
        from finding_figures
        inner join figures using (figure_id)
        inner join articles using (article_id)
        where finding_figures.finding_id = findings.finding_id
    ) as figures
from findings
where findings.status = 'open'
order by
    findings.severity,
    findings.certainty,
    findings.check_name,
    findings.finding_id
