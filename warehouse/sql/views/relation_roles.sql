-- Breakdowns and links in one shape: one row for each role of a relation, its figures added up.
-- What a plan is made up of must add up, too; but no forecast is a part of, or a base for, what has happened. A figure that
-- takes no part or is not stated counts as missing, never as 0: `missing_count` says how many, and a check decides what
-- that means.
with members as not materialized (
    select
        breakdown_id as relation_id, article_id, kind, rule, is_complete, quote,
        case kind when 'enumeration' then 'count' else 'total' end as role,
        -1 as position, total_figure_id as figure_id, null as item
    from breakdowns
    where total_figure_id is not null and not starts_with(rule, 'implied_')
    union all
    select
        breakdowns.breakdown_id, breakdowns.article_id, breakdowns.kind, breakdowns.rule, breakdowns.is_complete,
        breakdowns.quote,
        case breakdowns.kind when 'enumeration' then 'item' else 'part' end,
        breakdown_parts.position, breakdown_parts.figure_id, breakdown_parts.item
    from breakdowns
    inner join breakdown_parts on breakdowns.breakdown_id = breakdown_parts.breakdown_id
    where not starts_with(breakdowns.rule, 'implied_')
    union all
    select
        links.link_id, links.article_id, links.kind, links.rule, true, links.quote,
        link_figures.role, link_figures.position, link_figures.figure_id, null
    from links
    inner join link_figures on links.link_id = link_figures.link_id
    where not starts_with(links.rule, 'implied_')
),

read as (
    select
        members.*,
        figures.figure_id as stated_id, figures.is_planned, figures.factor,
        figures.s_low, figures.s_high, figures.p_low, figures.p_high,
        figures.value * figures.factor as base_value, figures.granule * figures.factor as base_granule,
        figures.kind as figure_kind, figures.unit, figures.metric_code, figures.qualifier,
        -- Where the text relates two counts, their nouns need not be the same: 230 of 412 cases, sales of so many units,
        -- 96 launches of 214 times.
        case
            when starts_with(figures.dimension, 'of ') or figures.dimension = 'multiple' and figures.kind = 'count'
                then 'number'
            else figures.dimension
        end as dimension
    from members
    left join checkable_figures as figures on members.figure_id = figures.figure_id
),

-- Where forecasts do not mix with facts: all parts and bases of a relation are planned, rate and amount of a rate, or there
-- are none of these. What is planned is exchanged at the rate of today, differs from what there is, and is a share of it:
-- "will cut 200 jobs, or 5 percent of its workforce".
mixed as (
    select relation_id
    from read
    group by relation_id
    having bool_or(is_planned and rule not in ('exchanged', 'difference', 'dated_difference', 'named_base', 'of_all', 'rate_product'))
        and bool_or(kind = 'enumeration' or not is_planned and role in ('part', 'base', 'rate', 'amount'))
),

stated as not materialized (
    select read.* exclude (is_planned)
    from read
    anti join mixed on read.relation_id = mixed.relation_id and read.is_planned
    union all by name
    select read.relation_id, read.article_id, read.kind, read.rule, read.is_complete, read.quote, read.role, read.position,
        read.figure_id, read.item
    from read
    semi join mixed on read.relation_id = mixed.relation_id and read.is_planned
),

-- Nearly all roles have one member, which needs no adding up: that is a quarter of the cost of all checks.
shared as (
    select hash(relation_id, role) as role_key
    from members
    group by role_key
    having count(*) > 1
),

alone as (
    select
        relation_id, role, article_id, kind, rule, is_complete, quote,
        1::bigint as member_count,
        (stated_id is null)::bigint as missing_count,
        dimension, factor, s_low, s_high, p_low, p_high,
        base_value as value,
        coalesce(base_value, p_low) as smallest_value,
        base_granule as granule,
        figure_kind, unit, metric_code, qualifier,
        case when item is null then [] else [item] end as items,
        case when stated_id is null then [] else [stated_id] end as figure_ids,
        case when stated_id is null then [] else [struct_pack(value := base_value, low := p_low, high := p_high)] end
            as numbers
    from stated
    where hash(relation_id, role) not in (select role_key from shared)
),

-- Of the members of a role, in the order of the text. Grouped by the keys alone: all else is the same in a relation.
added as (
    select
        relation_id,
        role,
        any_value(article_id) as article_id,
        any_value(kind) as kind,
        any_value(rule) as rule,
        any_value(is_complete) as is_complete,
        any_value(quote) as quote,
        count(*) as member_count,
        count(*) - count(stated_id) as missing_count,
        -- NULL when the members are not of one dimension: then nothing is added up.
        case when min(dimension) = max(dimension) then min(dimension) end as dimension,
        min(factor) as factor,
        sum(s_low) as s_low,
        sum(s_high) as s_high,
        sum(p_low) as p_low,
        sum(p_high) as p_high,
        sum(base_value) as value,
        min(coalesce(base_value, p_low)) as smallest_value,
        max(base_granule) as granule,
        arg_min(figure_kind, position) as figure_kind,
        arg_min(unit, position) as unit,
        arg_min(metric_code, position) as metric_code,
        arg_min(qualifier, position) as qualifier,
        list(item order by position) filter (where item is not null) as items,
        list(stated_id order by position) filter (where stated_id is not null) as figure_ids,
        list(struct_pack(value := base_value, low := p_low, high := p_high) order by position)
            filter (where stated_id is not null) as numbers
    from stated
    where hash(relation_id, role) in (select role_key from shared)
    group by relation_id, role
)

select * from alone
union all by name
select * replace (coalesce(items, []) as items, coalesce(figure_ids, []) as figure_ids, coalesce(numbers, []) as numbers)
from added
