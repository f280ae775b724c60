-- severity: error
-- relation: equal
-- reach: article
-- needs: doubtful_roles: kind = 'conversion'
-- Fails when a quantity and its conversion in brackets, or a count and its repetition, are not the same.
-- Why: "250 km (155 miles)" says one length twice; two sums in pounds and dollars of one article use one rate; a rate per
-- day comes to as much as its month has days.
-- Not: what the last printed digit of either side explains; fewer than three pairs of currencies that agree, since nobody
-- states the rate, unless one is a tenth apart from all others; other pairs more than a month apart, or an article that
-- lists dates. An odd pair within 3% of the others, which only read too closely do not agree, is a note. On scales of two
-- zeros, what holds of levels or of differences passes.
with sides as (
    select
        origin.relation_id, origin.article_id, origin.rule,
        origin.dimension, converted.dimension as converted_dimension,
        origin.factor, converted.factor as converted_factor,
        origin.unit, converted.unit as converted_unit,
        origin.value, converted.value as converted_value,
        origin.s_low, origin.s_high, origin.p_low, origin.p_high,
        converted.s_low as converted_s_low, converted.s_high as converted_s_high,
        converted.p_low as converted_p_low, converted.p_high as converted_p_high,
        -- 18 killed and 19 bodies are two counts, though they are one apart.
        -- What is told with a hedge ("over 200") says by itself how far it reaches.
        case
            when origin.rule <> 'told_again' then printed_room(origin.granule, origin.value, origin.factor)
            when origin.qualifier = 'exact' then origin.granule
            else 0
        end as room,
        case
            when origin.rule <> 'told_again' then printed_room(converted.granule, converted.value, converted.factor)
            when converted.qualifier = 'exact' then converted.granule
            else 0
        end as converted_room,
        origin.figure_ids, converted.figure_ids as converted_figure_ids
    from relation_roles as origin
    inner join relation_roles as converted on origin.relation_id = converted.relation_id and converted.role = 'to'
    where origin.kind = 'conversion' and origin.role = 'from'
        and origin.member_count = 1 and origin.missing_count = 0
        and converted.member_count = 1 and converted.missing_count = 0
        -- The other pairs of an article, too, say at which rate it converts and whether it lists dates.
        and origin.article_id in (select article_id from doubtful_roles where kind = 'conversion')
),

-- Scales of two zeros: "20 °C (68 °F)" is a level, "2 °C (3.6 °F) more" a difference, and "10 degrees of frost" has no sign.
-- Any of these that holds is the one that is meant.
scaled as (
    select
        sides.*,
        origin.factor / converted.factor as step,
        (origin_zero.zero - converted_zero.zero) / converted.factor as level,
        unnest([level, level, 0.0]) as added,
        unnest([1, -1, 1]) as sign
    from sides
    inner join units as origin on sides.unit = origin.unit
    inner join units as converted on sides.converted_unit = converted.unit and origin.dimension = converted.dimension
    inner join scales as origin_zero on sides.unit = origin_zero.unit
    inner join scales as converted_zero on sides.converted_unit = converted_zero.unit
    where sides.unit <> sides.converted_unit
),

scales_apart as (
    select
        'contradiction' as certainty,
        '{printed} {unit} are {computed} {converted_unit}, printed is {converted}' as message,
        '{printed} x {rate} + {zero} = {computed}, printed {converted}' as formula,
        any_value(value) as printed, any_value(unit) as unit, any_value(converted_unit) as converted_unit,
        any_value(converted_value) as converted,
        any_value(step) as rate,
        round(any_value(level), 6) as zero,
        round(printed * rate + zero, 6) as computed,
        computed as computed_low,
        computed as computed_high,
        converted - any_value(converted_room) as expected_low,
        converted + any_value(converted_room) as expected_high,
        any_value(with_role(figure_ids, 'higher') || with_role(converted_figure_ids, 'lower')) as figures
    from scaled
    group by relation_id
    having bool_and(
        exceeds(abs(sign * value * step + added - converted_value), converted_room)
        and exceeds(abs(sign * value * step + added - converted_value), room * step)
        and apart(
            least(sign * s_low, sign * s_high) * step + added, greatest(sign * s_low, sign * s_high) * step + added,
            converted_s_low, converted_s_high
        )
    )
),

