-- The figures that are compared with others without the text saying so, and the keys by which they meet: `line_key` is the
-- same of all figures that a check may hold against each other, but for the entity's parts and wholes; `flow_key` of all
-- that is told of what happens again and again, whatever its time.
select
    figure_id, article_id, origin_id, published_on, series_key, time_key, entity_code, metric_code, place_code, scope,
    kind, quote, value, unit, dimension, factor, s_low, s_high, p_low, p_high,
    period_start, period_end, period_basis, is_cumulative, aggregation, is_single_valued,
    hash(entity_code, line_of(metric_code, place_code, kind, is_cumulative, period_start, period_end)) as line_key,
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
