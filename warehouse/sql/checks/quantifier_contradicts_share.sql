-- severity: note
-- relation: share
-- reach: article
-- needs: relation_roles: kind = 'share' and role = 'share' and value is null
-- Notes words for a share ("most", "the vast majority") that the stated levels do not bear out.
-- Why: "vast majority" for two thirds is a matter of taste, for a third it is not.
-- Not: shares with a number (share_contradicts_levels).
with sides as (
    select
        share.relation_id, base.factor, share.figure_ids as share_figure_ids,
        share.s_low as share_s_low, share.s_high as share_s_high,
        share.p_low as share_p_low, share.p_high as share_p_high,
        part.numbers as part_numbers, part.figure_ids as part_figure_ids,
        base.numbers as base_numbers, base.figure_ids as base_figure_ids,
        quotient_low(part.p_low, base.p_high) as p_low, quotient_high(part.p_high, base.p_low) as p_high
    from relation_roles as share
    inner join relation_roles as part on share.relation_id = part.relation_id and part.role = 'part'
    inner join relation_roles as base on share.relation_id = base.relation_id and base.role = 'base'
    where share.kind = 'share' and share.role = 'share'
        and share.dimension = 'ratio' and share.value is null
        and share.missing_count = 0 and part.missing_count = 0 and base.missing_count = 0
        and part.dimension = base.dimension
        and base.smallest_value > 0 and part.smallest_value >= 0
)

select
    *,
    'note' as certainty,
    '{part_numbers:sum} of {base_numbers:sum} is {p:percent}, the words stand for {share_p:percent}' as message,
    '{part_numbers:sum} / {base_numbers:sum}' as formula,
    100 * p_low as computed_low,
    100 * p_high as computed_high,
    100 * share_p_low as expected_low,
    100 * share_p_high as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(share_figure_ids, 'share')
    || with_role(part_figure_ids, 'part')
    || with_role(base_figure_ids, 'base') as figures
from sides
where apart(p_low, p_high, share_p_low, share_p_high)