-- One dimension: the factor is known, and the printed numbers must agree within one granule of either.
units_apart as (
    select
        'contradiction' as certainty,
        '{printed} {unit} are {computed} {converted_unit}, printed is {converted}' as message,
        '{printed} x {rate} = {computed}, printed {converted}' as formula,
        value / factor as printed, unit,
        value / converted_factor as computed, converted_unit,
        converted_value / converted_factor as converted,
        factor / converted_factor as rate,
        value / converted_factor as computed_low,
        value / converted_factor as computed_high,
        (converted_value - converted_room) / converted_factor as expected_low,
        (converted_value + converted_room) / converted_factor as expected_high,
        with_role(figure_ids, 'higher') || with_role(converted_figure_ids, 'lower') as figures
    from sides
    where dimension = converted_dimension
        -- A count that is told again has the same unit, or another word for it.
        and (dimension <> 'number' and unit <> converted_unit or rule = 'told_again')
        and value * converted_value > 0
        and exceeds(abs(value - converted_value), converted_room)
        and exceeds(abs(value - converted_value), room)
        and apart(s_low, s_high, converted_s_low, converted_s_high)
        -- Ounces of gold are troy ounces, and British tons long ones: the larger unit that the same word may mean.
        and not exists (
            from (values ('ounce', 'troy ounce'), ('ton', 'long ton'), ('gallon', 'imperial gallon')) as homonyms(unit, other)
            inner join units on other = units.unit
            where
                homonyms.unit = sides.unit and abs(value / sides.factor * units.factor - converted_value) <= converted_room
                or homonyms.unit = converted_unit
                and abs(value - converted_value / converted_factor * units.factor) <= greatest(room, converted_room)
        )
),

-- A rate per day comes to as much as its period has days; both are told of the same days, in one unit.
over_days as (
    select
        sides.*,
        periods.days,
        -- A month is a twelfth of a year, to half of a percent.
        periods.days / factor / case
            when ends_with(unit, 'per week') then 7 when ends_with(unit, 'per month') then 365.25 / 12
            when ends_with(unit, 'per quarter') then 365.25 / 4 else 1
        end as days_of_one,
        s_low * days_of_one as made_s_low, s_high * days_of_one as made_s_high,
        p_low * days_of_one as made_p_low, p_high * days_of_one as made_p_high,
        converted_s_low / converted_factor as told_s_low, converted_s_high / converted_factor as told_s_high,
        converted_p_low / converted_factor as told_p_low, converted_p_high / converted_factor as told_p_high
    from sides
    inner join (
        select figure_id, date_diff('day', period_start, period_end) + 1 as days from checkable_figures
    ) as periods on converted_figure_ids[1] = periods.figure_id
    where rule = 'over_days'
),

days_apart as (
    select
        verdict(
            made_s_low, made_s_high, made_p_low, made_p_high, told_s_low, told_s_high, told_p_low, told_p_high
        ) as certainty,
        '{printed} {unit} over {rate} days are {computed} {converted_unit}, printed is {converted}' as message,
        '{printed} x {rate} = {computed}, printed {converted}' as formula,
        value / factor as printed, unit, converted_unit, days as rate,
        value * days_of_one as computed,
        converted_value / converted_factor as converted,
        as_judged(certainty, made_s_low, made_p_low) as computed_low,
        as_judged(certainty, made_s_high, made_p_high) as computed_high,
        as_judged(certainty, told_s_low, told_p_low) as expected_low,
        as_judged(certainty, told_s_high, told_p_high) as expected_high,
        with_role(figure_ids, 'higher') || with_role(converted_figure_ids, 'lower') as figures
    from over_days
    where certainty is not null
),

-- When a pair holds, and articles whose entries begin with their dates: the rate changes from one to the next.
times as (
    select
        checkable_figures.figure_id, checkable_figures.period_end,
        regexp_matches(
            figures.sentence,
            '^\W*(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? \d|^\W*\d{1,2}\.? [A-Z][a-z]+ (\d{4})?\W*[-:]|^\W*(19|20)\d\d\W'
        ) as begins_with_date
    from checkable_figures
    inner join figures on checkable_figures.figure_id = figures.figure_id
    where checkable_figures.figure_id in (select unnest(figure_ids) from sides)
),

