-- severity: error
-- relation: growth of parts
-- reach: article
-- needs: relation_roles: kind = 'growth' and role = 'new' and figure_ids[1] in (select figure_id from breakdown_parts inner join breakdowns using (breakdown_id) where total_figure_id in (select figure_ids[1] from relation_roles where kind = 'growth' and role = 'new'))
-- first: grown_sums
-- Fails when the growth of a total cannot follow from the growths that are told of all its parts.
-- Why: what the parts were before, part / (1 + growth) each, adds up to what the total was.
-- Not: sums that the text does not call complete, unless they add up to four digits or more; totals and parts of which
-- several growths are told, or whose words set one against last year and another against last month.
with risen as (
    select relation_id, figure_ids[1] as figure_id
    from relation_roles
    where kind = 'growth' and role = 'new' and member_count = 1 and missing_count = 0 and smallest_value > 0
),

totals as (
    select breakdown_id, total_figure_id, rule
    from breakdowns
    where kind = 'sum' and is_complete and total_figure_id in (select figure_id from risen)
        and (not starts_with(rule, 'implied_') or rule = 'implied_sum')
),

-- The levels of which one growth is told: of few it is asked what that is.
grown as (
    select risen.figure_id, any_value(growth) as growth
    from risen
    inner join relation_roles as growth on risen.relation_id = growth.relation_id
    where risen.figure_id in (
            select total_figure_id from totals
            union all
            select figure_id from breakdown_parts where breakdown_id in (select breakdown_id from totals)
        )
        and growth.kind = 'growth' and growth.role = 'growth' and growth.dimension = 'ratio'
        and growth.member_count = 1 and growth.missing_count = 0
        and growth.s_low > -1 and growth.p_low > -1
    group by risen.figure_id
    having count(distinct growth.figure_ids[1]) = 1
),

-- Of parts that the text does not tie to their total the digits must do it.
grown_sums as (
    select
        totals.breakdown_id, any_value(told.growth) as growth, any_value(total) as total,
        list(part order by breakdown_parts.position) as parts,
        list(grown.growth order by breakdown_parts.position) as growths
    from totals
    inner join grown as told on totals.total_figure_id = told.figure_id
    inner join checkable_figures as total on totals.total_figure_id = total.figure_id
    inner join breakdown_parts on totals.breakdown_id = breakdown_parts.breakdown_id
    left join checkable_figures as part on breakdown_parts.figure_id = part.figure_id
    left join grown on breakdown_parts.figure_id = grown.figure_id
    where totals.rule not in ('implied_sum', 'adds_up') or total.value >= 1000 * total.granule
    group by totals.breakdown_id
    having count(*) > 1 and count(*) = count(grown.figure_id)
        and bool_and(not total.is_planned and not part.is_planned)
),

sides as (
    select
        breakdown_id, growth, total, parts, growths,
        -- What the total was before.
        list_sum(list_transform(parts, lambda part, n: part.s_low / (1 + growths[n].s_high))) as old_s_low,
        list_sum(list_transform(parts, lambda part, n: part.s_high / (1 + growths[n].s_low))) as old_s_high,
        list_sum(list_transform(parts, lambda part, n: part.p_low / (1 + growths[n].p_high))) as old_p_low,
        list_sum(list_transform(parts, lambda part, n: part.p_high / (1 + growths[n].p_low))) as old_p_high
    from grown_sums
),

-- "Year-on-year change in sales" and "monthly change in sales" are set against two times.
told_of as (
    select sides.breakdown_id
    from sides
    inner join figures on list_contains(
        list_append(list_transform(sides.growths, lambda one: one.figure_ids[1]), sides.growth.figure_ids[1]),
        figures.figure_id
    )
    group by sides.breakdown_id
    having count(distinct nullif(regexp_extract(figures.metric, '^(.*) change in ', 1), '')) <= 1
),

judged as (
    select
        *, quotient_low(total.s_low, old_s_high) - 1 as s_low, quotient_high(total.s_high, old_s_low) - 1 as s_high,
        quotient_low(total.p_low, old_p_high) - 1 as p_low, quotient_high(total.p_high, old_p_low) - 1 as p_high,
        verdict(s_low, s_high, p_low, p_high, growth.s_low, growth.s_high, growth.p_low, growth.p_high) as certainty
    from sides
    where breakdown_id in (select breakdown_id from told_of)
)

select
    *,
    'before, the parts were {old_p:range} together; from there to {total.quote} is {p:change}, stated is {stated:change}' as message,
    '{total.quote} / ({old_p:range}) - 1 = {p:percent}, stated {growth_numbers:as_percent}%' as formula,
    total.factor as factor,
    growth.numbers as growth_numbers, growth.p_low as stated_low, growth.p_high as stated_high,
    100 * as_judged(certainty, s_low, p_low) as computed_low,
    100 * as_judged(certainty, s_high, p_high) as computed_high,
    100 * as_judged(certainty, growth.s_low, growth.p_low) as expected_low,
    100 * as_judged(certainty, growth.s_high, growth.p_high) as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role([total.figure_id], 'total') || with_role(growth.figure_ids, 'growth')
    || flatten(list_transform(parts, lambda part, n: [
        struct_pack(figure_id := part.figure_id, role := 'part ' || n),
        struct_pack(figure_id := growths[n].figure_ids[1], role := 'growth of part ' || n)
    ])) as figures
from judged
where certainty is not null
