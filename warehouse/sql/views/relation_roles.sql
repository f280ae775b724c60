-- Breakdowns and links in one shape: one row for each role of a relation, its figures added up.
-- A figure that takes no part in checks (a forecast, a replaced one) or is not stated counts as missing, never as 0:
-- `missing_count` says how many, and a check decides what that means.
with members as (
    select
        breakdown_id as relation_id, article_id, kind, rule, is_complete, quote,
        case kind when 'enumeration' then 'count' else 'total' end as role,
        -1 as position, total_figure_id as figure_id, null as item
    from breakdowns
    where total_figure_id is not null
    union all
    select
        breakdowns.breakdown_id, breakdowns.article_id, breakdowns.kind, breakdowns.rule, breakdowns.is_complete,
        breakdowns.quote,
        case breakdowns.kind when 'enumeration' then 'item' else 'part' end,
        breakdown_parts.position, breakdown_parts.figure_id, breakdown_parts.item
    from breakdowns
    inner join breakdown_parts on breakdowns.breakdown_id = breakdown_parts.breakdown_id
    union all
    select
        links.link_id, links.article_id, links.kind, links.rule, true, links.quote,
        link_figures.role, link_figures.position, link_figures.figure_id, null
    from links
    inner join link_figures on links.link_id = link_figures.link_id
)

select
    members.relation_id,
    members.article_id,
    members.kind,
    members.rule,
    members.is_complete,
    members.quote,
    members.role,
    count(*) as member_count,
    count(*) - count(figures.figure_id) as missing_count,
    -- NULL when the members are not of one dimension: then nothing is added up.
    case when count(distinct counted.dimension) = 1 then any_value(counted.dimension) end as dimension,
    min(figures.factor) as factor,
    sum(figures.s_low) as s_low,
    sum(figures.s_high) as s_high,
    sum(figures.p_low) as p_low,
    sum(figures.p_high) as p_high,
    sum(figures.value * figures.factor) as value,
    min(coalesce(figures.value * figures.factor, figures.p_low)) as smallest_value,
    max(figures.granule * figures.factor) as granule,
    any_value(figures.kind) as figure_kind,
    any_value(figures.unit) as unit,
    any_value(figures.metric_code) as metric_code,
    any_value(figures.qualifier) as qualifier,
    list(members.item order by members.position) filter (where members.item is not null) as items,
    list(figures.figure_id order by members.position) filter (where figures.figure_id is not null) as figure_ids,
    list(
        struct_pack(
            value := figures.value * figures.factor, low := figures.p_low, high := figures.p_high
        ) order by members.position
    ) filter (where figures.figure_id is not null) as numbers
from members
left join checkable_figures as figures on members.figure_id = figures.figure_id
-- Where the text relates two counts, their nouns need not be the same: 230 of 412 cases, sales of so many units.
left join lateral (
    select case when starts_with(figures.dimension, 'of ') then 'number' else figures.dimension end as dimension
) as counted on true
group by all
