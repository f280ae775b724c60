-- What each publisher states, and how much of it is disputed.
select
    memory.main.shown_by(articles.publisher, articles.url, articles.source) as publisher,
    count(distinct articles.article_id) as articles,
    count(figures.figure_id) as figures,
    count(concerns.figure_id) as disputed
from articles
left join figures on articles.article_id = figures.article_id
left join memory.main.concerns as concerns on figures.figure_id = concerns.figure_id and concerns.is_disputed
where articles.superseded_by is null
group by all
order by figures desc, publisher
limit 15
