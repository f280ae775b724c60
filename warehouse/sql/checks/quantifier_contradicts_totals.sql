-- severity: note
-- relation: share
-- reach: all
-- needs: worded_shares: entity_code is not null
-- Notes words for the share of a name in a whole ("accounts for the vast majority of those sales") that the running totals
-- of both, told by any article, do not bear out.
-- Why: who calls two thirds a vast majority has not looked at the numbers.
-- Not: totals more than a quarter from the day of the article, names that nobody declared part and whole, and words that
-- any two totals of one day bear out.
with claims as (
    select
        share_id, quote, entity_code, entity_wholes.whole_code, metric_code, base_figure_id, articles.published_on,
        read_low, read_high
    from worded_shares
    inner join all_articles as articles on worded_shares.article_id = articles.article_id
    inner join entity_wholes
        on worded_shares.entity_code = entity_wholes.part_code and worded_shares.whole_code = entity_wholes.whole_code
    where articles.superseded_by is null and articles.published_on is not null
),

told as (
    select
        claims.share_id, claims.quote as words, claims.base_figure_id, part, whole,
        abs(part.period_end - claims.published_on) as days,
        claims.read_low as share_p_low, claims.read_high as share_p_high,
        quotient_low(part.p_low, coalesce(whole.p_high, 'inf'::double)) as p_low,
        quotient_high(coalesce(part.p_high, 'inf'::double), whole.p_low) as p_high
    from claims
    inner join worded_totals as part
        on claims.entity_code = part.entity_code and claims.metric_code = part.metric_code
        and abs(part.period_end - claims.published_on) <= 92
    inner join worded_totals as whole
        on claims.whole_code = whole.entity_code and claims.metric_code = whole.metric_code
        and part.period_end = whole.period_end and part.kind_key = whole.kind_key
    where whole.p_low > 0
),

-- The nearest day, and of its totals those that fit best.
closest as (
    select * from told
    qualify days = min(days) over (partition by share_id)
        and bool_and(apart(p_low, p_high, share_p_low, share_p_high)) over (partition by share_id, days)
        and row_number() over (partition by share_id order by days, part.figure_id, whole.figure_id) = 1
)

select
    *,
    'note' as certainty,
    '{part.p:range} of {whole.p:range}{whole.unit:unit} is {p:percent}, "{words}" stands for {share_p:percent}' as message,
    '"{part.quote}" / "{whole.quote}" = {p:percent}' as formula,
    100 * p_low as computed_low,
    100 * p_high as computed_high,
    100 * share_p_low as expected_low,
    100 * share_p_high as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role([part.figure_id], 'part')
    || with_role([whole.figure_id], 'base')
    || with_role([base_figure_id], 'also told as the whole') as figures
from closest
