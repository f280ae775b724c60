-- What the checks share: comparison of intervals.
-- Bounds are closed. An open bound is -inf or inf, so that nothing is compared with NULL.

-- a is above b by more than the error of a double (1e-9 of a). The second comparison is true of an open a: DuckDB orders
-- NaN last. Each word here is planned a hundred times a run.
create or replace temp macro exceeds(a, b) as (
    a > b and a - 1e-9 * abs(a) > b
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

-- The end of an interval that a judgement rests on: the stated one of a contradiction, else the one that is read.
create or replace temp macro as_judged(certainty, stated_end, read_end) as (
    case certainty when 'contradiction' then stated_end else read_end end
);

-- At most a third apart.
create or replace temp macro near(a_low, a_high, b_low, b_high) as (
    3 * a_low <= 4 * b_high and 3 * b_low <= 4 * a_high
);

-- A digit or a thousand too many or too few.
create or replace temp macro is_slip(a_low, a_high, b_low, b_high) as (
    -- One comparison for all four: each that stands here is planned wherever the macro is used.
    len(list_filter([10.0, 0.1, 1000.0, 0.001], lambda slip: not apart(a_low, a_high, slip * b_low, slip * b_high))) > 0
);

-- The same digits in another order: 531 for 351.
create or replace temp macro digits_of(quote) as (
    list_sort(regexp_extract_all(quote, '[0-9]'))
);
create or replace temp macro are_same_digits(a, b) as (
    a = b and len(a) > 1
);
create or replace temp macro has_same_digits(a, b) as (
    are_same_digits(digits_of(a), digits_of(b))
);

-- The digits of a number as it is printed, or, where it is written in words, as it would be.
create or replace temp macro printed_digits(quote, value) as (
    case
        -- Of "$0.24" the digits that a headline has in "24 cents".
        when regexp_matches(quote, '[1-9]') then regexp_extract_all(regexp_replace(quote, '^[^1-9]*', ''), '[0-9]')
        else regexp_extract_all(value::bigint::varchar, '[0-9]')
    end
);

-- Of two lists of digits, as many: all but one are the same, or the same ones in another order: 37 for 27, 41 for 14.
create or replace temp macro differ_by_a_digit(one, other) as (
    len(one) > 1 and len(one) = len(other)
    and (
        list_sort(one) = list_sort(other)
        or len(list_filter(list_zip(one, other), lambda pair: pair[1] <> pair[2])) = 1
    )
);

-- The digits of a number, of three digits at least, in another order; round ones meet more often, and have four.
create or replace temp macro is_anagram(digits, value, other_quote, other_value) as (
    len(digits) > if(value % 10 = 0 and other_value % 10 = 0, 3, 2) and list_sort(digits) = digits_of(other_quote)
);

-- Two numbers with the same digits in another order are apart by a multiple of nine, whatever their decimals and zeros.
create or replace temp macro is_multiple_of_nine(x) as (
    round(x * case when x < 1e6 then 1e6 else 1.0 end) % 9 = 0
);

-- Counted nouns that writers exchange: a headline's jobs are the text's posts, its dead are people or miners.
create or replace temp macro noun_class(unit) as (
    case
        when unit in ('job', 'post', 'position', 'role', 'redundancy', 'layoff') then 'job'
        when unit in ('home', 'house', 'flat', 'apartment', 'dwelling', 'housing unit', 'household', 'property') then 'home'
        when unit in ('vehicle', 'car', 'bus', 'lorry', 'truck', 'van') then 'vehicle'
        when unit in ('bicycle', 'bike', 'cycle') then 'bicycle'
        when unit in ('plane', 'aircraft', 'jet', 'airliner') then 'aircraft'
        when unit in ('ship', 'vessel', 'boat') then 'ship'
        when unit in ('shop', 'store', 'outlet', 'branch') then 'shop'
        when unit in ('firm', 'company', 'business') then 'company'
        when unit in ('plant', 'factory') then 'plant'
        when unit in (
            'person', 'death', 'victim', 'fatality', 'casualty', 'life', 'body', 'worker', 'employee', 'passenger',
            'miner', 'child', 'woman', 'man', 'student', 'pupil', 'soldier', 'civilian', 'resident', 'villager',
            'tourist', 'migrant', 'injury', 'guest', 'suspect', 'visitor', 'teacher', 'patient'
        ) then 'person'
        -- Whether it is per share a headline leaves to the text.
        else replace(unit, ' per share', '')
    end
);

-- The words of the clause around a quote that say neither who, what, when and how much, nor that somebody says it: what
-- is left narrows the figure ("comparable", "domestic"), or says nothing.
create or replace temp macro wording(sentence, quote, known) as (
    list_sort(list_distinct(list_filter(
        regexp_extract_all(
            lower(coalesce(
                regexp_extract(sentence, '[^,;:()\n]*' || regexp_escape(quote) || '[^,;:()\n]*'), ''
            )),
            '[a-z]{3,}'
        ),
        lambda word: not list_contains(string_split(known, ' '), word)
            and not regexp_matches(
                word,
                '^(the|and|for|from|with|that|this|than|has|have|had|was|were|are|its|their|his|her|who|which|while|but|'
                || 'said|says|say|according|reported|reports|announced|stated|showed|came|stood|reached|totalled|totaled|'
                || 'amounted|about|around|some|nearly|almost|more|over|least|most|just|only|exactly|roughly|'
                || 'approximately|estimated|total|overall|altogether|rose|fell|grew|increased|decreased|climbed|dropped|'
                || 'jumped|slipped|declined|gained|soared|hit|made|into|out|during|over|under|between|year|years|month|'
                || 'months|quarter|half|first|second|third|fourth|last|week|end|ended|ending|since|until|before|after|'
                || 'january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|'
                || 'wednesday|thursday|friday|saturday|sunday|million|billion|thousand|trillion|mln|bln|dollars?|euros?|'
                || 'pounds?|usd|people|units?|company|firm|group|new|now|also|there|been|they|all|year.s)$'
            )
    )))
);

-- How many words only one of two lists has.
create or replace temp macro words_apart(one, other) as (
    len(list_filter(one, lambda word: not list_contains(other, word)))
    + len(list_filter(other, lambda word: not list_contains(one, word)))
);

-- A name, where the text writes it so within a sentence, or in two words; where no text says who, the code says it.
create or replace temp macro is_name(subject, text) as (
    subject is null
    or regexp_matches(subject, '[A-Z].* [A-Z]|[A-Z].*[A-Z]')
    or regexp_matches(text, '[a-z,;] (the |The )?' || regexp_escape(subject))
);

-- Ends of the quotient of two intervals without negative values.
create or replace temp macro quotient_low(a_low, b_high) as (
    case when isinf(b_high) then 0.0 else greatest(a_low, 0.0) / b_high end
);
create or replace temp macro quotient_high(a_high, b_low) as (
    case when isinf(a_high) or b_low <= 0 then 'inf'::double else a_high / b_low end
);

-- The product of two bounds that are not negative; what is open stays open, also of nothing.
create or replace temp macro product_of(a, b) as (
    case when a = 'inf'::double or b = 'inf'::double then 'inf'::double else greatest(a, 0.0) * greatest(b, 0.0) end
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

-- How far a printed number may be off: its granule, and one where it is whole, "exactly" or not; in base units.
create or replace temp macro printed_room(granule, x, factor) as (
    greatest(coalesce(granule, 0.0), factor * case when whole_number_between(x / factor, x / factor) then 1.0 else 0.0 end)
);

-- What a text counts or measures, and no relation of two numbers.
create or replace temp macro is_amount(kind) as (
    kind in ('count', 'ordinal_milestone', 'money', 'measure')
);

-- What has to be equal, but for the entity, in figures that a check may hold against each other. A figure of a place is
-- compared with figures of places alone, one without with those without; a running total with those of any day.
create or replace temp macro line_of(metric_code, place_code, kind, is_cumulative, period_start, period_end) as (
    hash(
        metric_code, place_code is not null, is_amount(kind), is_amount(kind) and is_cumulative, period_start,
        case when not (is_amount(kind) and is_cumulative) then period_end end
    )
);

-- A flow that more figures than these are told of is several.
create or replace temp macro largest_flow() as 120;

-- Whether the words of a rise or fall stand with both levels ("rose 9% to 6.7 million from 7.4 million"), so that a
-- change of the other sign is wrong and no loose wording. By the rule that found the relation.
create or replace temp macro is_directed(rule) as (
    rule in ('grew_to', 'grew_from_to', 'up_at', 'up', 'up_by')
);
