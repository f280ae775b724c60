-- severity: note
-- needs: identified_figures: is_cumulative
-- Notes a running total that a later article brings up to date.
-- Why: who quotes the older total quotes what is no longer the state of things.
-- Not: totals of another series, sums over a period, totals of one day.
with totals as (
    select series_key, period_end, figure_id, quote, value, article_id, published_on
    from identified_figures
    where is_cumulative and kind in ('count', 'ordinal_milestone', 'money', 'measure')
),

-- Most series have one day.
going_on as (
    select series_key from totals group by series_key having min(period_end) < max(period_end)
),

readings as (
    select
        series_key, period_end,
        arg_min(figure_id, (published_on, figure_id)) as figure_id,
        arg_min(quote, (published_on, figure_id)) as quote,
        arg_min(value, (published_on, figure_id)) as value,
        arg_min(article_id, (published_on, figure_id)) as article_id
    from totals
    semi join going_on using (series_key)
    group by series_key, period_end
),

followed as (
    select readings.*, lead(readings) over (partition by series_key order by period_end) as later
    from readings
)

select
    *,
    'note' as certainty,
    '"{quote}" ({period_end}) is brought up to date by "{later.quote}" ({later.period_end})' as message,
    '{quote} -> {later.quote}' as formula,
    value as computed_low,
    value as computed_high,
    later.value as expected_low,
    later.value as expected_high,
    0.0 as gap,
    with_role([figure_id], 'earlier') || with_role([later.figure_id], 'later') as figures
from followed
where later is not null and later.article_id <> article_id and later.value > value
