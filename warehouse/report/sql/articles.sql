-- Current articles, in the order in which figures, relations and rejects are joined to them.
select article_id, source_id, source, publisher, title, url, published, published_on, text, story_id,
    memory.main.heading_length(title, text) as heading_length
from articles
where superseded_by is null
order by article_id
