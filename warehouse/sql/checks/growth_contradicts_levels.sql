-- severity: error
-- relation: growth
-- reach: article
-- needs: doubtful_roles: kind = 'growth'
-- Fails when a stated growth in percent cannot lie between the stated levels.
-- Why: growth = new / old - 1, each as precise as it is printed.
-- Not: a change in the levels' own unit (balance_does_not_close), levels that are not positive. A growth that fits with
-- the other sign, unless the words of the change stand with both levels, and points called percent between two
-- percentages are notes: loose words, no wrong number.
with sides as (
    select
        growth.relation_id, new.factor,
        is_directed(growth.rule) as is_directed,
        growth.numbers as growth_numbers, growth.figure_ids as growth_figure_ids,
        growth.s_low as growth_s_low, growth.s_high as growth_s_high,
        growth.p_low as growth_p_low, growth.p_high as growth_p_high,
        new.dimension, new.numbers as new_numbers, new.figure_ids as new_figure_ids,
        old.numbers as old_numbers, old.figure_ids as old_figure_ids,
        quotient_low(new.s_low, old.s_high) - 1 as s_low, quotient_high(new.s_high, old.s_low) - 1 as s_high,
        quotient_low(new.p_low, old.p_high) - 1 as p_low, quotient_high(new.p_high, old.p_low) - 1 as p_high,
        new.p_low - old.p_high as points_low, new.p_high - old.p_low as points_high
    from doubtful_roles as growth
    inner join doubtful_roles as new on growth.relation_id = new.relation_id and new.role = 'new'
    inner join doubtful_roles as old on growth.relation_id = old.relation_id and old.role = 'old'
    where growth.kind = 'growth' and growth.role = 'growth'
        and growth.dimension = 'ratio'
        and growth.member_count = 1 and growth.missing_count = 0
        and new.member_count = 1 and new.missing_count = 0
        and old.member_count = 1 and old.missing_count = 0
        and new.dimension = old.dimension
        -- "18,900 vacancies" and "31,200 posts": words tie them, and two times.
        and (new.dimension <> 'number' or coalesce(new.unit = old.unit, true) or growth.rule = 'dated_levels')
        and new.smallest_value > 0 and old.smallest_value > 0
),

judged as (
    select
        *,
        case
            when verdict(s_low, s_high, p_low, p_high, growth_s_low, growth_s_high, growth_p_low, growth_p_high) is null
                then null
            when not apart(s_low, s_high, -growth_s_high, -growth_s_low) and not is_directed then 'note'
            when dimension = 'ratio' and not apart(points_low, points_high, growth_s_low, growth_s_high) then 'note'
            else verdict(s_low, s_high, p_low, p_high, growth_s_low, growth_s_high, growth_p_low, growth_p_high)
        end as certainty
    from sides
)

select
    *,
    'from {old_numbers:sum} to {new_numbers:sum} is {p:change}, stated is {growth_p:change}' as message,
    '{new_numbers:sum} / {old_numbers:sum} - 1 = {p:percent}, stated {growth_numbers:as_percent}%' as formula,
    100 * as_judged(certainty, s_low, p_low) as computed_low,
    100 * as_judged(certainty, s_high, p_high) as computed_high,
    100 * as_judged(certainty, growth_s_low, growth_p_low) as expected_low,
    100 * as_judged(certainty, growth_s_high, growth_p_high) as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(growth_figure_ids, 'growth')
    || with_role(new_figure_ids, 'new')
    || with_role(old_figure_ids, 'old') as figures
from judged
where certainty is not null
