"""Runs and findings as people read them: on a terminal, in a pipe, in Markdown."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flows.console import clean, styled
from flows.report import RunReport

# Sentences are shown whole up to here, then cut around the figure.
LONGEST_SENTENCE = 240
FINDINGS_SHOWN = 20
REFUSED_SHOWN = 10
STYLES = {"contradiction": "bold red", "tension": "bold yellow", "note": "bold cyan"}

Finding = Mapping[str, Any]


def summary_lines(report: RunReport) -> list[str]:
    """Return the counts of a run, a line each for articles, figures and findings."""
    accepted = f", {report.findings_accepted:,} accepted" if report.findings_accepted else ""
    lines = [
        f"articles  {report.articles_read:,} read: {report.articles_new:,} new, "
        f"{report.articles_changed:,} changed, {report.articles_unchanged:,} unchanged; "
        f"{report.articles_rejected:,} rejected",
        f"figures   {report.figures_loaded:,} loaded, {report.figures_total:,} in {report.warehouse}",
        f"findings  {report.findings_new:,} new, {report.findings_open:,} open, "
        f"{report.findings_closed:,} closed{accepted}",
    ]
    if not report.is_changed:
        lines.append("nothing changed: the warehouse is as it was")
    if report.stale_acceptances:
        lines.append(f"accepted, but gone: {', '.join(report.stale_acceptances)}")
    if report.expired_acceptances:
        lines.append(f"accepted until a day that is past: {', '.join(report.expired_acceptances)}")
    return lines


def refused_lines(report: RunReport) -> list[str]:
    """Return what was not read and why, the first few one by one."""
    lines = [
        f"rejected  {one.location or one.source_id}: {one.detail}" for one in report.refused[:REFUSED_SHOWN]
    ]
    if report.articles_rejected > len(lines):
        more = report.articles_rejected - len(lines)
        lines.append(f'rejected  {more:,} more: crossfoot sql "from rejects where article_id is null"')
    return lines


def finding_lines(finding: Finding) -> list[str]:
    """Return one finding with its evidence: what contradicts what, where, and what would settle it."""
    certainty = finding["certainty"]
    head = f"{certainty.upper()}  {finding['check_name']}  {finding['finding_id']}"
    if finding.get("status", "open") != "open":
        head += f"  ({finding['status']})"
    lines = [styled(head, STYLES.get(certainty, "bold")), f"  {clean(finding['message'])}"]
    for figure in finding.get("figures", ()):
        lines.append(f"    {place_of(figure)}  [{figure['role']}]")
        lines.append(f"      {_marked(figure)}")
    if repairs := repairs_of(finding):
        lines.append("  would be settled by: " + clean("; or ".join(repairs[:3])))
    return lines


def place_of(figure: Mapping[str, Any]) -> str:
    """Return where a figure stands: article, publisher, date, characters."""
    said = [str(figure[name]) for name in ("publisher", "published") if figure.get(name)]
    field = "title, " if figure.get("field") == "title" else ""
    by = f" ({', '.join(said)})" if said else ""
    return clean(f"{figure['source_id']}{by}, {field}characters {figure['char_start']}-{figure['char_end']}")


def repairs_of(finding: Finding) -> list[str]:
    """Return what would settle a finding, best first, in words."""
    written = finding.get("repairs")
    repairs = json.loads(written) if isinstance(written, str) else (written or [])
    return [str(one.get("text") or one.get("message") or one.get("words") or one) for one in repairs]


def finding_rows(report: RunReport) -> list[dict[str, str]]:
    """Return the failing findings as rows of text, for a table."""
    return [
        {
            "certainty": str(finding["certainty"]),
            "check": str(finding["check_name"]),
            "finding": str(finding["finding_id"]),
            "message": clean(str(finding["message"])),
            "articles": clean(
                ", ".join(dict.fromkeys(one["source_id"] for one in finding.get("figures", ())))
            ),
        }
        for finding in report.failing
    ]


def report_markdown(report: RunReport) -> str:
    """Return a run as a page in Markdown; the words of articles are escaped."""
    parts = [f"# {escape(report.message)}", "\n".join(f"- {escape(line)}" for line in summary_lines(report))]
    if report.failing:
        parts.append("## Failing findings")
    for finding in report.failing[:FINDINGS_SHOWN]:
        parts.append(
            f"### {escape(finding['check_name'])} `{finding['finding_id']}` ({finding['certainty']})"
        )
        parts.append(escape(str(finding["message"])))
        parts.append("\n".join(_quote_line(figure) for figure in finding.get("figures", ())))
        if repairs := repairs_of(finding):
            parts.append("Would be settled by: " + escape("; or ".join(repairs[:3])))
    if len(report.failing) > FINDINGS_SHOWN:
        parts.append(f"{len(report.failing) - FINDINGS_SHOWN} more: `crossfoot findings`")
    if report.refused:
        parts.append("## Rejected")
        parts.append("\n".join(f"- {escape(line)}" for line in refused_lines(report)))
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """Return text with what Markdown or HTML would act on made inert."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_{}\[\]()#+!|~$])", r"\\\1", text)


def table_lines(names: Sequence[str], rows: Iterable[Sequence[Any]], width: int | None) -> list[str]:
    """Return rows as an aligned table; numbers to the right, long cells cut to fit `width` where given."""
    cells = [[_cell(value) for value in row] for row in rows]
    kept = list(cells)
    widths = [max([len(name), *(len(row[i]) for row in kept)]) for i, name in enumerate(names)]
    if width is not None:
        _shrink(widths, width)
    right = [bool(kept) and all(_is_number(row[i]) for row in kept) for i in range(len(names))]
    ruled = [list(names), ["-" * size for size in widths], *cells]
    return [
        "  ".join(
            _fitted(cell, size, to_right) for cell, size, to_right in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in ruled
    ]


def _fitted(cell: str, size: int, to_right: bool) -> str:
    if len(cell) > size:
        cell = cell[: max(size - 1, 0)] + "…"
    return cell.rjust(size) if to_right else cell.ljust(size)


def _shrink(widths: list[int], width: int) -> None:
    """Take from the widest column until the line fits or all are narrow."""
    while sum(widths) + 2 * (len(widths) - 1) > width and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:,.6g}"
    if isinstance(value, int):
        return f"{value:,}"
    return clean(str(value))


def _is_number(cell: str) -> bool:
    return not cell or cell.replace(",", "").replace(".", "").replace("-", "").replace("e+", "").isdigit()


def _marked(figure: Mapping[str, Any]) -> str:
    """The figure's sentence with its quote marked; cut around the quote where it is long."""
    sentence, quote = clean(figure["sentence"]), clean(figure["quote"])
    at = sentence.find(quote)
    if at < 0:
        return f"“{sentence[:LONGEST_SENTENCE]}”"
    if len(sentence) > LONGEST_SENTENCE:
        room = (LONGEST_SENTENCE - len(quote)) // 2
        first, last = max(at - room, 0), min(at + len(quote) + room, len(sentence))
        cut = ("…" if first else "") + sentence[first:last] + ("…" if last < len(sentence) else "")
        at += (1 if first else 0) - first
        sentence = cut
    return f"“{sentence[:at]}{styled(quote, 'bold underline')}{sentence[at + len(quote) :]}”"


def _quote_line(figure: Mapping[str, Any]) -> str:
    return f"- *{escape(figure['role'])}*, {escape(place_of(figure))}: “{escape(figure['sentence'])}”"
