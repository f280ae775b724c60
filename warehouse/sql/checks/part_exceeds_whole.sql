-- severity: error
-- relation: part
-- needs: compared_figures: is_amount and part_key in (select part_key from compared_figures group by all having count(distinct hash(entity_code, place_code)) > 1)
-- first: in_whole
-- reads: part, whole
-- Fails when a figure of a part is above the same figure of its whole.
-- Why: what a part sold, or what happened in a part of a place, happened in the whole; a whole's running total of a
-- later day holds its part's of an earlier one.
-- Not: rates, shares, growth and averages, which a part may have higher; results, which others' losses may lower; parts
-- and wholes that nobody declared (entity_parts, place_parts); a part of several times its whole, unless a slip explains
-- it; two figures side by side, which the text relates itself.
with recursive additive as (
    select figure_id, entity_code, place_code, period_end, s_low, s_high, p_low, p_high, part_key
    from compared_figures
    where is_amount and part_key is not null
),

-- Few entities have figures of several places at a time.
placed as (
    select additive.*
    from additive
    semi join (
        select entity_code, part_key from additive group by entity_code, part_key having min(place_code) < max(place_code)
    ) as spread using (entity_code, part_key)
),

place_wholes(part_code, whole_code) as (
    select part_code, whole_code from place_parts
    where part_code in (select place_code from placed)
    union
    select place_wholes.part_code, place_parts.whole_code
    from place_wholes
    inner join place_parts on place_wholes.whole_code = place_parts.part_code
),

-- Nearly all parts are below their wholes: what else is known of them is not asked.
in_whole as (
    select part, whole
    from additive as part
    inner join entity_wholes on part.entity_code = entity_wholes.part_code
    inner join additive as whole
        on entity_wholes.whole_code = whole.entity_code
        and part.part_key = whole.part_key
        and part.place_code is not distinct from whole.place_code
        and (part.p_low > whole.p_high or part.s_low > whole.s_high)
    union all
    select part, whole
    from placed as part
    inner join place_wholes on part.place_code = place_wholes.part_code
    inner join placed as whole
        on part.entity_code = whole.entity_code
        and place_wholes.whole_code = whole.place_code
        and part.part_key = whole.part_key
        and (part.p_low > whole.p_high or part.s_low > whole.s_high)
),

judged as (
    select
        *,
        verdict_above(part.s_low, part.p_low, whole.s_high, whole.p_high) as certainty
    from in_whole
    where part.period_end <= whole.period_end
),

in_excess as (
    select * from judged
    -- Several times the whole without a slip that explains it: one of the two was told of something else.
    where certainty is not null
        and (part.p_low <= 3 * whole.p_high or is_slip(part.p_low, part.p_high, whole.p_low, whole.p_high))
),

sentences as (
    select figure_id, sentence
    from figures
    where figure_id in (select part.figure_id from in_excess union select whole.figure_id from in_excess)
        and sentence <> ''
),

-- Side by side, "phones (56) and services (13)" are two parts, whatever the second was read as.
said_apart as (
    select in_excess.*
    from in_excess
    left join sentences as one on in_excess.part.figure_id = one.figure_id
    left join sentences as other on in_excess.whole.figure_id = other.figure_id
    where coalesce(one.sentence <> other.sentence, true)
),

-- The lowest whole that a part exceeds is evidence enough, and the highest such part of a whole.
worst as (
    select * from said_apart
    qualify row_number() over (partition by part.figure_id order by certainty, whole.s_high, whole.figure_id) = 1
        and row_number() over (partition by whole.figure_id order by certainty, part.s_low desc, part.figure_id) = 1
),

quoted as (
    select figure_id, entity_code, quote, unit, factor, s_low, s_high, p_low, p_high
    from compared_figures
    where figure_id in (select part.figure_id from worst union select whole.figure_id from worst)
),

shown as (
    select one as part, other as whole, worst.certainty
    from worst
    inner join quoted as one on worst.part.figure_id = one.figure_id
    inner join quoted as other on worst.whole.figure_id = other.figure_id
)

select
    *,
    'a part is {part.p:range}{part.unit:unit}, its whole {whole.p:range}' as message,
    '"{part.quote}" ({part.entity_code}) > "{whole.quote}" ({whole.entity_code})' as formula,
    part.factor as factor,
    as_judged(certainty, part.s_low, part.p_low) / part.factor as computed_low,
    as_judged(certainty, part.s_high, part.p_high) / part.factor as computed_high,
    as_judged(certainty, whole.s_low, whole.p_low) / part.factor as expected_low,
    as_judged(certainty, whole.s_high, whole.p_high) / part.factor as expected_high,
    computed_low - expected_high as gap,
    with_role([part.figure_id], 'part') || with_role([whole.figure_id], 'whole') as figures
from shown
