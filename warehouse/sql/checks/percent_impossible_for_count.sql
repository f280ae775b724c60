-- severity: error
-- reach: article
-- needs: relation_roles: kind = 'share' and role = 'base' and figure_kind = 'count' and s_low = s_high
-- Fails when no whole number out of the stated count gives the stated percentage.
-- Why: of 28 people, 7 are 25% and 8 are 28.6%; nothing is 27% (the GRIM test of Brown and Heathers, 2017).
-- Not: a base that is rounded or not a count, or a name ("91 Wireless"), a percentage that was weighted or averaged, a part that is stated itself
-- (share_contradicts_levels).
with sides as (
    select
        share.relation_id, share.figure_ids as share_figure_ids, base.figure_ids as base_figure_ids,
        share.s_low, share.s_high, share.p_low, share.p_high, share.value, base.value as base_value
    from relation_roles as share
    inner join relation_roles as base on share.relation_id = base.relation_id and base.role = 'base'
    anti join relation_roles as part on share.relation_id = part.relation_id and part.role = 'part'
    where share.kind = 'share' and share.role = 'share'
        and share.unit = 'percent' and share.qualifier = 'exact'
        and share.member_count = 1 and share.missing_count = 0
        and base.member_count = 1 and base.missing_count = 0
        and base.figure_kind = 'count'
        and base.s_low = base.s_high and base.value = round(base.value)
        -- "53.1% of the three classes": of those who are in them.
        and base.value >= 10
        and share.p_low >= 0
        and not exists (
            select 1
            from figures
            inner join articles on figures.article_id = articles.article_id
            where figures.figure_id = base.figure_ids[1]
                and regexp_matches(articles.text[figures.char_end + 1:figures.char_end + 2], '^ [A-Z]$')
        )
),

judged as (
    select
        *,
        case
            when not whole_number_between(s_low * base_value, s_high * base_value) then 'contradiction'
            when not whole_number_between(p_low * base_value, p_high * base_value) then 'tension'
        end as certainty,
        round(value * base_value) as nearest
    from sides
)

select
    *,
    '{percent}% of {base_value} is no whole number: {nearest} would be {computed_low}%' as message,
    '{nearest} / {base_value} = {computed_low}%' as formula,
    100 * value as percent,
    100 * nearest / base_value as computed_low,
    100 * nearest / base_value as computed_high,
    100 * as_judged(certainty, s_low, p_low) as expected_low,
    100 * as_judged(certainty, s_high, p_high) as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role(share_figure_ids, 'share') || with_role(base_figure_ids, 'base') as figures
from judged
where certainty is not null
