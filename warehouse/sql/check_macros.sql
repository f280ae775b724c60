-- What the checks share: comparison of intervals, and numbers in words.
-- Bounds are closed. An open bound is -inf or inf, so that nothing is compared with NULL.

-- a is above b by more than the error of a double (1e-9, relative).
create or replace temp macro exceeds(a, b) as (
    a > b and (isinf(a) or isinf(b) or a - b > 1e-9 * greatest(abs(a), abs(b)))
);

-- [a_low, a_high] and [b_low, b_high] have no common point.
create or replace temp macro apart(a_low, a_high, b_low, b_high) as (
    exceeds(a_low, b_high) or exceeds(b_low, a_high)
);

-- The distance between two intervals; 0 where they meet.
create or replace temp macro distance_between(a_low, a_high, b_low, b_high) as (
    greatest(a_low - b_high, b_low - a_high, 0.0)
);

-- What two stated intervals and two read ones say together; NULL is agreement.
create or replace temp macro verdict(a_s_low, a_s_high, a_p_low, a_p_high, b_s_low, b_s_high, b_p_low, b_p_high) as (
    case
        when apart(a_s_low, a_s_high, b_s_low, b_s_high) then 'contradiction'
        when apart(a_p_low, a_p_high, b_p_low, b_p_high) then 'tension'
    end
);

-- The same where only too much is wrong: a should not be above b.
create or replace temp macro verdict_above(a_s_low, a_p_low, b_s_high, b_p_high) as (
    case
        when exceeds(a_s_low, b_s_high) then 'contradiction'
        when exceeds(a_p_low, b_p_high) then 'tension'
    end
);

-- Ends of the quotient of two intervals without negative values.
create or replace temp macro quotient_low(a_low, b_high) as (
    case when isinf(b_high) then 0.0 else greatest(a_low, 0.0) / b_high end
);
create or replace temp macro quotient_high(a_high, b_low) as (
    case when isinf(a_high) or b_low <= 0 then 'inf'::double else a_high / b_low end
);

-- A number as an article would print it, without losing what matters.
create or replace temp macro spoken(x) as (
    case
        when x is null then '?'
        when isinf(x) then 'any'
        when abs(x) >= 1e15 or (x <> 0 and abs(x) < 1e-3) then format('{:.4g}', x)
        when x = round(x) then format('{:,.0f}', x)
        when abs(x) >= 1000 then format('{:,.0f}', x)
        when abs(x) >= 100 then format('{:.1f}', x)
        when abs(x) >= 1 then format('{:.2f}', x)
        else format('{:.3g}', x)
    end
);

-- An interval in words.
create or replace temp macro spoken_range(low, high) as (
    case
        when isinf(low) and isinf(high) then 'any value'
        when isinf(low) then 'at most ' || spoken(high)
        when isinf(high) then 'at least ' || spoken(low)
        when spoken(low) = spoken(high) then spoken(low)
        else spoken(low) || ' to ' || spoken(high)
    end
);

-- A figure's unit after its number, where it has one that reads well.
create or replace temp macro spoken_unit(unit) as (
    case when unit is null or unit in ('fraction', '1') then '' when unit = 'percent' then '%' else ' ' || unit end
);

-- The numbers of a role as a sum, in multiples of `factor`: "97,000 + 68,000".
create or replace temp macro spoken_sum(numbers, factor) as (
    array_to_string(
        list_transform(
            numbers,
            lambda number: coalesce(
                spoken(number.value / factor), '(' || spoken_range(number.low / factor, number.high / factor) || ')'
            )
        ),
        ' + '
    )
);

-- Figures with the role that they play in a finding.
create or replace temp macro with_role(figure_ids, role_name) as (
    list_transform(figure_ids, lambda id: struct_pack(figure_id := id, role := role_name))
);

-- Whether a whole number lies between two bounds, both ends included.
create or replace temp macro whole_number_between(low, high) as (
    floor(high + 1e-9 * greatest(abs(high), 1.0)) >= ceil(low - 1e-9 * greatest(abs(low), 1.0))
);

-- How many digits of a number carry meaning: those of its integer part without closing zeros.
create or replace temp macro significant_digits(x) as (
    len(rtrim(replace(format('{:.6f}', abs(x)), '.', ''), '0')) - case when abs(x) < 1 then 1 else 0 end
);
