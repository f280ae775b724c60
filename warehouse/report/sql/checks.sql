-- Open findings by the check that selected them; those that fail no run apart.
select check_name || case severity when 'note' then ' (note)' else '' end as check_name, severity, count(*) as findings
from findings
where status = 'open'
group by all
order by severity, findings desc, check_name
