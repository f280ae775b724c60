-- severity: error
-- reach: article
-- needs: relation_roles: kind = 'clock'
-- Fails when a stated length of time is not the time between the two times of day that it spans.
-- Why: from 21:40 to 22:55 it is an hour and a quarter, whatever the day; "two and a quarter hours later" cannot be.
-- Not: how many days lie between, or halves of one where the text does not say which half, is left open.
with times as (
    select
        lengths.figure_ids, lengths.s_low, lengths.s_high, lengths.value, clocks.items,
        -- "21:40", or "09:40 am or pm", on a clock of 12 hours.
        list_transform(clocks.items, lambda one: one[1:2]::double * 3600 + one[4:5]::double * 60) as clock_seconds,
        case when ends_with(clocks.items[1], 'am or pm') then 12 else 24 end * 3600 as cycle,
        -- Whole hours are rounded, and so are halves, quarters and tens of minutes.
        60 * case
            when lengths.unit = 'minute' and lengths.value % 600 <> 0 then 1
            when lengths.value % 1800 <> 0 then 8
            when lengths.value % 3600 <> 0 then 15
            else 40
        end as room
    from relation_roles as lengths
    inner join relation_roles as clocks on lengths.relation_id = clocks.relation_id and clocks.role = 'part'
    where lengths.kind = 'clock' and lengths.role = 'total' and lengths.missing_count = 0 and clocks.member_count = 2
),

-- The time between, as near to the length as any number of days makes it.
spans as (
    select
        *,
        clock_seconds[2] - clock_seconds[1] as apart,
        apart + cycle * round((value - apart) / cycle) as nearest
    from times
),

judged as (
    select *, verdict(nearest - room, nearest + room, nearest - room, nearest + room, s_low, s_high, s_low, s_high) as certainty
    from spans
)

select
    *,
    'from {from_time} to {to_time} are {computed:range} hours, stated are {value_in_hours}' as message,
    '{to_time} - {from_time} = {computed:range} hours' as formula,
    items[1][1:5] as from_time,
    items[2][1:5] as to_time,
    value / 3600 as value_in_hours,
    (nearest - room) / 3600 as computed_low,
    (nearest + room) / 3600 as computed_high,
    s_low / 3600 as expected_low,
    s_high / 3600 as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(figure_ids, 'duration') as figures
from judged
where certainty is not null