dated_lists as (
    select distinct sides.article_id
    from sides
    inner join times on sides.figure_ids[1] = times.figure_id
    where times.begins_with_date
),

-- Two currencies: the article's other pairs give the rate. Every pair is turned the same way round.
rates as (
    select
        relation_id, article_id, figure_ids || converted_figure_ids as figure_ids,
        period_end,
        least(dimension, converted_dimension) as one, greatest(dimension, converted_dimension) as other,
        dimension < converted_dimension as is_straight,
        case when is_straight then value else converted_value end as amount_of_one,
        case when is_straight then converted_value else value end as amount_of_other,
        amount_of_one / amount_of_other as rate,
        count(*) over (partition by article_id, one, other) as pair_count,
        case when is_straight then s_low / converted_s_high else converted_s_low / s_high end as s_low,
        case when is_straight then s_high / converted_s_low else converted_s_high / s_low end as s_high,
        case when is_straight then p_low / converted_p_high else converted_p_low / p_high end as p_low,
        case when is_straight then p_high / converted_p_low else converted_p_high / p_low end as p_high,
        -- What is converted is as exact as what it comes to: "60 million euros ($76.2 million)" are not 55 to 65.
        (least(room / value, converted_room / converted_value) + converted_room / converted_value) / 2 as slack,
        greatest(
            case when is_straight then p_low / converted_p_high else converted_p_low / p_high end, rate * (1 - slack)
        ) as t_low,
        least(
            case when is_straight then p_high / converted_p_low else converted_p_high / p_low end, rate * (1 + slack)
        ) as t_high
    from sides
    inner join times on sides.figure_ids[1] = times.figure_id
    anti join dated_lists on sides.article_id = dated_lists.article_id
    where starts_with(dimension, 'money') and starts_with(converted_dimension, 'money')
        and dimension <> converted_dimension and rule <> 'over_days'
        and sides.value > 0 and converted_value > 0 and s_low > 0 and converted_s_low > 0
),

-- The rate of one pair that most others allow, and of those the one that most others have as it is read.
votes as (
    select
        rates.relation_id, rates.article_id, rates.period_end, rates.one, rates.other, rates.rate as shared_rate,
        count(*) as support,
        count(*) filter (where not apart(peers.p_low, peers.p_high, rates.rate, rates.rate)) as close_support
    from rates
    inner join rates as peers
        on rates.article_id = peers.article_id and rates.one = peers.one and rates.other = peers.other
        and coalesce(abs(date_diff('day', rates.period_end, peers.period_end)) <= 31, true)
        and not apart(peers.s_low, peers.s_high, rates.rate, rates.rate)
    group by rates.relation_id, rates.article_id, rates.period_end, rates.one, rates.other, rates.rate
),

-- Three pairs that agree show the rate of the article; fewer show nothing but a change of rate.
commonest as (
    select * from votes
    where close_support > 2
    qualify row_number() over (
        partition by article_id, one, other order by support desc, close_support desc, relation_id
    ) = 1
),

-- What all pairs that share it leave for it.
shared as (
    select
        commonest.article_id, commonest.period_end, commonest.one, commonest.other, commonest.shared_rate,
        arg_min(peers.figure_ids, (peers.p_high / peers.p_low, peers.relation_id)) as figure_ids,
        max(peers.s_low) as s_low, min(peers.s_high) as s_high,
        max(peers.p_low) as p_low, min(peers.p_high) as p_high
    from commonest
    inner join rates as peers
        on commonest.article_id = peers.article_id and commonest.one = peers.one and commonest.other = peers.other
        and coalesce(abs(date_diff('day', commonest.period_end, peers.period_end)) <= 31, true)
        and not apart(peers.p_low, peers.p_high, commonest.shared_rate, commonest.shared_rate)
    group by commonest.article_id, commonest.period_end, commonest.one, commonest.other, commonest.shared_rate
),

