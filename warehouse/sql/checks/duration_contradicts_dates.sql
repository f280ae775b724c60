-- severity: error
-- reach: article
-- needs: relation_roles: kind = 'duration'
-- Fails when a stated length of time is not the time between the two dates that it spans.
-- Why: "four and a half years after" December 2010 is the middle of 2015.
-- Not: lengths whose ends the text does not date. A date is only as precise as its figure's period: a month, a year.
with members as (
    select
        links.link_id, link_figures.role, figures.figure_id, figures.quote, figures.kind, figures.dimension,
        figures.period_start, figures.period_end,
        -- Who is 82 turns 83 within the year; what lasted 18 months is so many of them, about: fewer by a part of one,
        -- or by a whole one of many, and of days by the first or the last.
        case
            when links.rule = 'age_since' then 0
            when links.rule in ('lasted', 'lasted_days', 'lasted_hours')
                then figures.factor * if(figures.unit = 'day' or figures.value >= 20, 1, 0.6)
        end as less,
        case when less is not null
            then figures.factor * if(links.rule = 'age_since' or figures.unit = 'day', 1, 0.95)
        end as more,
        coalesce(figures.value * figures.factor - less, figures.s_low) as s_low,
        coalesce(figures.value * figures.factor + more, figures.s_high) as s_high,
        coalesce(figures.value * figures.factor - less, figures.p_low) as p_low,
        coalesce(figures.value * figures.factor + more, figures.p_high) as p_high,
        -- How many days before its last one an event may have been.
        case
            -- One time of day is told of both.
            when links.rule = 'lasted_hours' then 0
            when links.rule = 'lasted_days' then 1
            when month(figures.period_end) = 12 and day(figures.period_end) = 31 then 365
            when figures.period_end = last_day(figures.period_end) then 31
            else 1
        end as days_of_doubt,
        -- And how long the first date may be: a year, a month, a day.
        case
            when links.rule in ('lasted_days', 'lasted_hours') then 1
            when month(figures.period_start) = 1 and day(figures.period_start) = 1 then 365
            when day(figures.period_start) = 1 then 31
            else 1
        end as days_at_start
    from links
    inner join link_figures on links.link_id = link_figures.link_id
    inner join checkable_figures as figures on link_figures.figure_id = figures.figure_id
    where links.kind = 'duration'
),

sides as (
    select
        duration.figure_id, duration.quote, duration.s_low, duration.s_high, duration.p_low, duration.p_high,
        duration.dimension,
        ended.figure_id as ended_figure_id, started.figure_id as started_figure_id,
        coalesce(started.period_end, duration.period_start + duration.days_at_start - 1) as started_on,
        coalesce(ended.period_end, duration.period_end) as ended_on,
        coalesce(started.days_of_doubt, least(duration.days_at_start, duration.days_of_doubt * 365)) as started_doubt,
        coalesce(ended.days_of_doubt, duration.days_of_doubt) as ended_doubt,
        -- Days and months are two dimensions, since a month is no number of days.
        case duration.dimension when 'time months' then 12.0 when 'time' then 365.25 * 86400 end as year_length
    from members as duration
    left join members as started on duration.link_id = started.link_id and started.role = 'from'
    left join members as ended on duration.link_id = ended.link_id and ended.role = 'to'
    where duration.role = 'duration' and duration.kind = 'duration'
),

-- Three days more either way: months and years are not all of one length, as days and weeks are.
spans as (
    select
        *,
        if(dimension = 'time', 0, 3) as slack,
        (date_diff('day', started_on, ended_on) - ended_doubt - slack) / 365.25 * year_length as low,
        (date_diff('day', started_on, ended_on) + started_doubt + slack) / 365.25 * year_length as high
    from sides
    where started_on is not null and ended_on is not null and year_length is not null
        -- Two ends dated by one period say nothing of the time between.
        and (started_figure_id is null or started_on <> ended_on)
),

judged as (
    select *, verdict(low, high, low, high, s_low, s_high, p_low, p_high) as certainty
    from spans
)

select
    *,
    'from {started_on} to {ended_on} are {computed:range} years, stated is "{quote}"' as message,
    '{ended_on} - {started_on} = {computed:range} years' as formula,
    low / year_length as computed_low,
    high / year_length as computed_high,
    as_judged(certainty, s_low, p_low) / year_length as expected_low,
    as_judged(certainty, s_high, p_high) / year_length as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role([figure_id], 'duration')
    || with_role(list_filter([started_figure_id], lambda id: id is not null), 'from')
    || with_role(list_filter([ended_figure_id], lambda id: id is not null), 'to') as figures
from judged
where certainty is not null
