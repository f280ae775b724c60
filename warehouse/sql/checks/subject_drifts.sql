-- severity: note
-- needs: compared_figures: not is_amount and entity_code in (select part_code from entity_parts)
-- Notes when one number, for one metric, place and time, is told of a part in one article and of its whole in another.
-- Why: "sales up 32%" of one model and of its make have one origin; one of the articles has moved it.
-- Not: counts, where a part may be all of its whole, and subjects that are not declared part and whole.
with told as (
    select figure_id, article_id, entity_code, value, quote, published_on, series_key, time_key, part_key
    from compared_figures
    where not is_amount
),

shared as (
    select part, whole
    from told as part
    inner join entity_parts on part.entity_code = entity_parts.part_code
    inner join told as whole
        on entity_parts.whole_code = whole.entity_code
        and part.article_id <> whole.article_id
        and part.part_key = whole.part_key
        and part.value = whole.value
    qualify row_number() over (
        partition by part.entity_code, whole.entity_code, part.series_key, part.time_key, part.value
        order by part.published_on, part.figure_id, whole.published_on, whole.figure_id
    ) = 1
)

select
    'note' as certainty,
    '{part.quote} is told of {part.entity_code} and of {whole.entity_code}' as message,
    '{part.quote} = {whole.quote}' as formula,
    part,
    whole,
    part.value as computed_low,
    part.value as computed_high,
    whole.value as expected_low,
    whole.value as expected_high,
    0.0 as gap,
    with_role([part.figure_id], 'part') || with_role([whole.figure_id], 'whole') as figures
from shared
