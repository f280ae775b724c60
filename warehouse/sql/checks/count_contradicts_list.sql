-- severity: error
-- reach: article
-- needs: relation_roles: kind = 'enumeration'
-- Fails when more items are named than a count states, or fewer where a sentence says who they are; else fewer is a note.
-- Why: "three models: A, B, C and D" cannot hold; of five models only four may be worth a name, but "They are A, B and C"
-- names them all.
-- Not: lists that the words leave open ("including"), where fewer names say nothing.
with sides as (
    select
        counted.relation_id, counted.figure_ids, counted.s_low, counted.s_high, counted.value,
        listed.member_count as named, listed.items,
        counted.rule,
        -- What is offered, sold or built is gathered from the whole article, which seldom leaves one unnamed.
        counted.is_complete or counted.rule = 'offered' as names_all
    from relation_roles as counted
    inner join relation_roles as listed on counted.relation_id = listed.relation_id and listed.role = 'item'
    where counted.kind = 'enumeration' and counted.role = 'count'
        and counted.member_count = 1 and counted.missing_count = 0
),

judged as (
    select
        *,
        case
            when exceeds(named, s_high) or rule in ('roster', 'told_out') and exceeds(s_low, named) then 'contradiction'
            when exceeds(s_low, named) and names_all then 'note'
        end as certainty
    from sides
)

select
    *,
    '{value} stated, {named} named: {names}' as message,
    '{value} <> {named}' as formula,
    coalesce(array_to_string(items, ', '), '') as names,
    named::double as computed_low,
    named::double as computed_high,
    s_low as expected_low,
    s_high as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(figure_ids, 'count') as figures
from judged
where certainty is not null
