-- severity: error
-- relation: equal
-- reach: article
-- needs: checkable_figures: field = 'title'
-- first: rivalled
-- Fails when the text has no figure that bears out a figure of its headline, but in its first lines another one of the same
-- metric, or the only one of its kind there, or the same digits but for one or two that are exchanged.
-- Why: a headline rounds and cuts what the text says; it does not say something else.
-- Not: a headline's figure that meets any number of the first lines, or one further down that may be of its metric (but
-- where the first lines have its digits in another order, of the same noun); what is
-- far off without a slip that explains it (another figure, more likely); sums and differences of the first lines; amounts in
-- another currency; small counts ("one of two plants"). Of 1,298 headlines' figures in gathered articles 1,106 are in the
-- first lines and 99 further down; of the other 93, 13 have a figure of their metric in the first lines: of these the check
-- finds the two that say something else, and one of an offer that had gone on.
with titles as materialized (
    select
        figure_id, article_id, quote, kind, value, granule, factor, unit, dimension, s_low, s_high, p_low, p_high,
        entity_code, metric_code, scope, place_code, period_end, period_basis, is_planned,
        count(*) over (partition by article_id, kind) = 1 as is_alone
    from checkable_figures
    where field = 'title'
        and (kind in ('count', 'ordinal_milestone', 'money', 'measure', 'duration')
            or dimension = 'ratio' and unit <> 'times' and regexp_matches(quote, '[0-9]'))
),

-- What the text bears out: its first lines, or what may be of the same metric. Another number may agree by chance.
met as materialized (
    select
        title.figure_id as title_id,
        bool_or(body.char_start < 600 or coalesce(body.metric_code = title.metric_code, true)) as is_borne_out,
        bool_or(body.char_start < 600) as is_met_first
    from titles as title
    inner join (from checkable_figures where field = 'text') as body
        on title.article_id = body.article_id
        and (
            body.dimension = title.dimension or starts_with(title.dimension, 'of ') or title.dimension = 'number'
            -- "Past $9,800": what it is per is left to the text.
            or starts_with(body.dimension, title.dimension || ' per ')
        )
        and (
            body.p_low <= title.p_high and title.p_low <= body.p_high
            -- "Off 8.6 percent": a fall, or how far it is away.
            or title.dimension = 'ratio' and -body.p_high <= title.p_high and title.p_low <= -body.p_low
        )
        -- "Some forty houses" are no answer to 37 dead.
        and (body.dimension = title.dimension or body.qualifier <> 'approximately')
    group by title.figure_id
),

-- "Cull 140,000 ducks" over "began to cull 410,000 ducks", and further down 140,000 again: two digits of one noun exchanged.
swapped_first as (
    select distinct titles.figure_id as title_id
    from titles
    inner join met on titles.figure_id = met.title_id and not met.is_met_first
    inner join checkable_figures as body
        on titles.article_id = body.article_id and titles.kind = body.kind and titles.dimension = body.dimension
        and body.field = 'text' and body.char_start < 300 and body.qualifier = 'exact'
    where titles.kind in ('count', 'money', 'measure') and titles.is_alone and titles.value <> body.value
        and are_same_digits(list_sort(printed_digits(titles.quote, titles.value)), digits_of(body.quote))
        and titles.value < 10 * body.value and body.value < 10 * titles.value
),

unmet as materialized (
    select
        titles.*, met.title_id is not null and swapped_first.title_id is null as is_met,
        -- Once, since each word is compared in several ways.
        printed_digits(quote, value) as printed,
        noun_class(coalesce(unit, 'person')) as noun,
        kind in ('count', 'ordinal_milestone', 'money', 'measure') as is_level
    from titles
    left join met on titles.figure_id = met.title_id
    left join swapped_first on titles.figure_id = swapped_first.title_id
    where (is_borne_out is distinct from true or swapped_first.title_id is not null)
        -- A total whose parts the text tells is borne out by these, or contradicted elsewhere.
        and not exists (
            from relation_roles
            where kind = 'sum' and role = 'total' and article_id = titles.article_id
                and list_contains(figure_ids, titles.figure_id)
        )
),

-- What can be told in place of such a figure is of its kind and not of another time, and is of its metric, among the first
-- figures or a digit away. Most have nothing of that in their text: no more is asked of them.
rivalled as materialized (
    select *
    from unmet
    where figure_id in (
        select title.figure_id
        from unmet as title
        inner join checkable_figures as body
            on title.article_id = body.article_id and body.field = 'text'
            and (title.kind = body.kind or title.dimension = 'ratio' and (title.kind = 'growth') = (body.kind = 'growth'))
        where not coalesce(
            title.period_end <> body.period_end and coalesce(title.period_basis, 'explicit') = 'explicit', false
        )
            and (
                differ_by_a_digit(title.printed, printed_digits(body.quote, body.value))
                or greatest(abs(title.value), abs(body.value)) <= least(abs(title.value), abs(body.value)) * case
                    when title.metric_code = body.metric_code then 11 when body.char_start < 300 then 4
                end
            )
    )
),

