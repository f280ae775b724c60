-- severity: error
-- relation: equal
-- needs: alike_figures: series_key in (select series_key from alike_figures group by series_key, time_key having max(s_low) > min(s_high) or max(p_low) > min(p_high) or min(p_low) < max(p_low) and min(p_high) < max(p_high))
-- first: unlike
-- reads: higher, lower
-- Fails when two comparable figures have no value in common.
-- Why: one thing counted at one time in one place has one value; the words leave room only for rounding. Two values of
-- one precision differ though their ranges touch (a tension: one may be rounded, the other cut off).
-- Not: figures whose entity, metric or time is unknown or guessed, whose place, scope or base differ, forecasts, shares
-- and growth and multiples (of what, against when?), or two values of one article (it tells them apart). A note: values more than a third
-- apart that no slip explains, figures whose clauses differ in more than one word that may narrow them, and those whose
-- subject stands nowhere within a sentence as a name ("Analysts"): different facts are far more common than wrong ones.
-- Each reading is set against the nearest one below it, so that a group of n figures costs no n^2 unlike.
with disputed as (
    -- Most groups agree: one pass over the keys leaves few figures to look at.
    select series_key, time_key
    from alike_figures
    where is_single_valued and is_amount and unit is distinct from 'times'
    group by series_key, time_key
    having max(s_low) > min(s_high) or max(p_low) > min(p_high)
        -- Neighbours of one precision, which touch.
        or not exceeds(min(p_high), max(p_low)) and min(p_low) < max(p_low) and min(p_high) < max(p_high)
),

readings as (
    select
        series_key, time_key, s_low, s_high, p_low, p_high,
        arg_min(figure_id, (published_on, figure_id)) as figure_id,
        arg_min(quote, (published_on, figure_id)) as quote,
        arg_min(factor, (published_on, figure_id)) as factor,
        arg_min(unit, (published_on, figure_id)) as unit,
        list(figure_id order by published_on, figure_id) as figure_ids
    from alike_figures
    semi join disputed
        on alike_figures.series_key = disputed.series_key and alike_figures.time_key = disputed.time_key
    where is_single_valued and is_amount and unit is distinct from 'times'
    group by all
),

-- Of readings with one end the first, so that the same one is found every time.
stated_ends as (
    select series_key, time_key, s_high as high, arg_min(readings, figure_id) as lower
    from readings
    group by series_key, time_key, s_high
),

read_ends as (
    select series_key, time_key, p_high as high, arg_min(readings, figure_id) as lower
    from readings
    group by series_key, time_key, p_high
),

rounded_ends as (
    select series_key, time_key, p_high as high, arg_min(readings, figure_id) as lower
    from readings
    where p_low < p_high
    group by series_key, time_key, p_high
),

unlike as (
    select higher, lower
    from readings as higher
    asof join stated_ends as ends
        on higher.series_key = ends.series_key and higher.time_key = ends.time_key and higher.s_low > ends.high
    union
    select higher, lower
    from readings as higher
    asof join read_ends as ends
        on higher.series_key = ends.series_key and higher.time_key = ends.time_key and higher.p_low > ends.high
    union
    -- "1.2 million" and "1.3 million" are two values, though 1.25 million may be written either way.
    select higher, lower
    from (select * from readings where p_low < p_high) as higher
    asof join rounded_ends as ends
        on higher.series_key = ends.series_key and higher.time_key = ends.time_key
        and higher.p_low + 1e-9 * abs(higher.p_low) >= ends.high
    where not exceeds(higher.p_low, ends.high)
),

-- The rows are found by their ids, then read.
paired as materialized (
    select
        figure_id, article_id, sentence, subject, metric, place, scope, entity_code, metric_code, place_code, unit
    from figures
    where rowid in (
        select rowid from figures
        where figure_id in (select higher.figure_id from unlike union select lower.figure_id from unlike)
    )
),

places as materialized (
    select rowid as row_id from articles where article_id in (select article_id from paired)
),

told as (
    select paired.*, articles.text
    from paired
    inner join articles on paired.article_id = articles.article_id
    where articles.rowid in (select row_id from places)
),

worded as (
    select
        unlike.higher, unlike.lower,
        one.sentence as one_sentence, other.sentence as other_sentence,
        -- What says who, what, where and how much in either.
        concat_ws(
            ' ', lower(one.subject), lower(one.metric), lower(one.place), lower(one.scope), lower(other.subject),
            lower(other.metric), replace(
                concat_ws('_', one.entity_code, one.metric_code, other.entity_code, one.place_code, one.unit), '_', ' '
            )
        ) as known_words,
        is_name(one.subject, one.text) and is_name(other.subject, other.text) as are_names
    from unlike
    inner join told as one on unlike.higher.figure_id = one.figure_id
    inner join told as other on unlike.lower.figure_id = other.figure_id
),

weighed as (
    select
        *,
        case
            when not exceeds(higher.p_low, lower.p_high) and not exceeds(higher.s_low, lower.s_high)
                and (higher.p_low = higher.p_high or lower.p_low = lower.p_high)
                then 'none'
            when not near(higher.p_low, higher.p_high, lower.p_low, lower.p_high)
                and not is_slip(higher.p_low, higher.p_high, lower.p_low, lower.p_high)
                and not has_same_digits(higher.quote, lower.quote)
                then 'note'
            when not are_names then 'note'
        end as verdict_of_numbers
    from worded
),

-- Of few pairs the words are asked, of each once.
narrowed as (
    select
        *,
        case when verdict_of_numbers is null then wording(one_sentence, higher.quote, known_words) end as one_words,
        case when verdict_of_numbers is null then wording(other_sentence, lower.quote, known_words) end as other_words
    from weighed
),

judged as (
    select
        *,
        case
            when verdict_of_numbers is not null then verdict_of_numbers
            when words_apart(one_words, other_words) > 1 then 'note'
            when apart(higher.s_low, higher.s_high, lower.s_low, lower.s_high) then 'contradiction'
            -- Apart as they are read, or next to each other.
            else 'tension'
        end as certainty
    from narrowed
    where verdict_of_numbers is distinct from 'none'
)

select
    *,
    'the same figure is given as {higher.p:range}{higher.unit:unit} and as {lower.p:range}' as message,
    '"{higher.quote}" <> "{lower.quote}"' as formula,
    higher.factor as factor,
    as_judged(certainty, higher.s_low, higher.p_low) / higher.factor as computed_low,
    as_judged(certainty, higher.s_high, higher.p_high) / higher.factor as computed_high,
    as_judged(certainty, lower.s_low, lower.p_low) / higher.factor as expected_low,
    as_judged(certainty, lower.s_high, lower.p_high) / higher.factor as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role([higher.figure_id], 'higher')
    || with_role([lower.figure_id], 'lower')
    || with_role(higher.figure_ids[2:], 'also higher')
    || with_role(lower.figure_ids[2:], 'also lower') as figures
from judged
