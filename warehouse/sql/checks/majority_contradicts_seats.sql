-- severity: error
-- reach: article
-- needs: relation_roles: role = 'missing' or role = 'beyond'
-- Fails when so many seats are not as far from a majority of all seats as the text says.
-- Why: a majority is half of all seats, and one more: who has 98 of 200 is three short of it.
-- Not: a hedged number; one more or less, where the half itself or a speaker's vote is counted otherwise.
with sides as (
    select
        gap.value as gap_value, gap.figure_ids as gap_figure_ids,
        seats.value as seats_value, seats.figure_ids as seats_figure_ids,
        everybody.value as all_value, everybody.figure_ids as all_figure_ids,
        floor(all_value / 2) + 1 as majority,
        if(gap.role = 'missing', majority - seats_value, seats_value - majority) as computed
    from relation_roles as gap
    inner join relation_roles as seats on gap.relation_id = seats.relation_id and seats.role = 'numerator'
    inner join relation_roles as everybody on gap.relation_id = everybody.relation_id and everybody.role = 'denominator'
    where gap.role in ('missing', 'beyond')
        and gap.qualifier = 'exact' and seats.qualifier = 'exact' and everybody.qualifier = 'exact'
        and gap.value is not null and seats.value is not null and everybody.value is not null
)

select
    'contradiction' as certainty,
    '{seats_value} of {all_value} seats are {computed} from a majority of {majority}, stated is {gap_value}' as message,
    '{all_value} / 2 + 1 = {majority}, {seats_value} is {computed} from it, stated {gap_value}' as formula,
    seats_value, all_value, gap_value, majority, computed,
    computed as computed_low,
    computed as computed_high,
    gap_value - 1 as expected_low,
    gap_value + 1 as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(seats_figure_ids, 'part') || with_role(all_figure_ids, 'total') || with_role(gap_figure_ids, 'difference')
        as figures
from sides
where abs(computed - gap_value) > 1
