-- Every whole of every entity: the wholes of its wholes, too. A declaration for one metric alone says nothing of others.
create temp view entity_wholes as
with recursive wholes(part_code, whole_code) as (
    select part_code, whole_code from entity_parts
    where coalesce(metric_code, '') = ''
    union
    select wholes.part_code, entity_parts.whole_code
    from wholes
    inner join entity_parts on wholes.whole_code = entity_parts.part_code
    where coalesce(entity_parts.metric_code, '') = ''
)

select part_code, whole_code from wholes
