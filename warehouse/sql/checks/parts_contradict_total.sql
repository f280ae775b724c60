-- severity: error
-- relation: sum
-- reach: article
-- needs: doubtful_roles: kind = 'sum' and is_complete
-- Fails when the parts of a breakdown that the text declares complete cannot add up to its total.
-- Why: parts of a whole sum to the whole, each only as precise as it is printed.
-- Not: a breakdown with a part or a total that is not stated (unknown is never 0), or parts in several units.
with sides as (
    select
        total.relation_id, total.factor,
        total.s_low, total.s_high, total.p_low, total.p_high, total.numbers, total.unit, total.figure_ids,
        part.s_low as part_s_low, part.s_high as part_s_high, part.p_low as part_p_low, part.p_high as part_p_high,
        part.numbers as part_numbers, part.figure_ids as part_figure_ids
    from doubtful_roles as total
    inner join doubtful_roles as part on total.relation_id = part.relation_id and part.role = 'part'
    where total.kind = 'sum' and total.role = 'total'
        and total.is_complete
        and total.member_count = 1 and total.missing_count = 0
        and part.member_count > 1 and part.missing_count = 0
        and total.dimension = part.dimension
),

judged as (
    select
        *,
        verdict(part_s_low, part_s_high, part_p_low, part_p_high, s_low, s_high, p_low, p_high) as certainty
    from sides
)

select
    *,
    'parts sum to {part_p:range}, the total is {p:range}{unit:unit}' as message,
    '{part_numbers:sum} = {numbers:sum}' as formula,
    as_judged(certainty, part_s_low, part_p_low) / factor as computed_low,
    as_judged(certainty, part_s_high, part_p_high) / factor as computed_high,
    as_judged(certainty, s_low, p_low) / factor as expected_low,
    as_judged(certainty, s_high, p_high) / factor as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(figure_ids, 'total') || with_role(part_figure_ids, 'part') as figures
from judged
where certainty is not null
