-- Who shows an article: its publisher, the host of its address, or the name of its file or folder.
create or replace macro memory.main.shown_by(publisher, url, source) as
    coalesce(
        publisher,
        nullif(regexp_extract(coalesce(url, source), '^https?://(?:www[.])?([^/:?#]+)', 1), ''),
        nullif(regexp_extract(rtrim(source, '/'), '([^/]+)$', 1), ''),
        source
    )
