-- The counts of the first page.
select
    (select count(*) from articles where superseded_by is null) as articles,
    (select count(*) from figures) as figures,
    (select count(*) from memory.main.concerns where is_disputed) as disputed,
    (select count(*) from findings where status = 'open' and severity = 'error') as errors,
    (select count(*) from findings where status = 'open' and severity = 'note') as notes,
    (select count(*) from findings where status = 'accepted') as accepted,
    (select count(*) from rejects) as rejects,
    (select count(distinct source) from sightings) as sources
