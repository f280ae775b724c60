-- severity: error
-- reach: article
-- needs: relation_roles: kind = 'sum' and role = 'part' and dimension = 'ratio' and member_count > 1
-- Fails when shares that the text declares to be all of a whole do not sum to 100%, or shares that exclude one another exceed it.
-- Why: n shares printed to g may miss 100 by n x g / 2, not by more.
-- Not: shares of which one is not stated, shares with a stated total (parts_contradict_total), answers of which several
-- can be given (the text does not call those all of a whole).
with judged as (
    select
        part.*,
        case
            when part.is_complete
                then verdict(part.s_low, part.s_high, part.p_low, part.p_high, 1.0, 1.0, 1.0, 1.0)
            else verdict_above(part.s_low, part.p_low, 1.0, 1.0)
        end as certainty
    from relation_roles as part
    anti join relation_roles as total on part.relation_id = total.relation_id and total.role = 'total'
    where part.kind = 'sum' and part.role = 'part'
        and part.member_count > 1 and part.missing_count = 0
        and part.dimension = 'ratio'
        and part.smallest_value >= 0
)

select
    *,
    'shares of a whole sum to {p:percent}' as message,
    case when is_complete then '{numbers:as_percent} = 100' else '{numbers:as_percent} <= 100' end as formula,
    100 * as_judged(certainty, s_low, p_low) as computed_low,
    100 * as_judged(certainty, s_high, p_high) as computed_high,
    case when is_complete then 100.0 else 0.0 end as expected_low,
    100.0 as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(figure_ids, 'part') as figures
from judged
where certainty is not null
