-- Every figure with its article and the names of its entity, metric and place. `figure` says in one line
-- what is known of it: whose, what, where, when.
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
),

named as (
    select
        figures.*,
        -- A listed name where there is one, else the text's own words.
        coalesce(entity_names.entity, figures.subject, figures.entity_code) as entity,
        coalesce(metric_names.metric_name, figures.metric, figures.metric_code) as metric_name,
        coalesce(place_names.place_name, figures.place, figures.place_code) as place_name
    from figures
    left join entity_names using (entity_code)
    left join metric_names using (metric_code)
    left join place_names using (place_code)
)

select
    -- concat_ws leaves out what is unknown.
    concat_ws(
        ', ',
        named.entity,
        named.metric_name,
        named.place_name,
        case
            when named.is_cumulative then 'to ' || named.period_end
            when named.period_start = named.period_end then named.period_end::varchar
            else coalesce(named.period_start || ' to ' || named.period_end, 'to ' || named.period_end)
        end
    ) as figure,
    named.*,
    articles.source_id,
    articles.source,
    articles.publisher,
    articles.title,
    articles.url,
    articles.published_on,
    articles.published_precision,
    articles.story_id
from named
inner join articles using (article_id)
