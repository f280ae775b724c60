-- severity: error
-- relation: order
-- needs: compared_figures: series_key in (select later.series_key from compared_figures as later inner join compared_figures as earlier on later.series_key = earlier.series_key and later.period_end > earlier.period_end and later.runs_on and earlier.runs_on and (later.s_high < earlier.s_low or later.p_high < earlier.p_low))
-- Fails when a later running total is below an earlier one of the same series.
-- Why: what has been sold, built or offered so far cannot become less.
-- Not: what is no sum of events (staff, debt, losses may fall), a level as of a day, totals of one window ("this year"),
-- totals with different starting days, or two values of one day (same_figure_differs).
with totals as (
    select * from compared_figures where is_single_valued and runs_on
),

uneven as (
    -- A series can only fall where some total lies above another.
    select series_key
    from totals
    group by series_key
    having max(p_low) > min(p_high) or max(s_low) > min(s_high)
),

readings as (
    select
        series_key, period_end, s_low, s_high, p_low, p_high,
        arg_min(figure_id, (published_on, figure_id)) as figure_id,
        arg_min(quote, (published_on, figure_id)) as quote,
        arg_min(factor, (published_on, figure_id)) as factor,
        arg_min(unit, (published_on, figure_id)) as unit,
        list(figure_id order by published_on, figure_id) as figure_ids
    from totals
    semi join uneven on totals.series_key = uneven.series_key
    group by all
),

followed as (
    select
        *,
        arg_max(readings, s_low) over earlier as stated_peak,
        arg_max(readings, p_low) over earlier as read_peak
    from readings
    window earlier as (
        partition by series_key order by period_end
        groups between unbounded preceding and 1 preceding
    )
),

pairs as (
    select stated_peak as earlier, followed as later from followed where stated_peak is not null
    union
    select read_peak, followed from followed where read_peak is not null
),

judged as (
    select
        *,
        verdict_above(earlier.s_low, earlier.p_low, later.s_high, later.p_high) as certainty
    from pairs
),

-- An earlier total that is too high stands above many later ones: the first of them is evidence enough.
first_falls as (
    select * from judged
    where certainty is not null
    qualify row_number() over (
        partition by earlier.figure_id order by certainty, later.period_end, later.figure_id
    ) = 1
)

select
    *,
    'the total to {earlier.period_end} is {earlier.p:range}{earlier.unit:unit}, to {later.period_end} only {later.p:range}'
        as message,
    '"{earlier.quote}" ({earlier.period_end}) > "{later.quote}" ({later.period_end})' as formula,
    earlier.factor as factor,
    as_judged(certainty, later.s_low, later.p_low) / earlier.factor as computed_low,
    as_judged(certainty, later.s_high, later.p_high) / earlier.factor as computed_high,
    as_judged(certainty, earlier.s_low, earlier.p_low) / earlier.factor as expected_low,
    'inf'::double as expected_high,
    expected_low - computed_high as gap,
    with_role([earlier.figure_id], 'earlier')
    || with_role([later.figure_id], 'later')
    || with_role(earlier.figure_ids[2:], 'also earlier')
    || with_role(later.figure_ids[2:], 'also later') as figures
from first_falls
