-- Made articles with figures and relations, in the proportions of a sample of real ones: 18 figures an article, a third
-- of them identified, entities and metrics from very common to very rare, 15% hedged, five relations in two articles.
-- All figures of one entity, metric and time are printed from one true value, so that what is wrong is what was made
-- wrong. Parameters: the count of articles, and a seed.

-- A number in [0, 1) that depends on its arguments alone.
create or replace temp macro chance(a, b, c) as hash(a, b, c) / 18446744073709551616.0;

-- Ids in no order, as hashes of texts are.
create or replace temp macro made_id(number) as format('{:016x}', hash(number));

-- The true value of an entity's metric in a year: from hundreds to billions, a little more each year.
create or replace temp macro truth(entity, metric, year) as
    power(10, 2.5 + 6 * chance(entity, metric, 'size')) * power(1.02 + 0.04 * chance(entity, metric, 'growth'), year - 2000);

-- Entities that are a part of the one before them, and sell a third of what it sells.
create or replace temp macro is_part(entity) as entity between 200 and 330 and entity % 2 = 1;

create or replace temp table made_metrics as
select metric_code, aggregation, row_number() over (order by hash(metric_code)) - 1 as number
from metrics
where not contains(metric_code, '*') and aggregation is not null;

create or replace temp table made_slots as
with places as (
    select $seed * 100000000 + made.number as article, slots.slot
    from range($articles) as made(number), range(18) as slots(slot)
),

slots as (
    select
        article, slot,
        chance(article, slot, 'entity') as by_entity, chance(article, slot, 'metric') as by_metric,
        chance(article, slot, 'known') as by_known, chance(article, slot, 'hedge') as by_hedge,
        chance(article, slot, 'digits') as by_digits, chance(article, slot, 'wrong') as by_wrong,
        chance(article, 0, 'entity') as by_first, chance(article, 0, 'metric') as by_first_metric,
        -- Relations of an article share entity, metric and time: (old, new, growth), (greater, lesser), ...
        case
            when slot in (0, 1, 2) then 0 when slot in (3, 4, 5) then 3 when slot in (6, 7) then 6
            when slot in (8, 9) then 8 when slot in (10, 11, 12) then 10 when slot in (13, 14, 15) then 13 else slot
        end as relation
    from places
),

told as (
    select
        *,
        -- The less common, the more of them: the first of n has n^(-1/3) of all.
        floor(30000 * power(case when chance(article, relation, 'second') < 0.6 then by_first else
            chance(article, relation, 'entity') end, 3))::integer as entity,
        floor((select count(*) from made_metrics) * power(chance(article, relation, 'metric'), 2))::integer as metric_number,
        (2010 + floor(10 * chance(article, 0, 'year')))::integer as published_year,
        (2010 + floor(10 * chance(article, 0, 'year')) - floor(2 * chance(article, relation, 'ago')))::integer as year,
        -- Days, quarters, months and years.
        chance(article, relation, 'span') as by_span,
        floor(365 * chance(article, 0, 'day'))::integer as day_of_year,
        slot > 15 and chance(article, relation, 'cumulative') < 0.4 as is_cumulative,
        -- A part is no second value of its whole.
        chance(article, relation, 'place') as by_place,
        by_known < 0.5 and slot not in (7, 11, 12, 14) as is_known
    from slots
),

sized as (
    select
        *,
        if(is_part(entity), entity - 1, entity) as owner,
        if(is_part(entity), 0.3, 1.0) * case when by_place < 0.1 then 0.3 when by_place < 0.18 then 0.1 else 1 end as whole,
        case when by_place < 0.1 then 'US' when by_place < 0.18 then 'DE' when by_place < 0.26 then '001' end as place_code
    from told
),