-- All but one digit of a headline's figure, anywhere in the text: asked of a few columns, for most of a text is read in vain.
-- Not of a headline with several such numbers.
near_it as materialized (
    select
        title.figure_id as title_id, body.rowid as body_row, title.article_id,
        title.printed as title_digits, printed_digits(body.quote, body.value) as body_digits
    from rivalled as title
    inner join checkable_figures as body
        on title.article_id = body.article_id and title.is_alone and title.is_level and not title.is_met
        and body.field = 'text' and title.kind = body.kind
        and body.qualifier = 'exact' and body.value <> title.value
        and title.value * title.factor < 10 * body.value * body.factor
        and body.value * body.factor < 10 * title.value * title.factor
        and title.noun = coalesce(noun_class(body.unit), 'person')
        and (title.period_end is null or coalesce(body.period_end = title.period_end, true))
        and (body.scope is null or title.scope = body.scope)
        -- Bales are bales, whether they burn or go up in smoke; of money and people several things are told.
        and (title.metric_code = body.metric_code or title.metric_code is null or body.metric_code is null
            or title.kind <> 'money' and title.noun <> 'person'
            or title.metric_code in ('payment', 'costs', 'deal_value', 'fine', 'people')
            or body.metric_code in ('payment', 'costs', 'deal_value', 'fine', 'people'))
),

slipped as materialized (
    select title_id, body_row, article_id
    from near_it
    where differ_by_a_digit(title_digits, body_digits)
),

-- Their rows are found by their ids, then read: not left to the join, which would read all rows first.
whole_text as materialized (
    select
        rowid as body_row, figure_id, article_id, char_start, quote, kind, value, factor, unit, dimension, s_low, s_high,
        p_low, p_high, entity_code, metric_code, scope, place_code, period_end, is_planned
    from checkable_figures
    where rowid in (
        select rowid from checkable_figures
        where field = 'text' and char_start < 600
            and article_id in (select article_id from rivalled)
        union all
        select body_row from slipped
    )
),

-- The first sentences say what the headline says.
opening as (
    select * from whole_text where char_start < 600
),

-- A digit swapped or mistaken: what the text says of such things anywhere, by whatever metric, is what the headline says.
misprinted as (
    select slipped.title_id, slipped.body_row
    from slipped
    inner join rivalled as title on slipped.title_id = title.figure_id
    inner join whole_text as body on slipped.body_row = body.body_row
    anti join opening as rival
        on title.article_id = rival.article_id and title.metric_code = rival.metric_code
        and title.kind = rival.kind and body.value <> rival.value
),

-- What its first lines tell in its place. Where nothing in the text agrees with the headline: the same metric, else the only
-- one of its kind, or one with a digit mistaken. Where something else agrees by chance: the same metric of the same alone.
in_its_place as (
    select
        title.figure_id as title_id, title.article_id, title.dimension, title.value as title_value, title.granule,
        [title.dimension, body.dimension, 'number'] as dimensions, title.is_level,
        title.dimension <> body.dimension as is_of_another_noun,
        is_anagram(title.printed, title.value, body.quote, body.value) as is_anagram,
        body.body_row, body.value as body_value, body.char_start,
        -- "Time", or a period of it, is what any duration is of.
        coalesce(
            title.metric_code = body.metric_code and title.metric_code not in ('time', 'time_period'), false
        ) as is_of_metric,
        len(title.printed) as digit_count,
        -- Relative times of a headline are often left to the text.
        coalesce(
            title.period_end <> body.period_end and coalesce(title.period_basis, 'explicit') = 'explicit', false
        ) as is_of_another_time,
        coalesce(title.entity_code = body.entity_code, false) as is_of_the_same,
        coalesce(title.scope = body.scope, body.scope is null) as is_of_the_scope,
        title.is_planned <> body.is_planned as is_of_another_status,
        differ_by_a_digit(title.printed, printed_digits(body.quote, body.value)) as is_slip,
        title.kind = 'money' and exists (
            from relation_roles
            where kind = 'conversion' and role = 'to' and article_id = body.article_id
                and list_contains(figure_ids, body.figure_id)
        ) as is_converted,
        body.char_start < 300 and title.kind <> 'duration'
            and count(*) filter (body.char_start < 300) over (partition by title.figure_id) = 1 as is_alone
    from rivalled as title
    inner join opening as body
        on title.article_id = body.article_id
        -- "Kill 26" and "23 people died": a headline's count may have another noun, or none.
        and (
            title.dimension = body.dimension
            or title.kind = 'count' and not title.is_met and title.is_alone and (
                title.noun = noun_class(body.unit)
                or is_anagram(title.printed, title.value, body.quote, body.value)
            )
        )
        and (title.kind = body.kind or title.dimension = 'ratio' and (title.kind = 'growth') = (body.kind = 'growth'))
        and (
            not title.is_met and case title.kind
                when 'duration' then title.unit = body.unit
                when 'count'
                    then title.value >= 10 and (
                        title.metric_code = body.metric_code or title.noun = noun_class(body.unit)
                        -- Penguins are birds, as far as the same digits of the same length go.
                        or len(title.printed) > 2 and list_sort(title.printed) = digits_of(body.quote)
                    )
                else true
            end
            or title.metric_code = body.metric_code
            and coalesce(title.entity_code = body.entity_code, true)
            and coalesce(title.place_code = body.place_code, true)
            and coalesce(title.period_end = body.period_end, true)
            and title.scope is not distinct from body.scope
            and (title.kind <> 'count' or title.value >= 10)
        )
),

