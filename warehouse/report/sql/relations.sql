-- Breakdowns and links with their members, by article.
with members as (
    select
        breakdown_id as relation_id, article_id, kind, char_start, quote,
        case kind when 'enumeration' then 'count' else 'total' end as role,
        -1 as position, total_figure_id as figure_id, null as item
    from breakdowns
    where total_figure_id is not null
    union all
    select
        breakdowns.breakdown_id, breakdowns.article_id, breakdowns.kind, breakdowns.char_start, breakdowns.quote,
        case breakdowns.kind when 'enumeration' then 'item' else 'part' end,
        breakdown_parts.position, breakdown_parts.figure_id, breakdown_parts.item
    from breakdowns
    inner join breakdown_parts on breakdowns.breakdown_id = breakdown_parts.breakdown_id
    union all
    select
        links.link_id, links.article_id, links.kind, links.char_start, links.quote,
        link_figures.role, link_figures.position, link_figures.figure_id, null
    from links
    inner join link_figures on links.link_id = link_figures.link_id
)

select
    members.article_id,
    members.relation_id,
    members.kind,
    members.quote,
    members.role,
    members.item,
    numbers.number,
    figures.quote as figure_quote
from members
left join figures on members.figure_id = figures.figure_id
left join memory.main.numbers as numbers on members.figure_id = numbers.figure_id
order by members.article_id, members.char_start, members.relation_id, members.position, members.role, numbers.number
