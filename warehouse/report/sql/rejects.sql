-- What in each article looks like a number and is no figure, by reason.
select
    rejects.article_id,
    rejects.reason,
    count(*) as rejects,
    list(rejects.quote order by rejects.char_start, rejects.reject_id)[:40] as quotes
from rejects
where rejects.article_id is not null
group by rejects.article_id, rejects.reason
order by rejects.article_id, rejects.reason
