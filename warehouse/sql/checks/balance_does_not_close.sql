-- severity: error
-- relation: change
-- reach: article
-- needs: relation_roles: kind = 'growth' and role in ('growth', 'change') and dimension <> 'ratio'
-- Fails when an opening value and a change cannot give the closing value.
-- Why: new = old + change, in one unit ("up 5,000 from 20,000 to 26,000").
-- Not: a growth in percent of the levels (growth_contradicts_levels). A change that fits with the other sign
-- is a note, unless its words stand with both levels.
with roles as (
    -- Most growth is told in percent, and is not joined.
    select *
    from relation_roles
    where relation_id in (
        select relation_id
        from relation_roles
        where kind = 'growth' and role in ('growth', 'change') and dimension <> 'ratio'
    )
),

sides as (
    select
        change.relation_id, new.factor, new.unit,
        is_directed(change.rule) as is_directed,
        change.numbers as change_numbers, change.figure_ids as change_figure_ids,
        change.s_low as change_s_low, change.s_high as change_s_high,
        change.p_low as change_p_low, change.p_high as change_p_high,
        new.numbers as new_numbers, new.figure_ids as new_figure_ids,
        old.numbers as old_numbers, old.figure_ids as old_figure_ids,
        new.s_low - old.s_high as s_low, new.s_high - old.s_low as s_high,
        new.p_low - old.p_high as p_low, new.p_high - old.p_low as p_high
    from roles as change
    inner join roles as new on change.relation_id = new.relation_id and new.role = 'new'
    inner join roles as old on change.relation_id = old.relation_id and old.role = 'old'
    where change.kind = 'growth' and change.role in ('growth', 'change')
        and change.member_count = 1 and change.missing_count = 0
        and new.member_count = 1 and new.missing_count = 0
        and old.member_count = 1 and old.missing_count = 0
        and new.dimension = old.dimension
        -- Shops and jobs do not add up, unless the text left out the noun.
        and (
            new.dimension <> 'number'
            or coalesce(new.unit = old.unit, true) and coalesce(new.unit = change.unit, true)
        )
        -- Percentage points are the change of a percentage; a percentage of a percentage is a growth.
        and (
            change.dimension = new.dimension and new.dimension <> 'ratio'
            -- A change is no amount of money itself.
            or change.unit = new.unit and starts_with(new.dimension, 'money ')
            or change.dimension = 'ratio points' and new.dimension = 'ratio'
        )
),

judged as (
    select
        *,
        case
            when verdict(s_low, s_high, p_low, p_high, change_s_low, change_s_high, change_p_low, change_p_high) is null
                then null
            when not apart(s_low, s_high, -change_s_high, -change_s_low) and not is_directed then 'note'
            else verdict(s_low, s_high, p_low, p_high, change_s_low, change_s_high, change_p_low, change_p_high)
        end as certainty
    from sides
)

select
    *,
    'from {old_numbers:sum} to {new_numbers:sum}{unit:unit} is a change of {p:range}, stated is {change_p:range}' as message,
    '{new_numbers:sum} - {old_numbers:sum} = {p:range}, stated {change_numbers:sum}' as formula,
    as_judged(certainty, s_low, p_low) / factor as computed_low,
    as_judged(certainty, s_high, p_high) / factor as computed_high,
    as_judged(certainty, change_s_low, change_p_low) / factor as expected_low,
    as_judged(certainty, change_s_high, change_p_high) / factor as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(change_figure_ids, 'change')
    || with_role(new_figure_ids, 'new')
    || with_role(old_figure_ids, 'old') as figures
from judged
where certainty is not null
