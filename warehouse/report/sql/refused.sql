-- Files, records and rows that were not loaded. Words that are no figures belong to their article's page.
select source, source_id, location, article_id, quote, reason, detail
from rejects
where article_id is null or starts_with(reason, 'invalid') or reason = 'unreadable'
order by reject_id
limit 501
