-- The figures that are compared with others without the text saying so, and the keys by which they meet: `line_key` is the
-- same of all figures that a check may hold against each other, and of an entity's parts and wholes but for the entity
-- (`rest_of_line`); `part_key` of those of parts and wholes that must agree; `flow_key` of all that is told of what happens
-- again and again, whatever its time. Text is what it costs to read of this: what only tells figures apart is in the keys.
select
    figure_id, article_id, published_on, series_key, time_key, entity_code, place_code,
    quote, value, unit, dimension, factor, s_low, s_high, p_low, p_high, period_start, period_end,
    is_cumulative, is_single_valued, is_amount(kind) as is_amount,
    -- Words that say that a count of events runs on: "so far", "since", "has sold", "its 5,000th". Those of a day alone do not.
    is_amount(kind) and is_cumulative and aggregation = 'events' and (
        kind = 'ordinal_milestone' or period_basis is null
        or period_basis in ('to_date', 'since', 'perfect', 'reached', 'now', 'counted', 'by')
    ) as runs_on,
    line_of(metric_code, place_code, kind, is_cumulative, period_start, period_end) as rest_of_line,
    hash(entity_code, rest_of_line) as line_key,
    case
        when not is_amount(kind) then hash(metric_code, dimension, kind, place_code, period_start, period_end, value)
        when aggregation in ('events', 'flow', 'stock')
            -- Running totals are of one start, and of any day.
            then hash(
                metric_code, dimension, scope, is_cumulative, period_start, case when not is_cumulative then period_end end
            )
    end as part_key,
    case
        when aggregation = 'events' and is_amount(kind)
            then hash(entity_code, metric_code, place_code, scope, base)
    end as flow_key
from checkable_figures
where is_identified
    and (
        is_amount(kind) and (is_cumulative or aggregation in ('events', 'flow', 'result', 'stock'))
        -- Shares, growth and rates are compared between part and whole alone.
        or kind in ('growth', 'percent', 'share', 'rate')
        and entity_code in (select part_code from entity_parts union all select whole_code from entity_parts)
    )
