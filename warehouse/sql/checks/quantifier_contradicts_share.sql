-- severity: note
-- relation: share
-- reach: article
-- needs: worded_shares: part_figure_id is not null
-- Notes words for a share ("most", "the vast majority") that the part and the whole beside them do not bear out.
-- Why: "vast majority" for two thirds is a matter of taste, for a third it is not.
-- Not: shares with a number (share_contradicts_levels), shares of a name (quantifier_contradicts_totals).
with sides as (
    select
        part, whole, worded_shares.quote as words,
        worded_shares.read_low as share_p_low, worded_shares.read_high as share_p_high,
        quotient_low(part.p_low, whole.p_high) as p_low, quotient_high(part.p_high, whole.p_low) as p_high
    from worded_shares
    inner join checkable_figures as part on worded_shares.part_figure_id = part.figure_id
    inner join checkable_figures as whole on worded_shares.base_figure_id = whole.figure_id
    where whole.p_low > 0 and part.p_low >= 0 and part.kind = whole.kind
        -- Where the text relates two counts, their nouns need not be the same.
        and (part.dimension = whole.dimension or part.kind = 'count')
)

select
    *,
    'note' as certainty,
    '{part.p:range} of {whole.p:range}{whole.unit:unit} is {p:percent}, "{words}" stands for {share_p:percent}' as message,
    '"{part.quote}" / "{whole.quote}" = {p:percent}' as formula,
    100 * p_low as computed_low,
    100 * p_high as computed_high,
    100 * share_p_low as expected_low,
    100 * share_p_high as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role([part.figure_id], 'part') || with_role([whole.figure_id], 'base') as figures
from sides
where apart(p_low, p_high, share_p_low, share_p_high)
