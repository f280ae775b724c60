-- severity: error
-- relation: sum at most
-- reach: article
-- needs: doubtful_roles: kind = 'sum'
-- Fails when the known parts of a breakdown are above its total, though parts are missing or it need not be complete.
-- Why: what cannot be negative cannot add up to more than the whole; a missing part only makes it worse.
-- Not: complete breakdowns with all parts stated (parts_contradict_total), nor parts that can be negative
-- (results, changes), which may cancel.
with sides as (
    select
        total.relation_id, total.factor,
        total.s_low, total.s_high, total.p_low, total.p_high, total.numbers, total.unit, total.figure_ids,
        part.s_low as part_s_low, part.s_high as part_s_high, part.p_low as part_p_low, part.p_high as part_p_high,
        part.numbers as part_numbers, part.figure_ids as part_figure_ids,
        part.member_count, part.missing_count
    from doubtful_roles as total
    inner join doubtful_roles as part on total.relation_id = part.relation_id and part.role = 'part'
    where total.kind = 'sum' and total.role = 'total'
        and total.member_count = 1 and total.missing_count = 0
        and part.member_count > part.missing_count
        and (not total.is_complete or part.missing_count > 0 or part.member_count = 1)
        and total.dimension = part.dimension
        and part.smallest_value >= 0
        -- One number before a name may be part of the name: "including premium 3000 Xtra".
        and not (part.member_count = 1 and exists (
            select 1
            from figures
            inner join articles on figures.article_id = articles.article_id
            where figures.figure_id = part.figure_ids[1]
                and regexp_matches(articles.text[figures.char_end + 1:figures.char_end + 2], '^ [A-Z]$')
        ))
        and part.figure_kind not in ('growth', 'rate', 'rank', 'score')
        and coalesce(total.metric_code, '') not in ('profit', 'loss', 'net_income', 'operating_profit', 'cash_flow')
),

judged as (
    select *, verdict_above(part_s_low, part_p_low, s_high, p_high) as certainty
    from sides
)

select
    *,
    'the stated parts alone sum to {part_p:range}, above the total of {p:range}{unit:unit}' as message,
    '{part_numbers:sum} > {numbers:sum}' as formula,
    as_judged(certainty, part_s_low, part_p_low) / factor as computed_low,
    as_judged(certainty, part_s_high, part_p_high) / factor as computed_high,
    as_judged(certainty, s_low, p_low) / factor as expected_low,
    as_judged(certainty, s_high, p_high) / factor as expected_high,
    computed_low - expected_high as gap,
    with_role(figure_ids, 'total') || with_role(part_figure_ids, 'part') as figures
from judged
where certainty is not null