timed as (
    select
        *,
        -- What was is of the year before.
        make_date(year - if(slot in (0, 3), 1, 0), 1, 1) as first_day,
        case
            when by_span < 0.3 then first_day + day_of_year
            when by_span < 0.6 then first_day + to_months(3 * (day_of_year // 92))
            when by_span < 0.75 then first_day + to_months(day_of_year // 31)
            else first_day
        end::date as period_start,
        case
            when by_span < 0.3 then period_start
            else (period_start + to_months(case when by_span < 0.6 then 3 when by_span < 0.75 then 1 else 12 end))::date - 1
        end as period_end
    from sized
),

valued as (
    select
        timed.*, made_metrics.metric_code, made_metrics.aggregation,
        case
            when slot = 8 then 'measure' when slot = 9 then 'measure'
            when slot in (2, 5) then 'growth' when slot = 13 then 'share'
            when metric_number % 3 = 0 then 'count' else 'money'
        end as kind,
        case
            when slot in (0, 3) then whole * truth(owner, metric_number, year - 1)
            when slot in (2, 5) then 100 * (truth(owner, metric_number, year) / truth(owner, metric_number, year - 1) - 1)
            when slot = 7 then whole * truth(owner, metric_number, year) * 0.7
            when slot = 8 then round(10 + 1000 * by_digits)
            when slot = 9 then round(10 + 1000 * chance(article, 8, 'digits')) * 0.621371
            when slot = 11 then whole * truth(owner, metric_number, year) * 0.55
            when slot = 12 then whole * truth(owner, metric_number, year) * 0.45
            when slot = 13 then 31.0
            when slot = 14 then whole * truth(owner, metric_number, year) * 0.31
            -- A running total grows by what is sold in a year, and more.
            else whole * truth(owner, metric_number, year) * if(is_cumulative, year - 2000, 1)
        end * case when by_wrong < 0.0002 then 10 when by_wrong < 0.0005 then 1.15 else 1 end as true_value
    from timed
    inner join made_metrics on timed.metric_number = made_metrics.number
)

select
    *,
    -- Two to four digits are printed.
    case when kind in ('growth', 'share') then 0.1 when kind = 'measure' then 1.0 else
        greatest(power(10, floor(log10(true_value)) - 1 - floor(3 * by_digits)), 1.0) end as granule,
    round(true_value / granule) * granule as value,
    case when by_hedge < 0.07 then 'approximately' when by_hedge < 0.1 then 'more_than' else 'exact' end as qualifier,
    slot = 17 and by_wrong > 0.75 as is_title
from valued;

insert into entity_parts (whole_code, part_code, is_complete)
select 'entity_' || entity - 1, 'entity_' || entity, 'false'
from range(200, 330) as made(entity)
where is_part(entity) and 'entity_' || entity not in (select part_code from entity_parts);

insert into articles (
    article_id, source_id, source, text, title, published, published_on, published_precision, story_id, first_run_id,
    last_run_id
)
select distinct
    made_id(article), article::varchar, 'made', repeat('Entity ' || entity || ' said so in its report. ', 40),
    'Entity says so', (make_date(published_year, 1, 1) + day_of_year)::varchar, make_date(published_year, 1, 1) + day_of_year, 'day',
    -- One in twenty tells another's story.
    made_id(case when article % 20 = 1 then article - 1 else article end), 'r', 'r'
from made_slots
where slot = 0;

insert into figures (
    figure_id, article_id, field, char_start, char_end, quote, sentence, value, qualifier, stated_low, stated_high,
    read_low, read_high, granule, kind, unit, entity_code, subject, metric, metric_code, place_code, period_start, period_end,
    period_basis, is_cumulative, status, subject_confidence, metric_confidence, place_confidence, period_confidence
)
select
    made_id(article * 100 + slot), made_id(article), if(is_title, 'title', 'text'),
    slot * 80, slot * 80 + length(value::varchar), value::varchar,
    'Entity ' || entity || ' said in its report of the year that its ' || metric_code || ' had come to ' || value
    || ' in the period, which those who know it well had by and large expected.',
    value, qualifier,
    case qualifier when 'approximately' then value - granule else value - granule / 2 end,
    case qualifier when 'more_than' then null else value + granule end,
    value - granule / 2, value + granule / 2,
    granule, kind,
    case
        when slot = 8 then 'kilometre' when slot = 9 then 'mile' when kind in ('growth', 'share') then 'percent'
        when kind = 'money' then 'USD' else 'vehicle'
    end,
    if(by_entity < 0.72, 'entity_' || entity, null), if(by_entity < 0.72, 'Entity ' || entity, null),
    metric_code, if(kind = 'growth', 'growth_of_', '') || metric_code, place_code,
    if(is_cumulative, null, period_start), period_end,
    if(is_cumulative, 'to_date', 'explicit'), is_cumulative,
    if(chance(article, slot, 'status') < 0.14, 'forecast', 'reported'),
    if(is_known, 1.0, 0.4), 1, 1, 1
from made_slots
-- An article's figures are loaded together.
order by article, slot;

insert into links (link_id, article_id, kind, char_start, char_end, quote, rule)
select made_id(article * 100 + slot), made_id(article),
    case slot when 0 then 'growth' when 3 then 'growth' when 6 then 'order' when 8 then 'conversion' else 'share' end,
    0, 1, 'q', 'made'
from made_slots
where slot in (0, 3, 6, 8, 13)
    and chance(article, slot, 'related') < case slot when 0 then 0.9 when 3 then 0.3 when 6 then 0.56 when 8 then 0.45 else 0.06 end;

insert into link_figures (link_id, position, role, figure_id)
select links.link_id, made_slots.slot, 
    ['old', 'new', 'growth', 'old', 'new', 'growth', 'greater', 'lesser', 'from', 'to', '', '', '', 'share', 'part', 'base']
        [made_slots.slot + 1],
    made_id(made_slots.article * 100 + made_slots.slot)
from made_slots
inner join links on links.link_id = made_id(made_slots.article * 100 + made_slots.relation);

insert into breakdowns (breakdown_id, article_id, kind, total_figure_id, is_complete, char_start, char_end, quote, rule)
select made_id(article * 100 + slot), made_id(article), 'sum',
    made_id(article * 100 + slot), chance(article, slot, 'complete') < 0.2, 0, 1, 'q', 'made'
from made_slots
where slot = 10 and chance(article, slot, 'related') < 0.08;

insert into breakdown_parts (breakdown_id, position, figure_id)
select breakdowns.breakdown_id, made_slots.slot, made_id(made_slots.article * 100 + made_slots.slot)
from made_slots
inner join breakdowns on breakdowns.breakdown_id = made_id(made_slots.article * 100 + made_slots.relation)
where made_slots.slot in (11, 12);
