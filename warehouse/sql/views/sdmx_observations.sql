-- Figures as observations of SDMX, as `crossfoot export` writes them: those with entity, metric and period. Codes have
-- the letters that SDMX allows; what is unknown is _U, what does not apply _Z. OBS_STATUS: A as it is, E hedged or a
-- range, F forecast or target, U disputed. OBS_LOW and OBS_HIGH are what a careful reader takes.
select
    case
        when figures.is_cumulative or figures.period_start is null then '_Z'
        when figures.period_start = figures.period_end then 'D'
        when not is_whole_months(figures.period_start, figures.period_end) then '_O'
        when month_count(figures.period_start, figures.period_end) = 1 then 'M'
        when month_count(figures.period_start, figures.period_end) = 3 and month(figures.period_end) % 3 = 0 then 'Q'
        when month_count(figures.period_start, figures.period_end) = 6 and month(figures.period_end) % 6 = 0 then 'S'
        when month_count(figures.period_start, figures.period_end) = 12 and month(figures.period_end) = 12 then 'A'
        else '_O'
    end as "FREQ",
    sdmx_code(figures.entity_code) as "ENTITY",
    sdmx_code(figures.metric_code) as "INDICATOR",
    coalesce(sdmx_code(figures.place_code), '_U') as "REF_AREA",
    coalesce(sdmx_code(figures.scope), '_Z') as "SCOPE",
    case figures.unit
        when 'percent' then 'PT'
        else coalesce(sdmx_code(coalesce(figures.unit_code, figures.unit)), '_Z')
    end as "UNIT_MEASURE",
    case when figures.is_cumulative then 'TOTAL' else 'PERIOD' end as "ACCUMULATION",
    figures.figure_id as "FIGURE",
    case "FREQ"
        when '_Z' then figures.period_end::varchar
        when 'D' then figures.period_end::varchar
        when 'M' then strftime(figures.period_end, '%Y-%m')
        when 'Q' then year(figures.period_end) || '-Q' || quarter(figures.period_end)
        when 'S' then year(figures.period_end) || '-S' || (month(figures.period_end) // 6)
        when 'A' then year(figures.period_end)::varchar
        else figures.period_start || '/P' || (figures.period_end - figures.period_start + 1) || 'D'
    end as "TIME_PERIOD",
    coalesce(figures.value, (figures.stated_low + figures.stated_high) / 2) as "OBS_VALUE",
    figures.read_low as "OBS_LOW",
    figures.read_high as "OBS_HIGH",
    case
        when reconciled_figures.figure_id is null then 'U'
        when figures.status <> 'reported' then 'F'
        when figures.qualifier <> 'exact' then 'E'
        else 'A'
    end as "OBS_STATUS",
    figures.qualifier as "QUALIFIER",
    0 as "UNIT_MULT",
    articles.publisher as "PUBLISHER",
    articles.published_on as "PUBLISHED",
    figures.article_id as "ARTICLE",
    figures.quote as "COMMENT_OBS"
from figures
inner join articles using (article_id)
left join reconciled_figures using (figure_id)
where
    figures.entity_code is not null
    and figures.metric_code is not null
    and figures.period_end is not null
order by figures.entity_code, figures.metric_code, figures.period_end, figures.figure_id
