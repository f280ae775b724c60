-- severity: error
-- relation: equal
-- reach: article
-- needs: checkable_figures: is_single_valued
-- Fails when an article gives one figure twice, and the second time with its digits swapped.
-- Why: what is counted in the same words of the same thing is the same; the second number is a slip of the first.
-- Not: figures of two places, times, scopes or subjects, as far as these are told; figures that the text relates to one
-- another; values that are no slip of one another (an article tells of several things); single digits.
with related as (
    select distinct one.figure_id, other.figure_id as other_figure_id
    from (
        select relation_id, unnest(figure_ids) as figure_id from relation_roles
    ) as one
    inner join (
        select relation_id, unnest(figure_ids) as figure_id from relation_roles
    ) as other on one.relation_id = other.relation_id
),

told as (
    select checkable_figures.*, figures.sentence
    from checkable_figures
    inner join figures on checkable_figures.figure_id = figures.figure_id
    where checkable_figures.field = 'text' and is_single_valued and not is_planned and checkable_figures.metric_code is not null
        and checkable_figures.kind in ('count', 'money', 'measure') and checkable_figures.unit is not null
        and checkable_figures.qualifier = 'exact' and checkable_figures.value >= 10
),

pairs as (
    select
        one.figure_id, one.quote, one.p_low, one.p_high, one.s_low, one.s_high, one.factor,
        other.figure_id as other_figure_id, other.quote as other_quote,
        other.p_low as other_p_low, other.p_high as other_p_high,
        other.s_low as other_s_low, other.s_high as other_s_high
    from told as one
    inner join told as other
        on one.article_id = other.article_id and one.char_start < other.char_start
        and one.sentence <> other.sentence
        and one.metric_code = other.metric_code and one.unit = other.unit and one.kind = other.kind
        and one.scope is not distinct from other.scope and one.base is not distinct from other.base
        and one.is_cumulative = other.is_cumulative
        and coalesce(one.entity_code = other.entity_code, true)
        and coalesce(one.place_code = other.place_code, true)
        and coalesce(one.period_end = other.period_end, true)
        and coalesce(one.period_start = other.period_start, true)
    anti join related on one.figure_id = related.figure_id and other.figure_id = related.other_figure_id
    where apart(one.p_low, one.p_high, other.p_low, other.p_high)
        and has_same_digits(one.quote, other.quote)
),

-- Three values of one thing are told apart by words that were not understood.
alone as (
    select pairs.* from pairs
    where (
        select count(distinct figures.value)
        from told as figures
        inner join told as one on one.figure_id = pairs.figure_id
        where figures.article_id = one.article_id and figures.metric_code = one.metric_code and figures.unit = one.unit
    ) = 2
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
from alone
