-- severity: error
-- relation: share
-- reach: article
-- needs: doubtful_roles: kind = 'share'
-- Fails when a stated share cannot be what the stated part is of the stated base.
-- Why: part = share x base, each as precise as it is printed.
-- Not: a share whose part or base the text does not relate to it; a share in words without a number
-- ("vast majority": quantifier_contradicts_share). A hedged fraction ("nearly two thirds" of 62%) or percentage ("around
-- 40%" of 42%) that is a little off is a note.
with sides as (
    select
        share.relation_id, base.factor, base.unit,
        share.s_low as share_s_low, share.s_high as share_s_high,
        share.p_low as share_p_low, share.p_high as share_p_high,
        share.numbers as share_numbers, share.qualifier, share.unit as share_unit, share.factor as share_factor,
        share.figure_ids as share_figure_ids,
        part.numbers as part_numbers, part.figure_ids as part_figure_ids,
        base.numbers as base_numbers, base.figure_ids as base_figure_ids,
        quotient_low(part.s_low, base.s_high) as s_low, quotient_high(part.s_high, base.s_low) as s_high,
        quotient_low(part.p_low, base.p_high) as p_low, quotient_high(part.p_high, base.p_low) as p_high
    from doubtful_roles as share
    inner join doubtful_roles as part on share.relation_id = part.relation_id and part.role = 'part'
    inner join doubtful_roles as base on share.relation_id = base.relation_id and base.role = 'base'
    where share.kind = 'share' and share.role = 'share'
        and share.dimension = 'ratio'
        and share.value is not null
        and share.member_count = 1 and share.missing_count = 0
        and part.missing_count = 0
        and base.member_count = 1 and base.missing_count = 0
        and part.dimension = base.dimension
        -- A part of nothing, or of a loss, has no share.
        and base.smallest_value > 0 and part.smallest_value >= 0
),

judged as (
    select
        *,
        case
            when verdict(s_low, s_high, p_low, p_high, share_s_low, share_s_high, share_p_low, share_p_high) = 'tension'
                and (share_unit = 'fraction' and qualifier <> 'exact' or qualifier = 'approximately') then 'note'
            else verdict(s_low, s_high, p_low, p_high, share_s_low, share_s_high, share_p_low, share_p_high)
        end as certainty
    from sides
)

select
    *,
    '{part_numbers:sum} of {base_numbers:sum}{unit:unit} is {p:percent}, the stated share is {share_p:percent}' as message,
    '({part_numbers:sum}) / {base_numbers:sum} = {p:percent}, stated {share_numbers:as_percent}%' as formula,
    100 * as_judged(certainty, s_low, p_low) as computed_low,
    100 * as_judged(certainty, s_high, p_high) as computed_high,
    100 * as_judged(certainty, share_s_low, share_p_low) as expected_low,
    100 * as_judged(certainty, share_s_high, share_p_high) as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(share_figure_ids, 'share')
    || with_role(part_figure_ids, 'part')
    || with_role(base_figure_ids, 'base') as figures
from judged
where certainty is not null
