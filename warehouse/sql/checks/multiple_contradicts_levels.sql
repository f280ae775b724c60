-- severity: error
-- relation: multiple
-- reach: article
-- needs: relation_roles: kind = 'ratio' or kind = 'growth' and unit = 'times'
-- Fails when a figure is not so many times another as the text says.
-- Why: 84 is twice 42; sales that doubled from 320 are 640.
-- Not: a growth in percent (growth_contradicts_levels), a share (share_contradicts_levels). "Twice" is no 2.0: a quarter of
-- it either way, half of that as it is read. "Three times more" may be four times: the text relates nothing.
with roles as (
    -- Few relations have a multiple: the others are not joined.
    select *
    from relation_roles
    where relation_id in (select relation_id from relation_roles where role = 'ratio' or role = 'growth' and unit = 'times')
),

sides as (
    select
        multiple.relation_id, multiple.figure_ids, multiple.value as multiple_value,
        case when multiple.s_low < multiple.s_high then 0.0 else multiple.value / 4 end as rounding,
        multiple.s_low - rounding as multiple_s_low, multiple.s_high + rounding as multiple_s_high,
        multiple.p_low - rounding / 2 as multiple_p_low, multiple.p_high + rounding / 2 as multiple_p_high,
        product.unit, product.factor, product.numbers as product_numbers, product.figure_ids as product_figure_ids,
        other.numbers as other_numbers, other.figure_ids as other_figure_ids,
        quotient_low(product.s_low, other.s_high) as s_low, quotient_high(product.s_high, other.s_low) as s_high,
        quotient_low(product.p_low, other.p_high) as p_low, quotient_high(product.p_high, other.p_low) as p_high
    from roles as multiple
    inner join roles as product
        on multiple.relation_id = product.relation_id and product.role in ('numerator', 'new')
    inner join roles as other
        on multiple.relation_id = other.relation_id and other.role in ('denominator', 'old')
    where (multiple.role = 'ratio' or multiple.role = 'growth' and multiple.unit = 'times')
        and multiple.member_count = 1 and multiple.missing_count = 0
        and product.member_count = 1 and product.missing_count = 0
        and other.member_count = 1 and other.missing_count = 0
        and product.dimension = other.dimension
        and multiple.smallest_value > 0 and product.smallest_value > 0 and other.smallest_value > 0
),

judged as (
    select
        *,
        verdict(
            s_low, s_high, p_low, p_high, multiple_s_low, multiple_s_high, multiple_p_low, multiple_p_high
        ) as certainty
    from sides
)

select
    *,
    '{product_numbers:sum}{unit:unit} is {p:ratio} times {other_numbers:sum}, stated is {multiple_value}' as message,
    '{product_numbers:sum} / {other_numbers:sum} = {p:ratio}, stated {multiple_value}' as formula,
    as_judged(certainty, s_low, p_low) as computed_low,
    as_judged(certainty, s_high, p_high) as computed_high,
    as_judged(certainty, multiple_s_low, multiple_p_low) as expected_low,
    as_judged(certainty, multiple_s_high, multiple_p_high) as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(product_figure_ids, 'multiplied')
    || with_role(figure_ids, 'multiple')
    || with_role(other_figure_ids, 'single') as figures
from judged
where certainty is not null
