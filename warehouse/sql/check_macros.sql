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

-- A number as an article would print it, without losing what matters. (A lambda, since a macro copies its argument
-- wherever it is named, and checks would take longer to plan than to run.)
create or replace temp macro spoken(x) as (
    list_transform(
        [x],
        lambda number: case
            when number is null then '?'
            when isinf(number) then 'any'
            when abs(number) >= 1e15 or (number <> 0 and abs(number) < 1e-3) then format('{:.4g}', number)
            when number = round(number) or abs(number) >= 1000 then format('{:,.0f}', number)
            when abs(number) >= 100 then format('{:.1f}', number)
            when abs(number) >= 1 then format('{:.2f}', number)
            else format('{:.3g}', number)
        end
    )[1]
);

-- An interval in words.
create or replace temp macro spoken_range(low, high) as (
    list_transform(
        [[spoken(low), spoken(high)]],
        lambda ends: case
            when ends[1] = ends[2] and ends[1] = 'any' then 'any value'
            when ends[1] = 'any' then 'at most ' || ends[2]
            when ends[2] = 'any' then 'at least ' || ends[1]
            when ends[1] = ends[2] then ends[1]
            else ends[1] || ' to ' || ends[2]
        end
    )[1]
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
