-- One row a relation, with the ends of its sides: enough to see that most hold, before the checks of each kind are planned.
-- `one` is the part, the new or the lesser side, `other` the total, base, old or greater one, `told` the share or growth.
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
