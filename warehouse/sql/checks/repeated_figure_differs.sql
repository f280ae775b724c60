-- severity: error
-- relation: equal
-- reach: article
-- needs: checkable_figures: is_single_valued
-- first: several
-- Fails when an article gives one figure twice, and the second time with its digits swapped.
-- Why: what is counted in the same words of the same thing is the same; the second number is a slip of the first.
-- Not: figures of two places, times, scopes or subjects, as far as these are told; figures that the text relates to one
-- another; values that are no slip of one another (an article tells of several things); single digits.
with told as (
    select rowid as row_id, hash(article_id, metric_code, unit) as told_key, value
    from checkable_figures
    where field = 'text' and is_single_valued and not is_planned and metric_code is not null
        and kind in ('count', 'money', 'measure') and unit is not null
        and qualifier = 'exact' and value >= 10
),

several as (
    select told.*
    from told
    semi join (
        select told_key from told group by told_key having min(value) < max(value)
    ) as apart using (told_key)
),

-- Three values of one thing are told apart by words that were not understood. Asked first, of keys and numbers alone:
-- few have two, and only their rows are read.
two_valued as (
    select told_key
    from several
    group by told_key
    having count(distinct value) = 2 and is_multiple_of_nine(max(value) - min(value))
),

written as (
    select
        figure_id, entity_code, kind, scope, base, place_code, period_start, period_end, is_cumulative, char_start, quote,
        factor, s_low, s_high, p_low, p_high,
        hash(article_id, metric_code, unit) as told_key,
        digits_of(quote) as digits
    from checkable_figures
    where rowid in (select row_id from several semi join two_valued using (told_key))
),

apart_in_value as (
    select
        one.figure_id, one.quote, one.p_low, one.p_high, one.s_low, one.s_high, one.factor,
        other.figure_id as other_figure_id, other.quote as other_quote,
        other.p_low as other_p_low, other.p_high as other_p_high,
        other.s_low as other_s_low, other.s_high as other_s_high
    from written as one
    inner join written as other
        on one.told_key = other.told_key and one.digits = other.digits and one.char_start < other.char_start
        and one.kind = other.kind
        and one.scope is not distinct from other.scope and one.base is not distinct from other.base
        and one.is_cumulative = other.is_cumulative
        and coalesce(one.entity_code = other.entity_code, true)
        and coalesce(one.place_code = other.place_code, true)
        and coalesce(one.period_end = other.period_end, true)
        and coalesce(one.period_start = other.period_start, true)
    where len(one.digits) > 1
        and apart(one.p_low, one.p_high, other.p_low, other.p_high)
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
