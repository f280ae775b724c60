-- The roles of the relations whose sides, by their ends alone, need not agree: most hold, which one pass over numbers shows.
-- `one` is the part, the new or the lesser side, `other` the total, base, old or greater one, `told` the share or growth.
with spans as (
    select
        relation_id,
        kind,
        bool_and(is_complete) as is_complete,
        max(value) - min(value) > coalesce(max(granule), 0.0) as is_spread,
        min(dimension) <> max(dimension) or min(dimension) = 'number' as is_of_two_units,
        max(value) filter (role = 'lesser') as one_value,
        max(value) filter (role = 'greater') as other_value,
        max(s_low) filter (role in ('part', 'new', 'lesser')) as one_s_low,
        max(s_high) filter (role in ('part', 'new', 'lesser')) as one_s_high,
        max(p_low) filter (role in ('part', 'new', 'lesser')) as one_p_low,
        max(p_high) filter (role in ('part', 'new', 'lesser')) as one_p_high,
        max(s_low) filter (role in ('total', 'base', 'old', 'greater')) as other_s_low,
        max(s_high) filter (role in ('total', 'base', 'old', 'greater')) as other_s_high,
        max(p_low) filter (role in ('total', 'base', 'old', 'greater')) as other_p_low,
        max(p_high) filter (role in ('total', 'base', 'old', 'greater')) as other_p_high,
        max(s_low) filter (role = kind) as told_s_low,
        max(s_high) filter (role = kind) as told_s_high,
        max(p_low) filter (role = kind) as told_p_low,
        max(p_high) filter (role = kind) as told_p_high
    from relation_roles
    where kind in ('sum', 'share', 'growth', 'order', 'conversion')
    group by relation_id, kind
)

select *
from relation_roles
where relation_id in (
    select relation_id
    from spans
    where case kind
        when 'conversion' then is_spread or is_of_two_units
        when 'growth' then one_p_low > (1 + told_p_high) * other_p_high or one_p_high < (1 + told_p_low) * other_p_low
            or one_s_low > (1 + told_s_high) * other_s_high or one_s_high < (1 + told_s_low) * other_s_low
        when 'share' then one_p_low > told_p_high * other_p_high or one_p_high < told_p_low * other_p_low
            or one_s_low > told_s_high * other_s_high or one_s_high < told_s_low * other_s_low
        else one_value > other_value or one_p_low > other_p_high or one_s_low > other_s_high
            or kind = 'sum' and is_complete and (one_p_high < other_p_low or one_s_high < other_s_low)
    end
)
