-- Open and accepted findings, worst first, one row a figure. `sentence_start` is where the sentence begins in its
-- text: the first place at which it still covers the figure.
with sentences as (
    select
        finding_figures.finding_id,
        finding_figures.role,
        figures.*,
        numbers.number,
        articles.title,
        memory.main.heading(articles.title, articles.text, articles.source_id) as heading,
        articles.source_id,
        memory.main.shown_by(articles.publisher, articles.url, articles.source) as publisher,
        articles.published,
        articles.published_on,
        greatest(figures.char_end - length(figures.sentence), 0) as from_start,
        case figures.field when 'title' then articles.title else articles.text end as whole
    from finding_figures
    inner join figures on finding_figures.figure_id = figures.figure_id
    inner join memory.main.numbers as numbers on figures.figure_id = numbers.figure_id
    inner join articles on figures.article_id = articles.article_id
),

factors as (
    select unit, any_value(factor) as factor
    from units
    where factor > 0 and unit not in ('percent', 'fraction')
    group by unit
    union all
    values ('percent', 0.01), ('fraction', 1.0)
)

select
    findings.finding_id,
    findings.check_name,
    findings.severity,
    findings.certainty,
    findings.message,
    findings.status as finding_status,
    findings.opened_run_id,
    findings.formula,
    findings.computed_low,
    findings.computed_high,
    findings.expected_low,
    findings.expected_high,
    findings.gap,
    findings.independent_count,
    findings.repairs,
    accepted_findings.reason as accepted_reason,
    accepted_findings.accepted_by,
    accepted_findings.until_on,
    sentences.role,
    sentences.figure_id,
    sentences.article_id,
    sentences.number,
    sentences.field,
    sentences.quote,
    sentences.sentence,
    sentences.char_start,
    sentences.char_end,
    sentences.from_start + instr(substr(sentences.whole, sentences.from_start + 1), sentences.sentence) - 1
        as sentence_start,
    sentences.value,
    sentences.unit,
    sentences.kind,
    sentences.stated_low,
    sentences.stated_high,
    sentences.read_low,
    sentences.read_high,
    sentences.attributed_to,
    coalesce(factors.factor, 1.0) as factor,
    sentences.heading,
    sentences.source_id,
    sentences.publisher,
    sentences.published
from findings
left join sentences on findings.finding_id = sentences.finding_id
left join factors on sentences.unit = factors.unit and sentences.kind <> 'money'
left join accepted_findings on findings.finding_id = accepted_findings.finding_id
where findings.status in ('open', 'accepted')
order by
    findings.status desc,
    findings.severity,
    findings.certainty,
    findings.check_name,
    findings.finding_id,
    starts_with(sentences.role, 'also '),
    sentences.published_on nulls last,
    sentences.article_id,
    sentences.field desc,
    sentences.char_start,
    sentences.role
