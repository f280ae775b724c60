-- severity: note
-- needs: adjacent_totals: is_cumulative
-- Notes a running total that a later article brings up to date.
-- Why: who quotes the older total quotes what is no longer the state of things.
-- Not: totals of another series, sums over a period, totals of one day.
with days as (
    select series_key, period_end, lead(period_end) over (partition by series_key order by period_end) as next_end
    from (
        select distinct series_key, period_end
        from compared_figures
        where is_cumulative and is_amount
    )
),

-- Most series have one day.
going_on as (
    select * from days where next_end is not null
),

readings as (
    select
        series_key, period_end,
        arg_min(figure_id, (published_on, figure_id)) as figure_id,
        arg_min(quote, (published_on, figure_id)) as quote,
        arg_min(value, (published_on, figure_id)) as value,
        arg_min(article_id, (published_on, figure_id)) as article_id
    from adjacent_totals
    where is_cumulative and is_amount
        and series_key in (select series_key from going_on)
    group by series_key, period_end
),

followed as (
    select
        earlier.figure_id, earlier.quote, earlier.period_end, earlier.value,
        later.figure_id as later_id, later.quote as later_quote, later.period_end as later_end, later.value as later_value
    from going_on
    inner join readings as earlier
        on going_on.series_key = earlier.series_key and going_on.period_end = earlier.period_end
    inner join readings as later
        on going_on.series_key = later.series_key and going_on.next_end = later.period_end
    where later.article_id <> earlier.article_id and later.value > earlier.value
)

select
    quote, period_end, later_quote, later_end,
    'note' as certainty,
    '"{quote}" ({period_end}) is brought up to date by "{later_quote}" ({later_end})' as message,
    '{quote} -> {later_quote}' as formula,
    value as computed_low,
    value as computed_high,
    later_value as expected_low,
    later_value as expected_high,
    0.0 as gap,
    with_role([figure_id], 'earlier') || with_role([later_id], 'later') as figures
from followed
