-- Every figure with its article and the names of its entity, metric and place.
with entity_names as (
    select entity_code, min(name) as entity
    from entities
    group by entity_code
),

metric_names as (
    select metric_code, min(metric) as metric_name
    from metrics
    group by metric_code
),

place_names as (
    select place_code, min(place) as place_name
    from places
    group by place_code
)

select
    figures.*,
    -- A listed name where there is one, else the text's own words.
    coalesce(entity_names.entity, figures.subject, figures.entity_code) as entity,
    coalesce(metric_names.metric_name, figures.metric, figures.metric_code) as metric_name,
    coalesce(place_names.place_name, figures.place, figures.place_code) as place_name,
    articles.source_id,
    articles.source,
    articles.publisher,
    articles.title,
    articles.url,
    articles.published_on,
    articles.published_precision,
    articles.story_id
from figures
inner join articles using (article_id)
left join entity_names using (entity_code)
left join metric_names using (metric_code)
left join place_names using (place_code)
