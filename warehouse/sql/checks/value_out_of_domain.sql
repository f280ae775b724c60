-- severity: error
-- reach: article
-- needs: checkable_figures: kind = 'share' and s_low > 1.0 or kind in ('count', 'ordinal_milestone') and (s_high < 0.0 or value <> floor(value))
-- Fails when one figure is impossible by itself: a turnout, stake or market share above 100%. Any other share above 100%,
-- and a negative or fractional count, is a note.
-- Why: a part is not more than its whole, and things are counted whole.
-- Not: percentages of something else, growth, rates, averages ("2.4 children"), counts in thousands or millions.
with judged as (
    select
        *,
        case
            when kind = 'share' and exceeds(s_low, 1.0) and dimension = 'ratio' then 'a share of a whole above 100%'
            when kind in ('count', 'ordinal_milestone') and exceeds(0.0, s_high) then 'a negative count'
            when kind = 'ordinal_milestone' and value <> floor(value) then 'a fractional count'
        end as fault
    from checkable_figures
    where not is_planned and kind in ('share', 'count', 'ordinal_milestone')
)

select
    -- Debt may be 300% of equity, and a negative count a change whose words were not understood.
    case
        -- "A stake of 400%" is hardly a slip: the words were not understood.
        when metric_code in ('market_share', 'turnout', 'approval', 'stake', 'probability', 'occupancy')
            and p_low <= 1.5
            then 'contradiction'
        else 'note'
    end as certainty,
    '"{quote}" is {fault}' as message,
    '{value} outside ' || case kind when 'share' then '0 to 100%' else '0, 1, 2, ...' end as formula,
    quote,
    fault,
    value,
    s_low as computed_low,
    s_high as computed_high,
    0.0 as expected_low,
    case kind when 'share' then 1.0 else 'inf'::double end as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role([figure_id], 'value') as figures
from judged
where fault is not null
