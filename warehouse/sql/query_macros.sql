-- Questions with parameters, asked as `from growth_between(...)`. They read views, so they are made after them.

-- How reported values of an entity and metric grew from one day to another, in percent, as the two intervals allow.
-- Of each day the latest value that ends on it or before, as precisely as anybody states it; a period is compared with
-- one of the same length.
create or replace macro growth_between(whose, what, first_day, last_day) as table
    with said as (
        select
            timeline.*,
            case when not is_cumulative then round((period_end - period_start) / 31) end as months
        from timeline
        where entity_code = whose and metric_code = what
    ),
    earlier as (
        select * from said where period_end <= first_day
        qualify row_number() over (
            partition by place_code, scope, unit, is_cumulative, months
            order by period_end desc, is_disputed, read_high - read_low nulls last, published_on desc nulls last, figure_id
        ) = 1
    ),
    later as (
        select * from said where period_end > first_day and period_end <= last_day
        qualify row_number() over (
            partition by place_code, scope, unit, is_cumulative, months
            order by period_end desc, is_disputed, read_high - read_low nulls last, published_on desc nulls last, figure_id
        ) = 1
    )
    select
        earlier.place_code, earlier.scope, earlier.unit, earlier.is_cumulative,
        earlier.period_end as from_day, later.period_end as to_day,
        earlier.quote as from_quote, later.quote as to_quote,
        growth_low(earlier.read_low, earlier.read_high, later.read_low, later.read_high) as growth_low,
        growth_high(earlier.read_low, earlier.read_high, later.read_low, later.read_high) as growth_high,
        earlier.is_disputed or later.is_disputed as is_disputed
    from earlier
    inner join later
        on earlier.place_code is not distinct from later.place_code
        and earlier.scope is not distinct from later.scope
        and earlier.unit is not distinct from later.unit
        and earlier.is_cumulative = later.is_cumulative
        and earlier.months is not distinct from later.months
    order by earlier.place_code nulls first, earlier.scope nulls first, earlier.unit;

-- What two publishers say of the same: comparable figures side by side, those that no reading reconciles first.
create or replace macro said_against(one_publisher, other_publisher) as table
    select
        one.entity_code, one.metric_code, one.place_code, one.period_end,
        one.quote, other.quote as other_quote,
        meet(one.read_low, one.read_high, other.read_low, other.read_high) as do_meet,
        gap_between(one.read_low, one.read_high, other.read_low, other.read_high) as gap,
        one.unit, one.figure_id, other.figure_id as other_figure_id
    from comparable_pairs
    inner join figure_details as one using (figure_id)
    inner join figure_details as other on other.figure_id = comparable_pairs.other_figure_id
    where
        comparable_pairs.is_comparable
        and one.publisher = one_publisher
        and other.publisher = other_publisher
    order by do_meet, one.entity_code, one.metric_code, one.period_end, one.figure_id;
