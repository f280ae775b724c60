-- severity: error
-- relation: ratio
-- reach: article
-- needs: checkable_figures: metric_code in (select unnest(string_split(numerator_metric, '|')) from rates)
-- first: rated
-- Fails when the ratio of two figures of one article lies outside every plausible rate and exactly one slip mends it.
-- Why: tonnes for kilograms, millions for billions and a digit too many leave a ratio of the wrong order of magnitude
-- (rates.csv has the bands with their sources). What a reader takes from the words decides, since "more than" bounds no
-- order of magnitude.
-- Not: a ratio just outside its band, or one that no slip or several slips would mend (a note then: the pairing may be
-- wrong), a numerator that may be an average already (a note), and not figures of two entities, places or times.
with bands as (
    select
        rates.rate,
        unnest(string_split(rates.numerator_metric, '|')) as numerator_metric,
        rates.denominator_metric, rates.unit as rate_unit,
        rates.numerator_unit, rates.denominator_unit, rates.low, rates.high, rates.source
    from rates
),

all_bands as (
    select bands.* exclude (denominator_metric), unnest(string_split(denominator_metric, '|')) as denominator_metric
    from bands
),

-- The unit in which a band is given, as a multiple of the base unit of its dimension.
sizes as (
    select unit, any_value(factor) as factor, any_value(dimension) as dimension
    from units
    where factor > 0
    group by unit
),

countable as (
    select
        figure_id, article_id, entity_code, metric_code, place_code, period_end, is_cumulative, period_confidence, char_start,
        quote, unit, dimension, value, factor, p_low, p_high
    from checkable_figures
    where field = 'text' and not is_planned and entity_code is not null and p_low > 0
        and kind in ('count', 'measure', 'money', 'ordinal_milestone')
        -- "2.4 births for every death": no count.
        and (kind <> 'count' or value = round(value))
        and metric_code in (select numerator_metric from all_bands union select denominator_metric from all_bands)
),

rated as (
    select
        all_bands.rate, all_bands.rate_unit, all_bands.low, all_bands.high, all_bands.source,
        numerator, denominator,
        -- How many of the band's rate units one base unit over one base unit is.
        coalesce(denominator_size.factor, 1.0) / coalesce(numerator_size.factor, 1.0) as scale
    from all_bands
    cross join (select 0.7 as period_confidence, 200 as characters) as guess
    inner join countable as numerator on all_bands.numerator_metric = numerator.metric_code
    inner join countable as denominator
        on all_bands.denominator_metric = denominator.metric_code
        and numerator.article_id = denominator.article_id
        and numerator.entity_code = denominator.entity_code
        -- What is told of no place, beside what is told of the world, is of the world.
        and coalesce(numerator.place_code, '001') = coalesce(denominator.place_code, '001')
        and (
            numerator.period_end is not distinct from denominator.period_end
            and numerator.is_cumulative = denominator.is_cumulative
            -- Side by side, a time that is a guess says nothing against it.
            or least(numerator.period_confidence, denominator.period_confidence) < guess.period_confidence
            and abs(numerator.char_start - denominator.char_start) < guess.characters
        )
        and numerator.figure_id <> denominator.figure_id
    left join sizes as numerator_size on all_bands.numerator_unit = numerator_size.unit
    left join sizes as denominator_size on all_bands.denominator_unit = denominator_size.unit
    where (numerator.unit in (all_bands.numerator_unit, 'unit') or numerator.dimension = numerator_size.dimension)
        and (denominator.unit in (all_bands.denominator_unit, 'unit') or denominator.dimension = denominator_size.dimension)
),

ratios as (
    select
        *,
        quotient_low(numerator.p_low, denominator.p_high) * scale as ratio_low,
        quotient_high(numerator.p_high, denominator.p_low) * scale as ratio_high
    from rated
    where not isinf(numerator.p_high)
    -- A figure that stands twice in an article is one figure here.
    qualify row_number() over (
        partition by numerator.article_id, rate, numerator.value, denominator.value
        order by numerator.char_start, denominator.char_start
    ) = 1
),

slips as (
    select * from (
        values
            (10.0, false), (0.1, false), (1000.0, false), (0.001, false),
            (365.0, true), (1 / 365.0, true), (52.0, true), (1 / 52.0, true), (12.0, true), (1 / 12.0, true)
    ) as slips(slip, is_of_time)
),

-- Rates per day, week and year are mixed up only where a figure is a flow.
mended as (
    select
        ratios.*,
        list(slips.slip order by slips.slip) filter (
            where ratio_low * slips.slip >= low and ratio_high * slips.slip <= high
            and (not slips.is_of_time or not ratios.numerator.is_cumulative)
        ) as mending_slips
    from ratios
    cross join slips
    where apart(ratio_low, ratio_high, low, high)
    group by all
),

judged as (
    select
        mended.*,
        case
            when len(mending_slips) = 1
                and not regexp_matches(
                    lower(figures.sentence), '\b(average|per (user|head|share|subscriber|customer))\b'
                ) then 'contradiction'
            else 'note'
        end as certainty,
        case
            when len(mending_slips) <> 1 or mending_slips is null then ''
            when mending_slips[1] = 0.001 and numerator.unit = 'tonne' then '; in kilograms for tonnes it would be '
            when mending_slips[1] = 0.001 and numerator.unit = 'kilogram' then '; in grams for kilograms it would be '
            when mending_slips[1] = 1000 and numerator.unit = 'kilogram' then '; in tonnes for kilograms it would be '
            when mending_slips[1] in (0.001, 1000) then '; a factor of 1,000 away it would be '
            when mending_slips[1] in (0.1, 10) then '; one digit away it would be '
            else '; for another length of time it would be '
        end as slip_words
    from mended
    inner join figures on mended.numerator.figure_id = figures.figure_id
)

select
    *,
    '{numerator.quote} over {denominator.quote} is {ratio:range} {rate_unit} ({rate}), plausible is {low} to {high}'
    || case when slip_words = '' then '' else slip_words || '{mended:range}' end as message,
    '{numerator.value} / {denominator.value} = {quotient} {rate_unit}' as formula,
    numerator.value * numerator.factor / denominator.value / denominator.factor * scale as quotient,
    ratio_low * mending_slips[1] as mended_low,
    ratio_high * mending_slips[1] as mended_high,
    ratio_low as computed_low,
    ratio_high as computed_high,
    low as expected_low,
    high as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role([numerator.figure_id], 'numerator') || with_role([denominator.figure_id], 'denominator') as figures
from judged