currencies_apart as (
    select
        case
            when verdict(
                odd.s_low, odd.s_high, odd.p_low, odd.p_high, shared.s_low, shared.s_high, shared.p_low, shared.p_high
            ) = 'tension' and odd.p_high > 0.97 * shared.shared_rate and odd.p_low < 1.03 * shared.shared_rate
                then 'note'
            else verdict(
                odd.s_low, odd.s_high, odd.p_low, odd.p_high, shared.s_low, shared.s_high, shared.p_low, shared.p_high
            )
        end as certainty,
        odd, shared
    from rates as odd
    inner join shared
        on odd.article_id = shared.article_id and odd.one = shared.one and odd.other = shared.other
        and coalesce(abs(date_diff('day', odd.period_end, shared.period_end)) <= 31, true)
    where apart(odd.p_low, odd.p_high, shared.shared_rate, shared.shared_rate)
),

-- Fewer do not show the rate, but no article tells two that are a tenth apart: of 109 with two pairs five are, misprinted or of two years, and of
-- 80 with more the lists of dates alone. Where there are more than two, the one is odd that is apart from all others.
two_apart as (
    select
        coalesce(
            verdict(
                odd.s_low, odd.s_high, odd.p_low, odd.p_high, usual.s_low, usual.s_high, usual.p_low, usual.p_high
            ),
            'tension'
        ) as certainty,
        odd, usual
    from rates as odd
    inner join rates as usual
        on odd.article_id = usual.article_id and odd.one = usual.one and odd.other = usual.other
        and odd.relation_id <> usual.relation_id
        and coalesce(abs(date_diff('day', odd.period_end, usual.period_end)) <= 31, true)
    anti join commonest
        on odd.article_id = commonest.article_id and odd.one = commonest.one and odd.other = commonest.other
    where (odd.t_low > 1.1 * usual.t_high or usual.t_low > 1.1 * odd.t_high)
        -- Of two pairs neither is the odd one.
        and (odd.pair_count > 2 or odd.relation_id < usual.relation_id)
        and (
            select count(*) from rates as third
            where third.article_id = odd.article_id and third.one = odd.one and third.other = odd.other
                and third.relation_id <> odd.relation_id
                and (third.t_low > 1.1 * usual.t_high or usual.t_low > 1.1 * third.t_high)
        ) = 0
    qualify row_number() over (partition by odd.relation_id order by usual.relation_id) = 1
),

apart_at_all as (
    select * from units_apart
    union all by name
    select * from scales_apart
    union all by name
    select * from days_apart
    union all by name
    select
        certainty,
        'two amounts of money are converted at {odd.p:range}, the article''s other pairs at {shared.p:range}' as message,
        '{odd.amount_of_one} / {odd.amount_of_other} = {odd.rate}, the others {shared.shared_rate}' as formula,
        odd, shared,
        as_judged(certainty, odd.s_low, odd.p_low) as computed_low,
        as_judged(certainty, odd.s_high, odd.p_high) as computed_high,
        as_judged(certainty, shared.s_low, shared.p_low) as expected_low,
        as_judged(certainty, shared.s_high, shared.p_high) as expected_high,
        with_role(odd.figure_ids, 'converted') || with_role(shared.figure_ids, 'also of the usual rate') as figures
    from currencies_apart
    where certainty is not null
    union all by name
    select
        certainty,
        'two amounts of money are converted at {odd.t:range}, the article''s other two at {usual.t:range}' as message,
        '{odd.amount_of_one} / {odd.amount_of_other} = {odd.rate}, the others {usual.rate}' as formula,
        odd, usual,
        as_judged(certainty, odd.s_low, odd.t_low) as computed_low,
        as_judged(certainty, odd.s_high, odd.t_high) as computed_high,
        as_judged(certainty, usual.s_low, usual.t_low) as expected_low,
        as_judged(certainty, usual.s_high, usual.t_high) as expected_high,
        with_role(odd.figure_ids, 'converted') || with_role(usual.figure_ids, 'converted otherwise') as figures
    from two_apart
    where certainty is not null
)

select *, distance_between(computed_low, computed_high, expected_low, expected_high) as gap
from apart_at_all
