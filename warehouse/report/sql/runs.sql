-- Runs that changed the warehouse, the latest first, each with what it set aside and warned of.
select
    run_id, started_at, finished_at, status, crossfoot_version,
    articles_read, articles_new, articles_changed, articles_unchanged, articles_rejected,
    figures_loaded, figures_total, rejects_loaded, findings_new, findings_open, findings_closed,
    read_seconds, extract_seconds, load_seconds, check_seconds, publish_seconds, articles_per_second,
    coalesce(
        (
            select list({'reason': reason, 'count': reject_count} order by reject_count desc, reason)
            from run_rejects where run_rejects.run_id = runs.run_id
        ),
        []
    ) as reasons,
    coalesce(
        (
            select list({'source': source, 'warning': warning} order by source)
            from run_sources where run_sources.run_id = runs.run_id and warning is not null
        ),
        []
    ) as warnings
from runs
order by run_id desc
limit 100
