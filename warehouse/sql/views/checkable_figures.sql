-- The figures that checks may use, with both intervals in base units. Forecasts and targets are marked `is_planned`: a
-- text's own arithmetic must hold for them, too; nothing else is asked of them.
-- An open bound is -inf or inf here (NULL in figures). A figure is identified when entity, metric and time are known
-- none of them is a guess below the threshold, and the article gives no other value for the same: only identified
-- figures are compared without the text saying so.
-- Not in it: figures without any bound, figures of articles that a newer text replaced.
with dimensions as (
    select
        units.unit,
        -- 20 degrees Celsius are no multiple of 20 degrees Fahrenheit: each scale is a dimension of its own.
        case when any_value(scales.unit) is null then any_value(dimension)
            else any_value(dimension) || ' in ' || units.unit end as dimension,
        case when any_value(scales.unit) is null then any_value(factor) else 1.0 end as factor
    from units
    left join scales on units.unit = scales.unit
    where dimension is not null and factor > 0 and units.unit not in ('percent', 'fraction')
    group by units.unit
    union all
    -- A share is a share, in percent, as a fraction or of so many.
    values
        ('percent', 'ratio', 0.01), ('fraction', 'ratio', 1.0),
        ('per 1,000', 'ratio', 1e-3), ('per 10,000', 'ratio', 1e-4), ('per 100,000', 'ratio', 1e-5)
),

-- What each figure says by itself, in base units.
measured as (
    select
        figures.figure_id,
        figures.article_id,
        -- Who, what, where and of which kind, without when; equal keys at equal times are comparable figures. An unstated
        -- place, scope or base is like another unstated one and unlike any stated one. Running totals that do not start
        -- on the same day are two series.
        hash(
            figures.entity_code,
            figures.metric_code,
            figures.place_code,
            figures.scope,
            figures.base,
            figures.is_cumulative,
            case when figures.is_cumulative then figures.period_start end,
            case figures.kind when 'ordinal_milestone' then 'count' when 'share' then 'percent' else figures.kind end,
            case when figures.kind = 'money' then figures.unit else coalesce(dimensions.dimension, figures.unit) end
        ) as series_key,
        hash(
            figures.period_end,
            case when figures.is_cumulative then null else figures.period_start end
        ) as time_key,
        coalesce(articles.story_id, figures.article_id) as origin_id,
        articles.published_on,
        figures.field,
        figures.char_start,
        figures.quote,
        figures.kind,
        figures.value,
        figures.granule,
        figures.qualifier,
        figures.unit,
        -- Money of two currencies and nouns of two kinds are two dimensions; a counted noun is its own.
        coalesce(
            case when figures.kind = 'money' then 'money ' || figures.unit end,
            dimensions.dimension,
            'of ' || figures.unit,
            'number'
        ) as dimension,
        coalesce(dimensions.factor, 1.0) as factor,
        coalesce(figures.stated_low, '-inf'::double) * coalesce(dimensions.factor, 1.0) as s_low,
        coalesce(figures.stated_high, 'inf'::double) * coalesce(dimensions.factor, 1.0) as s_high,
        coalesce(figures.read_low, '-inf'::double) * coalesce(dimensions.factor, 1.0) as p_low,
        coalesce(figures.read_high, 'inf'::double) * coalesce(dimensions.factor, 1.0) as p_high,
        figures.entity_code,
        figures.metric_code,
        figures.base,
        figures.scope,
        figures.place_code,
        figures.period_start,
        figures.period_end,
        figures.is_cumulative,
        figures.status <> 'reported' as is_planned,
        figures.period_basis,
        figures.period_confidence,
        figures.field = 'text'
        and figures.entity_code is not null
        -- "shares" or "users" are no one in particular: two articles speak of different ones.
        and (figures.subject is null or figures.subject <> lower(figures.subject))
        and figures.metric_code is not null
        and figures.period_end is not null
        and (figures.is_cumulative or figures.period_start is not null)
        -- A quarter or month told from the day of publication is the last one. Where a later quarter had ended by then,
        -- the text named one to compare with.
        and (
            figures.period_basis is distinct from 'published' or articles.published_on is null
            or figures.period_end - figures.period_start > 92 or articles.published_on - figures.period_end <= 100
        )
        and least(
            figures.subject_confidence, figures.metric_confidence, figures.place_confidence, figures.period_confidence
        ) >= field_confidence()
        and figures.status = 'reported' as is_told
    from figures
    inner join articles on figures.article_id = articles.article_id
    -- "Seven thefts per 1,000" are a share of so many, too.
    left join dimensions
        on case when figures.kind = 'rate' and figures.unit like '% per 1%000' then regexp_extract(figures.unit, 'per [0-9,]+$') else figures.unit end
        = dimensions.unit and figures.kind <> 'money'
    where articles.superseded_by is null
        and coalesce(figures.stated_low, figures.stated_high, figures.read_low, figures.read_high) is not null
),

-- How values combine, of each metric in use: a row for the very metric before the one for whatever is counted.
aggregations as (
    select metric_code, arg_max(aggregation, length(row_code)) as aggregation
    from (
        select used.metric_code, metrics.metric_code as row_code, metrics.aggregation
        from (select distinct metric_code from figures) as used
        inner join metrics on used.metric_code = metrics.metric_code
        union all
        select used.metric_code, counted.metric_code, counted.aggregation
        from (select distinct metric_code from figures) as used
        inner join (select * from metrics where starts_with(metric_code, '*_')) as counted
            on ends_with(used.metric_code, counted.metric_code[2:])
    )
    group by metric_code
),

-- What the text calls a part of a figure is no second value of that figure's series.
stated_parts as (
    select distinct breakdown_parts.figure_id
    from breakdowns
    inner join breakdown_parts on breakdowns.breakdown_id = breakdown_parts.breakdown_id
    where breakdowns.total_figure_id is not null and breakdown_parts.figure_id is not null
        and not starts_with(breakdowns.rule, 'implied_')
),

known as materialized (
    select
        measured.* exclude (is_told),
        aggregations.aggregation,
        -- Of these an entity has one value at a time or in a period. Prices and indices move within it; deals and fines
        -- happen several times.
        coalesce(aggregations.aggregation in ('events', 'flow', 'result', 'stock'), false)
        and measured.unit is distinct from 'point'
        -- A small number without a noun may be a score or odds.
        and (measured.kind = 'money' or measured.unit is not null or measured.value >= 100) as is_single_valued,
        is_told and (stated_parts.figure_id is null or measured.place_code is not null) as is_known
    from measured
    left join aggregations on measured.metric_code = aggregations.metric_code
    left join stated_parts on measured.figure_id = stated_parts.figure_id
),

-- An article that gives several values for one thing tells them apart by words that were not understood: none of them
-- is compared with anything.
told_apart as (
    select hash(article_id, series_key, time_key) as told_key
    from known
    where is_known
    group by told_key
    having max(p_low) > min(p_high)
        -- Neighbours of one precision, which touch.
        or not is_above(min(p_high), max(p_low)) and min(p_low) < max(p_low) and min(p_high) < max(p_high)
)

select
    * exclude (is_known),
    is_known and hash(article_id, series_key, time_key) not in (select told_key from told_apart) as is_identified
from known
