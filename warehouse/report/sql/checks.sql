-- Open findings by the check that selected them.
select check_name, severity, count(*) as findings
from findings
where status = 'open'
group by check_name, severity
order by severity, findings desc, check_name
