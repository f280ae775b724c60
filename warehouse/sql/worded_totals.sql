-- The running totals of whom a share in words is told, and of the wholes, of all articles. They are few, and a change of
-- any can bear the words out: they are read whatever has changed. A place may be guessed, since the words say that one is
-- part of the other.
create temp table worded_totals as
select
    figures.figure_id, figures.entity_code, figures.metric_code, figures.period_end, figures.quote, figures.unit,
    figures.read_low as p_low, figures.read_high as p_high, 1.0 as factor,
    -- One counts cars, the other units.
    hash(
        figures.place_code, figures.scope, figures.base, figures.period_start,
        case when figures.kind in ('count', 'ordinal_milestone') then 'number' else figures.unit end
    ) as kind_key
from figures
inner join articles on figures.article_id = articles.article_id
where figures.is_cumulative and figures.kind in ('count', 'ordinal_milestone', 'money', 'measure')
    and hash(figures.entity_code, figures.metric_code) in (
        select hash(entity_code, metric_code) from worded_shares where entity_code is not null
        union all
        select hash(whole_code, metric_code) from worded_shares where entity_code is not null
    )
    and figures.status = 'reported' and figures.field = 'text'
    and figures.subject_confidence >= field_confidence() and figures.metric_confidence >= field_confidence()
    and figures.period_confidence >= field_confidence()
    and figures.period_end is not null and figures.read_low >= 0
    and articles.superseded_by is null
