-- severity: error
-- relation: relative change
-- reach: article
-- needs: relation_roles: kind = 'growth' and rule = 'told_twice'
-- Fails when an amount and a percentage that tell one change cannot be of one level.
-- Why: growth = change / (new - change), each as precise as it is printed ("fell 41 cents, or 0.7%, to $58.64").
-- Not: changes with both levels, which growth_contradicts_levels and balance_does_not_close judge. A percentage off by one of
-- its last digit was cut off, or worked out from finer numbers: a note.
with sides as (
    select
        growth.relation_id, change.factor,
        growth.figure_ids as growth_figure_ids, change.figure_ids as change_figure_ids, level.figure_ids as level_figure_ids,
        level.numbers as level_numbers, level.role,
        list_transform(change.numbers, lambda one: struct_pack(
            value := abs(one.value), low := least(abs(one.low), abs(one.high)), high := greatest(abs(one.low), abs(one.high))
        )) as change_numbers, coalesce(growth.granule, 0.0) as granule,
        -- How much it was, up or down.
        least(abs(growth.s_low), abs(growth.s_high)) as growth_s_low, greatest(abs(growth.s_low), abs(growth.s_high)) as growth_s_high,
        least(abs(growth.p_low), abs(growth.p_high)) as growth_p_low, greatest(abs(growth.p_low), abs(growth.p_high)) as growth_p_high,
        least(abs(change.s_low), abs(change.s_high)) as change_s_low, greatest(abs(change.s_low), abs(change.s_high)) as change_s_high,
        least(abs(change.p_low), abs(change.p_high)) as change_p_low, greatest(abs(change.p_low), abs(change.p_high)) as change_p_high,
        -- The level that it began at is the one that it led to, less the change.
        case when level.role = 'old' then 0.0 else sign(change.value) end as back, change.value as change_value,
        level.s_low, level.s_high, level.p_low, level.p_high
    from relation_roles as growth
    inner join relation_roles as change on growth.relation_id = change.relation_id and change.role = 'change'
    inner join relation_roles as level on growth.relation_id = level.relation_id and level.role in ('new', 'old')
    where growth.kind = 'growth' and growth.rule = 'told_twice' and growth.role = 'growth'
        and growth.dimension = 'ratio' and change.value is not null
        and growth.member_count = 1 and growth.missing_count = 0
        and change.member_count = 1 and change.missing_count = 0
        and level.member_count = 1 and level.missing_count = 0
        and sign(growth.s_low) = sign(growth.s_high) and sign(change.s_low) = sign(change.s_high)
        and level.smallest_value > 0
        -- "41 cents" and "$58.64 a barrel"
        and (
            change.unit = level.unit or change.dimension = level.dimension and change.dimension <> 'number'
            or change.unit is null and level.unit is null
            or starts_with(level.unit, change.unit || ' per ') or starts_with(change.unit, level.unit || ' per ')
        )
),

made as (
    select
        *,
        quotient_low(change_s_low, s_high - back * change_s_low) as made_s_low,
        quotient_high(change_s_high, s_low - back * change_s_high) as made_s_high,
        quotient_low(change_p_low, p_high - back * change_p_low) as made_p_low,
        quotient_high(change_p_high, p_low - back * change_p_high) as made_p_high
    from sides
),

judged as (
    select
        *,
        case
            when not apart(made_p_low - granule, made_p_high + granule, growth_p_low, growth_p_high)
                and apart(made_p_low, made_p_high, growth_p_low, growth_p_high)
                then 'note'
            else verdict(
                made_s_low, made_s_high, made_p_low, made_p_high, growth_s_low, growth_s_high, growth_p_low, growth_p_high
            )
        end as certainty
    from made
)

select
    *,
    'a ' || case when change_value < 0 then 'fall' else 'rise' end || ' of {change_numbers:sum} '
    || case when role = 'old' then 'from' else 'to' end
    || ' {level_numbers:sum} is {made_p:percent}, stated is {growth_p:percent}' as message,
    '{change_numbers:sum} / ' || case
        when role = 'old' then '{level_numbers:sum}'
        when change_value < 0 then '({level_numbers:sum} + {change_numbers:sum})'
        else '({level_numbers:sum} - {change_numbers:sum})'
    end || ' = {made_p:percent}, stated {growth_p:percent}' as formula,
    100 * as_judged(certainty, made_s_low, made_p_low) as computed_low,
    100 * as_judged(certainty, made_s_high, made_p_high) as computed_high,
    100 * as_judged(certainty, growth_s_low, growth_p_low) as expected_low,
    100 * as_judged(certainty, growth_s_high, growth_p_high) as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(growth_figure_ids, 'growth')
    || with_role(change_figure_ids, 'change')
    || with_role(level_figure_ids, role) as figures
from judged
where certainty is not null
