-- Rejects by reason.
select reason, count(*) as rejects
from rejects
group by reason
order by rejects desc, reason
