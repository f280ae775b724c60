-- The figures of relations that share one with another relation: such relations hold together or not at all.
-- Not in it: relations with a figure that is not stated (but for sums, whose known parts still have to fit), with sides of
-- two dimensions, with values that can be negative, and orders whose verb may belong to something else.
-- Which relations share a figure is asked first: most share none.
with named as (
    select relation_id, unnest(figure_ids) as figure_id
    from relation_roles
    where kind in ('sum', 'share', 'growth', 'order') and rule not in ('to_from', 'from_to', 'to_against')
),

touching as (
    select distinct relation_id
    from named
    semi join (
        select figure_id from named group by figure_id having min(relation_id) <> max(relation_id)
    ) as common on named.figure_id = common.figure_id
),

able as (
    select
        relation_id,
        kind,
        case
            when kind = 'sum' and (not bool_and(is_complete) or sum(missing_count) > 0 or sum(member_count) < 3) then 'sum at most'
            else kind
        end as shape
    from relation_roles
    semi join touching using (relation_id)
    group by relation_id, kind
    having bool_and(role = 'part' or member_count = 1)
        -- A change in the levels' own unit is no weight: its balance is checked alone.
        and bool_and(role <> 'change')
        and bool_and(kind = 'sum' and role = 'part' or missing_count = 0)
        -- Of a share and a growth the percentage is a weight; the other sides are of one dimension.
        and count(distinct dimension) filter (where role <> kind) = 1
        and bool_and(dimension is not null)
        -- A change in the units of its levels is no weight.
        and (kind not in ('share', 'growth') or coalesce(bool_and(dimension = 'ratio') filter (where role = kind), false))
        and bool_and(role = kind or smallest_value >= 0 and figure_kind not in ('growth', 'rate', 'rank', 'score'))
        and (
            kind in ('sum', 'share')
            or coalesce(min(unit) filter (where role <> kind) = max(unit) filter (where role <> kind), true)
        )
        and count(*) = case kind when 'sum' then 2 when 'order' then 2 else 3 end
),

used as (
    select relation_id, able.shape, relation_roles.role, unnest(relation_roles.figure_ids) as figure_id
    from relation_roles
    inner join able using (relation_id)
),

shared as (
    select figure_id
    from used
    group by figure_id
    having min(relation_id) <> max(relation_id)
),

connected as (
    select distinct used.relation_id
    from used
    semi join shared on used.figure_id = shared.figure_id
)

select
    used.relation_id, used.shape, used.role, used.figure_id,
    figures.s_low, figures.s_high, figures.p_low, figures.p_high
from used
semi join connected on used.relation_id = connected.relation_id
inner join checkable_figures as figures on used.figure_id = figures.figure_id
order by used.relation_id, used.role, used.figure_id
