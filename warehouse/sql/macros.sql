-- Arithmetic on intervals. A bound that is NULL is open; bounds are closed. Numbers are compared with a
-- relative tolerance, since 0.1 + 0.2 is not 0.3 in DOUBLE.

-- By how much two equal numbers may differ.
create or replace macro tolerance(a, b) as
    1e-9 * greatest(abs(a), abs(b));

-- Whether a is above b by more than rounding; an open bound is above nothing.
create or replace macro is_above(a, b) as
    coalesce(a - b > tolerance(a, b), false);

-- Whether two intervals have a common point.
create or replace macro meet(low, high, other_low, other_high) as
    not is_above(low, other_high) and not is_above(other_low, high);

-- Distance between two intervals; 0 where they meet.
create or replace macro gap_between(low, high, other_low, other_high) as
    case
        when is_above(low, other_high) then low - other_high
        when is_above(other_low, high) then other_low - high
        else 0.0
    end;

-- Whether value lies in the interval.
create or replace macro lies_in(value, low, high) as
    not is_above(low, value) and not is_above(value, high);

-- Sum of bounds over a group: open when one of them is.
create or replace macro sum_of_bounds(bound) as
    case when count(*) = count(bound) then sum(bound) end;

-- Least quotient of two intervals of numbers that are not negative.
create or replace macro ratio_low(low, high, base_low, base_high) as
    case
        when base_high > 0 then greatest(low, 0) / base_high
        when low is not null then 0.0
    end;

-- Largest quotient; open where the divisor may be 0.
create or replace macro ratio_high(low, high, base_low, base_high) as
    case when base_low > 0 then high / base_low end;

-- Least product of two intervals of numbers that are not negative.
create or replace macro product_low(low, high, other_low, other_high) as
    greatest(coalesce(low, 0), 0) * greatest(coalesce(other_low, 0), 0);

-- Largest product of the two.
create or replace macro product_high(low, high, other_low, other_high) as
    high * other_high;

-- Least growth in percent from one interval to another of numbers that are not negative.
create or replace macro growth_low(old_low, old_high, new_low, new_high) as
    100 * (ratio_low(new_low, new_high, old_low, old_high) - 1);

-- Largest growth; open where the old number may be 0.
create or replace macro growth_high(old_low, old_high, new_low, new_high) as
    100 * (ratio_high(new_low, new_high, old_low, old_high) - 1);

-- Whether a period begins with the first day of a month and ends with the last day of one.
create or replace macro is_whole_months(first_day, last_day) as
    day(first_day) = 1 and last_day = last_day(last_day);

-- Months from the one of the first day to the one of the last, both counted.
create or replace macro month_count(first_day, last_day) as
    12 * (year(last_day) - year(first_day)) + month(last_day) - month(first_day) + 1;

-- A code in the letters that SDMX allows.
create or replace macro sdmx_code(code) as
    regexp_replace(code, '[^A-Za-z0-9_@$-]+', '_', 'g');

-- How sure a field of a figure must be before the figure is compared with others: the one place.
create or replace macro field_confidence() as 0.6;

-- Whether no field is less sure, asked one by one, so that a scan leaves the others out.
create or replace macro is_sure(subject_confidence, metric_confidence, place_confidence, period_confidence) as
    subject_confidence >= field_confidence() and metric_confidence >= field_confidence()
    and place_confidence >= field_confidence() and period_confidence >= field_confidence();
