-- severity: error
-- relation: product
-- reach: article
-- needs: relation_roles: kind = 'rate'
-- Fails when a rate, the quantity that it is for and the amount that it comes to cannot all hold.
-- Why: amount = rate x quantity ("$300 per student for 2,000 students, or $600,000"), each as precise as it is printed.
-- A rate of a day counts for as many days as a fourth figure says ("184 euros a night for 95 rooms in 27 nights").
-- Not: a rate of something else than the quantity, or in another unit than the amount; a rate of a time (a year's payments
-- may change within it), unless it is a mean. Within 3% of the rate of exchange that the article prints, an amount was
-- converted on another day: a note.
with sizes as (
    select unit, any_value(dimension) as dimension, any_value(factor) as factor
    from units
    where dimension is not null and factor > 0
    group by unit
),

sides as (
    select
        amount.relation_id,
        -- Tonnes are counted in the kilograms that the rate has per passenger.
        case when above.dimension = amount.dimension then above.factor else amount.factor end as amount_factor,
        amount.s_low / amount_factor as s_low, amount.s_high / amount_factor as s_high,
        amount.p_low / amount_factor as p_low, amount.p_high / amount_factor as p_high,
        case when above.dimension = amount.dimension then above.unit else amount.unit end as unit,
        amount.numbers, amount.figure_ids,
        -- An average is rounded even where it looks exact.
        case when rate.rule in ('average', 'rate_product') and rate.s_low = rate.s_high then 0.5 else 0.0 end as rounding,
        rate.s_low / rate.factor - rounding as rate_s_low, rate.s_high / rate.factor + rounding as rate_s_high,
        rate.p_low / rate.factor - rounding as rate_p_low, rate.p_high / rate.factor + rounding as rate_p_high,
        rate.value / rate.factor as rate_value, rate.unit as rate_unit, rate.figure_ids as rate_figure_ids,
        -- Kilometres are counted in the hundreds that the rate has its litres per.
        case when below.dimension = quantity.dimension
            then below.factor
                * coalesce(try_cast(replace(regexp_extract(rate.unit, ' per ([0-9,]+) ', 1), ',', '') as double), 1.0)
            else quantity.factor end as quantity_factor,
        quantity.s_low / quantity_factor as quantity_s_low, quantity.s_high / quantity_factor as quantity_s_high,
        quantity.p_low / quantity_factor as quantity_p_low, quantity.p_high / quantity_factor as quantity_p_high,
        quantity.value / quantity.factor as quantity_value, quantity.unit as quantity_unit,
        quantity.figure_ids as quantity_figure_ids,
        amount.value / amount_factor as amount_value, rate.rule,
        span.value / span.factor as span_value, span.unit as span_unit,
        span.figure_ids as span_figure_ids
    from relation_roles as amount
    inner join relation_roles as rate on amount.relation_id = rate.relation_id and rate.role = 'rate'
    inner join relation_roles as quantity on amount.relation_id = quantity.relation_id and quantity.role = 'quantity'
    left join relation_roles as span on amount.relation_id = span.relation_id and span.role = 'span'
    left join sizes as above on above.unit = split_part(rate.unit, ' per ', 1)
    left join sizes as below
        on below.unit = regexp_replace(regexp_extract(rate.unit, ' per (.*)$', 1), '^[0-9,]+ (.*)s$', '\1')
    where amount.kind = 'rate' and amount.role = 'amount'
        and amount.member_count = 1 and amount.missing_count = 0
        and rate.member_count = 1 and rate.missing_count = 0
        and quantity.member_count = 1 and quantity.missing_count = 0
        and (
            rate.unit = amount.unit || ' per ' || quantity.unit
            or above.dimension = amount.dimension and rate.unit = above.unit || ' per ' || quantity.unit
            -- Words, not the unit, say what these are for.
            or rate.rule in ('each', 'average', 'shares_at') and (rate.unit = amount.unit or rate.unit is null)
            -- Both sides are what the rate's own unit or noun names.
            or rate.rule = 'rate_product'
            or rate.rule = 'per_unit' and amount.unit = rate.unit || ' per year'
        )
        and (quantity.dimension not like 'time%' or rate.rule = 'rate_product')
        and amount.smallest_value >= 0 and rate.smallest_value >= 0 and quantity.smallest_value >= 0
),

multiplied as (
    select
        *,
        coalesce(span_value, 1) as times,
        product_of(rate_s_low, quantity_s_low) * times as product_s_low,
        product_of(rate_s_high, quantity_s_high) * times as product_s_high,
        product_of(rate_p_low, quantity_p_low) * times as product_p_low,
        product_of(rate_p_high, quantity_p_high) * times as product_p_high
    from sides
),

judged as (
    select
        *,
        case
            when rule = 'exchanged' and product_p_high > 0.97 * p_low and product_p_low < 1.03 * p_high
                and apart(product_p_low, product_p_high, p_low, p_high)
                then 'note'
            else verdict(product_s_low, product_s_high, product_p_low, product_p_high, s_low, s_high, p_low, p_high)
        end as certainty
    from multiplied
)

select
    *,
    case
        when span_value is null then
            '{quantity_value}{quantity_unit:unit} at {rate_value} {rate_unit} come to {product_p:range}{unit:unit}, '
            'stated is {p:range}'
        else
            '{quantity_value}{quantity_unit:unit} at {rate_value} {rate_unit} come to {product_p:range}{unit:unit} in '
            '{span_value}{span_unit:unit}, stated is {p:range}'
    end as message,
    case
        when span_value is null then '{rate_value} x {quantity_value} = {product_p:range}, stated {amount_value}'
        else '{rate_value} x {quantity_value} x {span_value} = {product_p:range}, stated {amount_value}'
    end as formula,
    as_judged(certainty, product_s_low, product_p_low) as computed_low,
    as_judged(certainty, product_s_high, product_p_high) as computed_high,
    as_judged(certainty, s_low, p_low) as expected_low,
    as_judged(certainty, s_high, p_high) as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(figure_ids, 'amount')
    || with_role(rate_figure_ids, 'rate')
    || with_role(quantity_figure_ids, 'quantity')
    || coalesce(with_role(span_figure_ids, 'span'), []) as figures
from judged
where certainty is not null