instead as (
    select *
    from in_its_place
    where (is_of_metric or is_alone or is_slip and (char_start < 300 or is_anagram)) and not is_of_another_time
        and (is_slip or not is_of_another_status)
        and (is_of_the_scope or is_slip or not is_level)
        and (
            not is_of_another_noun
            or is_slip and (is_alone or is_anagram)
            or is_alone and dimension = 'number' and is_of_metric
        )
        and greatest(abs(title_value), abs(body_value)) <= least(abs(title_value), abs(body_value)) * case
            -- 0.1 percent may be misprinted 1.1; of amounts what is far off is another one, more likely.
            when is_of_metric and (not is_level or is_alone and is_of_the_same) then 11
            when is_slip and (is_of_metric or digit_count > 2) then 9
            when is_level and (not is_alone or is_converted) then 2
            else 4
        end
    qualify row_number() over (
        partition by title_id
        order by not is_of_metric, not is_of_the_scope, is_of_another_status, char_start
    ) = 1
),

-- Not what is cut off, nor the sum or difference of two of the first lines.
told_first as (
    select title_id, body_row
    from instead
    where abs(body_value) - abs(title_value) not between 0 and coalesce(granule, 0)
        -- Of two digits one may well be another: eight and 11 are 19, whatever has one digit of 19.
        and (is_slip and digit_count > 2 or not exists (
            from opening as one
            -- "178 on board although it was licensed for 120" says of what once.
            inner join opening as other on one.article_id = other.article_id and one.body_row <> other.body_row
            where one.article_id = instead.article_id
                and list_contains(instead.dimensions, one.dimension)
                and list_contains(instead.dimensions, other.dimension)
                and (one.value + other.value = title_value or not is_slip and (
                    abs(one.value + other.value - title_value) <= coalesce(granule, 0)
                    or abs(abs(one.value - other.value) - title_value) <= coalesce(granule, 0)
                ))
        ))
        -- "Back at 96% of the traffic of before": of two levels of the text.
        and (is_level or not exists (
            from opening as one
            inner join opening as other
                on one.article_id = other.article_id and one.kind = other.kind and one.value < other.value
            where one.article_id = instead.article_id and one.dimension <> 'ratio'
                and abs(100 * one.value / other.value - title_value) <= coalesce(granule, 0)
        ))
),

judged as (
    select
        title, body,
        verdict(
            title.s_low, title.s_high, title.p_low, title.p_high, body.s_low, body.s_high, body.p_low, body.p_high
        ) as certainty
    from (from misprinted union from told_first) as met
    inner join rivalled as title on met.title_id = title.figure_id
    inner join whole_text as body on met.body_row = body.body_row
),

-- One figure of the text that agrees is enough; several that do not leave open which one is meant.
nearest as (
    select * from judged
    qualify count(*) filter (where certainty is null) over (partition by title.figure_id) = 0
        and count(distinct body.value) over (partition by title.figure_id) = 1
        and row_number() over (partition by title.figure_id order by certainty desc, body.char_start) = 1
)

select
    *,
    'the headline has "{title.quote}", the text "{body.quote}"' as message,
    '"{title.quote}" <> "{body.quote}"' as formula,
    as_judged(certainty, title.s_low, title.p_low) / body.factor as computed_low,
    as_judged(certainty, title.s_high, title.p_high) / body.factor as computed_high,
    as_judged(certainty, body.s_low, body.p_low) / body.factor as expected_low,
    as_judged(certainty, body.s_high, body.p_high) / body.factor as expected_high,
    distance_between(computed_low, computed_high, expected_low, expected_high) as gap,
    with_role([title.figure_id], 'title') || with_role([body.figure_id], 'text') as figures
from nearest
