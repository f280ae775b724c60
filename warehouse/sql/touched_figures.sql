-- The row ids of figures that a change can touch. Beyond its own article sums over a period are compared with those of
-- the same end, running totals with each other; where there are two totals of what happens again and again, every
-- period has to fit between them.
with candidates as (
    select rowid, hash(entity_code, metric_code) as series, period_end, is_cumulative
    from figures
    where status = 'reported' and field = 'text' and period_end is not null
        -- One by one, so that the scan itself leaves out the others.
        and subject_confidence >= field_confidence() and metric_confidence >= field_confidence()
        and place_confidence >= field_confidence() and period_confidence >= field_confidence()
        and hash(entity_code, metric_code) in (select series from touched_series)
),

flows as (
    select rowid, hash(entity_code, metric_code, place_code, scope, base) as flow_key, is_cumulative
    from figures
    where rowid in (
        select rowid from candidates where series in (select series from touched_series where flow_key is not null)
    )
),

totalled as (
    select flow_key
    from flows
    where is_cumulative
    group by flow_key
    having count(*) > 1
)

select rowid
from candidates
where is_cumulative and series in (select series from touched_series where is_cumulative)
union
select rowid
from candidates
semi join touched_series using (series, period_end, is_cumulative)
union
select rowid
from flows
where flow_key in (select flow_key from touched_series intersect select flow_key from totalled)
union
-- What the changed articles say themselves is read by the checks of relations.
select rowid
from figures
where article_id in (select article_id from changed_articles)
