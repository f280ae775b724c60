-- What each publisher states and how much of it is disputed. A disputed figure need not be wrong: a finding names no
-- culprit. Articles without a publisher are under their source.
select
    coalesce(articles.publisher, articles.source) as publisher,
    count(distinct articles.article_id) as article_count,
    count(figures.figure_id) as figure_count,
    count(figures.figure_id) - count(reconciled_figures.figure_id) as disputed_count,
    (count(figures.figure_id) - count(reconciled_figures.figure_id)) / nullif(count(figures.figure_id), 0)
        as disputed_share
from articles
left join figures using (article_id)
left join reconciled_figures using (figure_id)
where articles.superseded_by is null
group by coalesce(articles.publisher, articles.source)
order by figure_count desc, publisher
