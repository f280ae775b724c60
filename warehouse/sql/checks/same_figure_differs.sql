-- severity: error
-- relation: equal
-- Fails when two comparable figures have no value in common.
-- Why: one thing counted at one time in one place has one value; the words leave room only for rounding.
-- Not: figures whose entity, metric or time is unknown or guessed, whose place, scope or base differ, forecasts, shares
-- and growth (of what, against when?), or two values of one article (it tells them apart). Values three times apart that no
-- slip explains are a note.
-- Each reading is set against the nearest one below it, so that a group of n figures costs no n^2 pairs.
with disputed as (
    -- Most groups agree: one pass over the keys leaves few figures to look at.
    select series_key, time_key
    from checkable_figures
    where is_identified and is_single_valued and kind in ('count', 'ordinal_milestone', 'money', 'measure')
    group by series_key, time_key
    having max(s_low) > min(s_high) or max(p_low) > min(p_high)
),

readings as (
    select
        series_key, time_key, s_low, s_high, p_low, p_high,
        arg_min(figure_id, (published_on, figure_id)) as figure_id,
        arg_min(quote, (published_on, figure_id)) as quote,
        arg_min(factor, (published_on, figure_id)) as factor,
        arg_min(unit, (published_on, figure_id)) as unit,
        list(figure_id order by published_on, figure_id) as figure_ids
    from checkable_figures
    semi join disputed
        on checkable_figures.series_key = disputed.series_key and checkable_figures.time_key = disputed.time_key
    where is_identified and is_single_valued and kind in ('count', 'ordinal_milestone', 'money', 'measure')
    group by all
),

pairs as (
    select higher, lower
    from readings as higher
    asof join readings as lower
        on higher.series_key = lower.series_key and higher.time_key = lower.time_key and higher.s_low > lower.s_high
    union
    select higher, lower
    from readings as higher
    asof join readings as lower
        on higher.series_key = lower.series_key and higher.time_key = lower.time_key and higher.p_low > lower.p_high
),

judged as (
    select
        *,
        case
            when verdict(
                higher.s_low, higher.s_high, higher.p_low, higher.p_high,
                lower.s_low, lower.s_high, lower.p_low, lower.p_high
            ) is null then null
            -- Values of two orders of magnitude, that no slip of a digit or a unit explains, are hardly one thing.
            when higher.p_low > 3 * greatest(lower.p_high, 0)
                and apart(higher.p_low, higher.p_high, 10 * lower.p_low, 10 * lower.p_high)
                and apart(higher.p_low, higher.p_high, 1000 * lower.p_low, 1000 * lower.p_high)
                then 'note'
            else verdict(
                higher.s_low, higher.s_high, higher.p_low, higher.p_high,
                lower.s_low, lower.s_high, lower.p_low, lower.p_high
            )
        end as certainty
    from pairs
)

select
    certainty,
    format(
        'the same figure is given as {}{} and as {}',
        spoken_range(higher.p_low / higher.factor, higher.p_high / higher.factor),
        spoken_unit(higher.unit),
        spoken_range(lower.p_low / higher.factor, lower.p_high / higher.factor)
    ) as message,
    format('"{}" <> "{}"', higher.quote, lower.quote) as formula,
    case certainty when 'contradiction' then higher.s_low else higher.p_low end / higher.factor as computed_low,
    case certainty when 'contradiction' then higher.s_high else higher.p_high end / higher.factor as computed_high,
    case certainty when 'contradiction' then lower.s_low else lower.p_low end / higher.factor as expected_low,
    case certainty when 'contradiction' then lower.s_high else lower.p_high end / higher.factor as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role([higher.figure_id], 'higher')
    || with_role([lower.figure_id], 'lower')
    || with_role(higher.figure_ids[2:], 'also higher')
    || with_role(lower.figure_ids[2:], 'also lower') as figures
from judged
where certainty is not null
