"""Runs and findings as people read them: on a terminal, in a pipe, in Markdown."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from flows.console import clean, styled
from flows.report import STEPS, RunReport
from warehouse.spoken import range_words, unit_words

# Sentences are shown whole up to here, then cut around the figure.
LONGEST_SENTENCE = 240
WITNESSES_SHOWN = 3
REPAIRS_SHOWN = 3
FINDINGS_SHOWN = 20
REFUSED_SHOWN = 10
STYLES = {"contradiction": "bold red", "tension": "bold yellow", "note": "bold cyan"}

# Roles of figures that only say the same begin so.
WITNESS = "also "

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
    lines += [f"warning   {clean(source)}: {warning}" for source, warning in report.warnings.items()]
    if report.outside or report.undated:
        lines.append(
            f"left out  {report.outside:,} published at another time, {report.undated:,} without a date"
        )
    if report.put_off:
        names = ", ".join(clean(source) for source in report.put_off[:5])
        lines.append(
            f"put off   the rest of {names}: enough for a run (max_new_articles); the next one goes on"
        )
    if report.alike:
        lines.append(
            f"put off   {report.alike:,} texts that differ from others only in their numbers: "
            "enough for a run (max_alike); the next one goes on"
        )
    if not report.is_changed:
        lines.append("nothing changed: the warehouse is as it was")
    if report.stale_acceptances:
        lines.append(f"accepted, but gone: {', '.join(report.stale_acceptances)}")
    if report.expired_acceptances:
        lines.append(f"accepted until a day that is past: {', '.join(report.expired_acceptances)}")
    return lines


def effort_lines(report: RunReport) -> list[str]:
    """Return what a run took, by step, and what it set aside, by reason."""
    total = sum(report.seconds.values())
    steps = ", ".join(f"{step} {report.seconds[step]:.1f}" for step in STEPS if step in report.seconds)
    speed = f"; {report.articles_per_second:,.0f} articles a second" if report.articles_per_second else ""
    lines = [f"seconds   {total:.1f}: {steps}{speed}"]
    if report.rejects_by_reason:
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in report.rejects_by_reason.items())
        lines.append(f"set aside {sum(report.rejects_by_reason.values()):,}: {reasons}")
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
    for sentence in sentences_of(finding):
        lines.append(f"    {article_of(sentence[0])}")
        lines.append(f"      {_marked(sentence)}")
        lines += [f"      {_role(figure)}" for figure in sentence]
    if more := max(len(witnesses_of(finding)) - WITNESSES_SHOWN, 0):
        verb = "says" if more == 1 else "say"
        lines.append(f"    {more} more {verb} the same: crossfoot explain {finding['finding_id']}")
    if repairs := repairs_of(finding):
        lines.append(f"  would be settled by {'; or '.join(repairs[:REPAIRS_SHOWN])}")
    return lines


def witnesses_of(finding: Finding) -> list[Mapping[str, Any]]:
    """Return the figures that only say the same as those that contradict."""
    return [figure for figure in finding.get("figures", ()) if figure["role"].startswith(WITNESS)]


def sentences_of(finding: Finding) -> list[list[Mapping[str, Any]]]:
    """Return the figures of a finding, those of one sentence together; of witnesses only the first few."""
    hidden = {id(figure) for figure in witnesses_of(finding)[WITNESSES_SHOWN:]}
    grouped: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for figure in finding.get("figures", ()):
        if id(figure) not in hidden:
            key = (figure["article_id"], figure.get("field"), figure["sentence"])
            grouped.setdefault(key, []).append(figure)
    return list(grouped.values())


def article_of(figure: Mapping[str, Any]) -> str:
    """Return the article of a figure: its name at its source, publisher, date."""
    said = [str(figure[name]) for name in ("publisher", "published") if figure.get(name)]
    by = f" ({', '.join(said)})" if said else ""
    return clean(f"{figure['source_id']}{by}{', title' if figure.get('field') == 'title' else ''}")


def _role(figure: Mapping[str, Any]) -> str:
    place = f"characters {figure['char_start']}-{figure['char_end']}"
    return clean(f"{figure['role']}: {figure['quote']}, {place}")


def repairs_of(finding: Finding) -> list[str]:
    """Return what would settle a finding, best first, in words."""
    written = finding.get("repairs")
    repairs = json.loads(written) if isinstance(written, str) else (written or [])
    return [clean(repair_words(one)) for one in repairs]


def repair_words(repair: Mapping[str, Any]) -> str:
    """Return one repair in words: the figure, and what it would have to be.

    >>> repair_words({"quote": "42 tonnes", "slip": "kilograms for tonnes"})
    '“42 tonnes” with kilograms for tonnes'
    """
    figure = f"“{repair['quote']}”"
    if repair.get("slip"):
        return f"{figure} with {repair['slip']}"
    if repair.get("equals"):
        return f"{figure} being “{repair['equals'][0]['quote']}”, which is stated too"
    low, high = repair.get("must_be_low"), repair.get("must_be_high")
    if low is None and high is None:
        return f"another {figure}"
    return f"{figure} being {range_words(low, high)}{unit_words(repair.get('unit'))}"


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
        parts.append("\n".join(map(_quotes, sentences_of(finding))))
        if repairs := repairs_of(finding):
            parts.append(escape(f"Would be settled by {'; or '.join(repairs[:REPAIRS_SHOWN])}"))
    if report.failing_count > FINDINGS_SHOWN:
        parts.append(f"{report.failing_count - FINDINGS_SHOWN} more: `crossfoot findings`")
    parts.append("\n".join(f"- {escape(line)}" for line in effort_lines(report)))
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
    rows = list(rows)
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max([len(name), *(len(row[i]) for row in cells)]) for i, name in enumerate(names)]
    if width is not None:
        _shrink(widths, width)
    right = [any(_is_number(row[i]) for row in rows) for i in range(len(names))]
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


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _marked(figures: Sequence[Mapping[str, Any]]) -> str:
    """Return the sentence of `figures` with their quotes marked; cut around them where it is long."""
    sentence = clean(figures[0]["sentence"])
    quotes = sorted({clean(figure["quote"]) for figure in figures}, key=lambda quote: (-len(quote), quote))
    places = [at for at in map(sentence.find, quotes) if at >= 0]
    if len(sentence) > LONGEST_SENTENCE and places:
        first = max(min(places) - 60, 0)
        last = max(first + LONGEST_SENTENCE, max(places) + 60)
        sentence = ("…" if first else "") + sentence[first:last] + ("…" if last < len(sentence) else "")
    pattern = "|".join(re.escape(quote) for quote in quotes if quote)
    if pattern:
        sentence = re.sub(pattern, lambda match: styled(match[0], "bold underline"), sentence)
    return f"“{sentence}”"


def _quotes(figures: Sequence[Mapping[str, Any]]) -> str:
    said = "; ".join(escape(_role(figure)) for figure in figures)
    return f"- {escape(article_of(figures[0]))}: “{escape(figures[0]['sentence'])}” ({said})"
