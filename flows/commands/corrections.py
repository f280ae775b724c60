"""`crossfoot corrections`: what figures outlets changed in articles after they had been read."""

import json
from argparse import Namespace
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from flows.configuration import Configuration, ConfigurationError
from flows.console import clean, styled
from flows.sources.article import SourceError
from flows.sources.dating import parse_published

QUERY = """
    select
        corrections.seen_at, corrections.source, corrections.source_id, articles.publisher, articles.title,
        corrections.change, corrections.old_quote, corrections.old_value, corrections.old_unit,
        corrections.old_sentence, corrections.quote, corrections.value, corrections.unit,
        corrections.sentence, corrections.old_article_id, corrections.article_id
    from corrections
    left join articles on corrections.article_id = articles.article_id
    where ($all or corrections.change = 'changed') and strftime(corrections.seen_at, '%Y-%m-%d') >= $since
    order by
        corrections.seen_at desc, corrections.source, corrections.source_id, corrections.change desc,
        corrections.correction_id
"""


def run(arguments: Namespace, configuration: Configuration) -> int:
    """Show the corrections, the latest first."""
    from warehouse.planning import named_rows
    from warehouse.publish import open_reader

    try:
        since = parse_published(arguments.since) or ""
    except SourceError as fault:
        raise ConfigurationError(f"--since: {fault.detail}") from fault
    with open_reader(configuration.warehouse) as connection:
        rows = named_rows(connection, QUERY, {"all": arguments.all, "since": since})
    if arguments.format == "json":
        for row in rows:
            print(json.dumps(row | {"seen_at": row["seen_at"].isoformat()}, ensure_ascii=False))
        return 0
    for _, group in groupby(rows, key=lambda row: (row["seen_at"], row["source"], row["source_id"])):
        print("\n".join(_lines(list(group))), end="\n\n")
    if not rows:
        print(
            "no corrections"
            if arguments.all
            else "no corrections (--all shows figures added and removed too)"
        )
    return 0


def _lines(rows: list[Mapping[str, Any]]) -> list[str]:
    first = rows[0]
    by = f"{first['publisher']}, " if first["publisher"] else ""
    title = f"  {first['title']}" if first["title"] else ""
    lines = [
        styled(clean(f"{first['source_id']}{title}"), "bold"),
        clean(f"  {by}seen {first['seen_at']:%Y-%m-%d %H:%M} UTC"),
    ]
    for row in rows:
        if row["change"] == "changed":
            lines.append(
                f"  {styled(clean(row['old_quote']), 'red')} is now {styled(clean(row['quote']), 'bold')}"
            )
        else:
            lines.append(clean(f"  {row['change']}: {row['quote'] or row['old_quote']}"))
        lines += [
            clean(f"    {mark} “{sentence}”")
            for mark, sentence in (("-", row["old_sentence"]), ("+", row["sentence"]))
            if sentence
        ]
    return lines
