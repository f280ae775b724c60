-- severity: error
-- relation: order
-- reach: article
-- needs: doubtful_roles: kind = 'order'
-- Fails when a figure that the words place above another is below it.
-- Why: "followed by", "ahead of", "leads" order what they name. Two numbers without a hedge are compared as they are printed:
-- who writes "rose to 4.6% from 4.7%" rounds both in one way, and no rounding turns them round.
-- Not: equal values, figures of two units, and falls ("a bigger fall" is a smaller number). A change whose noun gives the
-- direction ("its gain to 5 from 7"), or "grew to 5 against 7", is a note: it may belong to something else.
with sides as (
    select
        greater.relation_id, greater.rule, greater.factor, greater.unit,
        greater.s_low, greater.s_high, greater.p_low, greater.p_high,
        greater.numbers, greater.figure_ids,
        greater.value, lesser.value as lesser_value,
        greater.qualifier = 'exact' and lesser.qualifier = 'exact' as is_as_printed,
        lesser.s_low as lesser_s_low, lesser.s_high as lesser_s_high,
        lesser.p_low as lesser_p_low, lesser.p_high as lesser_p_high,
        lesser.numbers as lesser_numbers, lesser.figure_ids as lesser_figure_ids
    from doubtful_roles as greater
    inner join doubtful_roles as lesser on greater.relation_id = lesser.relation_id and lesser.role = 'lesser'
    where greater.kind = 'order' and greater.role = 'greater'
        and greater.member_count = 1 and greater.missing_count = 0
        and lesser.member_count = 1 and lesser.missing_count = 0
        and (
            greater.dimension = lesser.dimension
            and (greater.dimension <> 'number' or coalesce(greater.unit = lesser.unit, true))
            -- "19 cents a share, above the forecast of 14 cents": what it is per is said once.
            or starts_with(greater.unit, lesser.unit || ' per ') or starts_with(lesser.unit, greater.unit || ' per ')
        )
        and greater.smallest_value >= 0 and lesser.smallest_value >= 0
),

compared as (
    select
        *,
        coalesce(
            verdict_above(lesser_s_low, lesser_p_low, s_high, p_high),
            case when is_as_printed and exceeds(lesser_value, value) then 'printed' end
        ) as verdict
    from sides
),

judged as (
    select
        *,
        case
            when verdict is null then null
            when rule in ('to_from', 'from_to', 'to_against') then 'note'
            when verdict = 'printed' then 'tension'
            else verdict
        end as certainty
    from compared
)

select
    *,
    case rule
        when 'range_ends' then 'a range runs down from {lesser_numbers:sum} to {numbers:sum}{unit:unit}'
        else '{numbers:sum}{unit:unit} is said to be more than {lesser_numbers:sum}'
    end as message,
    '{numbers:sum} > {lesser_numbers:sum}' as formula,
    if(verdict = 'printed', value, as_judged(certainty, s_low, p_low)) / factor as computed_low,
    if(verdict = 'printed', value, as_judged(certainty, s_high, p_high)) / factor as computed_high,
    if(verdict = 'printed', lesser_value, as_judged(certainty, lesser_s_low, lesser_p_low)) / factor as expected_low,
    'inf'::double as expected_high,
    expected_low - computed_high as gap,
    with_role(figure_ids, 'greater') || with_role(lesser_figure_ids, 'lesser') as figures
from judged
where certainty is not null
