-- Articles for the list, the latest first.
select
    articles.article_id,
    memory.main.heading(articles.title, articles.text, articles.source_id) as heading,
    articles.source_id,
    articles.publisher,
    articles.published_on,
    articles.published,
    count(figures.figure_id) as figures,
    count(concerns.figure_id) as disputed
from articles
left join figures on articles.article_id = figures.article_id
left join memory.main.concerns as concerns on figures.figure_id = concerns.figure_id and concerns.is_disputed
where articles.superseded_by is null
group by all
order by articles.published_on desc nulls last, articles.article_id
