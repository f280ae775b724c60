-- Runs that changed the warehouse, the latest first.
select
    run_id, started_at, finished_at, status, crossfoot_version,
    articles_read, articles_new, articles_changed, articles_unchanged, articles_rejected,
    figures_loaded, figures_total, rejects_loaded, findings_new, findings_open, findings_closed,
    read_seconds, extract_seconds, load_seconds, check_seconds
from runs
order by run_id desc
limit 100
