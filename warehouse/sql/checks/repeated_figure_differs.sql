-- severity: error
-- relation: equal
-- reach: article
-- needs: checkable_figures: qualifier = 'exact' and value >= 10
-- first: suspects
-- Fails when an article gives one figure twice, and the second time with its digits swapped, or a million for a billion.
-- Why: what is counted in the same words of the same thing is the same; the second number is a slip of the first. So is,
-- whatever it is called, what has the three digits or more of a number that the article gives twice or more, in its unit:
-- of 5,960 gathered articles none has such a pair, nor one amount of money of one metric in two magnitudes.
-- Not: figures of two places, times, scopes or subjects, as far as these are told; figures that the text relates to one
-- another; values that are no slip of one another (an article tells of several things); single digits; rates.
with told as (
    select rowid as row_id, hash(article_id, metric_code, unit) as told_key, value
    from checkable_figures
    where field = 'text' and is_single_valued and not is_planned and metric_code is not null
        and kind in ('count', 'money', 'measure') and unit is not null
        and qualifier = 'exact' and value >= 10
),

-- Three values of one thing are told apart by words that were not understood. Asked first, of keys and numbers alone:
-- few have two that can be of the same digits, and only their rows are read.
several as (
    select told.*
    from told
    semi join (
        select told_key from told group by told_key
        having min(value) < max(value) and is_multiple_of_nine(max(value) - min(value))
    ) as apart using (told_key)
),

two_valued as (
    select told_key from several group by told_key having count(distinct value) = 2
),

-- Numbers with the same digits have one remainder by nine, in whatever magnitude.
noted as (
    select
        rowid as row_id, value, floor(log10(value)) as scale,
        hash(article_id, unit, scale, round(value * if(value < 1e6, 1e6, 1.0)) % 9) as digits_key,
        case when kind = 'money' then hash(article_id, unit, round(value / 10 ** scale, 6)) end as amount_key
    from checkable_figures
    where kind in ('count', 'money', 'measure') and unit <> 'point' and qualifier = 'exact' and value >= 100
),

again as (
    select noted.*
    from noted
    semi join (
        select digits_key from noted group by digits_key having count(*) > 2 and min(value) < max(value)
    ) as apart using (digits_key)
),

twice_or_more as (
    select digits_key from again group by digits_key having count(distinct value) = 2
),

magnified as (
    select noted.*
    from noted
    semi join (
        select amount_key from noted group by amount_key having min(value) * 1000 <= max(value)
    ) as apart using (amount_key)
),

two_magnitudes as (
    select amount_key from magnified group by amount_key having count(distinct value) = 2
),

suspects as (
    select row_id, bool_or(is_of_two) as is_of_two
    from (
        select row_id, true as is_of_two from several semi join two_valued using (told_key)
        union all
        select row_id, false from again semi join twice_or_more using (digits_key)
        union all
        select row_id, false from magnified semi join two_magnitudes using (amount_key)
    )
    group by row_id
),

written as (
    select
        figure_id, article_id, field, entity_code, metric_code, kind, unit, value, scope, base, place_code, period_start,
        period_end, is_cumulative, is_planned, char_start, quote, factor, s_low, s_high, p_low, p_high,
        hash(article_id, metric_code, unit) as told_key,
        digits_of(quote) as digits,
        is_of_two,
        count(*) over (partition by article_id, kind, unit, value) as times
    from (select rowid as row_id, * from checkable_figures where rowid in (select row_id from suspects)) as figure
    inner join suspects using (row_id)
),

apart_in_value as (
    select
        one.figure_id, one.quote, one.p_low, one.p_high, one.s_low, one.s_high, one.factor,
        other.figure_id as other_figure_id, other.quote as other_quote,
        other.p_low as other_p_low, other.p_high as other_p_high,
        other.s_low as other_s_low, other.s_high as other_s_high
    from written as one
    inner join written as other
        on one.article_id = other.article_id and one.unit = other.unit and one.digits = other.digits
        and one.kind = other.kind and one.field = 'text' and other.field = 'text'
        and coalesce(one.entity_code = other.entity_code, true)
        and coalesce(one.place_code = other.place_code, true)
        and case
            when greatest(one.value, other.value) in (1e3 * least(one.value, other.value), 1e6 * least(one.value, other.value))
                then one.char_start < other.char_start and one.kind = 'money'
                    and coalesce(one.metric_code = other.metric_code, true)
            else one.scope is not distinct from other.scope and one.base is not distinct from other.base
                and one.is_cumulative = other.is_cumulative and one.is_planned = other.is_planned
                and coalesce(one.period_end = other.period_end, true)
                and coalesce(one.period_start = other.period_start, true)
                and case
                    when one.is_of_two and other.is_of_two and one.told_key = other.told_key
                        then one.char_start < other.char_start
                    -- One of them once; the other before it and again, or in the headline.
                    else one.times > 1 and other.times = 1 and len(one.digits) > 2 and one.unit not like '% per %'
                end
        end
    where len(one.digits) > 1
        and apart(one.p_low, one.p_high, other.p_low, other.p_high)
    qualify row_number() over (partition by other.figure_id order by one.char_start) = 1
),

-- Asked of the few that are left.
candidates as (
    select figure_id from apart_in_value
    union
    select other_figure_id from apart_in_value
),

sentences as (
    select figure_id, sentence from figures where figure_id in (select figure_id from candidates)
),

used as (
    select roles.relation_id, roles.figure_id
    from (select relation_id, unnest(figure_ids) as figure_id from relation_roles) as roles
    semi join candidates on roles.figure_id = candidates.figure_id
),

related as (
    select one.figure_id, other.figure_id as other_figure_id
    from used as one
    inner join used as other on one.relation_id = other.relation_id
),

pairs as (
    select apart_in_value.*
    from apart_in_value
    inner join sentences as one on apart_in_value.figure_id = one.figure_id
    inner join sentences as other on apart_in_value.other_figure_id = other.figure_id
    anti join related
        on apart_in_value.figure_id = related.figure_id and apart_in_value.other_figure_id = related.other_figure_id
    where one.sentence <> other.sentence
)

select
    *,
    'contradiction' as certainty,
    '"{quote}" here, "{other_quote}" there' as message,
    '"{quote}" <> "{other_quote}"' as formula,
    s_low / factor as computed_low,
    s_high / factor as computed_high,
    other_s_low / factor as expected_low,
    other_s_high / factor as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role([figure_id], 'higher') || with_role([other_figure_id], 'lower') as figures
from pairs
