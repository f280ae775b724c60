"""Surveys: how many were asked is a figure of the survey, and its respondents are those whom it asked.

"Hartlow polled 1,200 voters. Half of those polled said": the 1,200 are of the Hartlow poll of voters, the
half is of those polled (voters).
"""

from typing import Final

from flows.extraction.figure import Because, Draft
from flows.extraction.reading import Reading
from flows.extraction.subjects.discourse import Discourse, open_discourse
from flows.extraction.text.subject_words import RELATORS

ASKED: Final = frozenset("polled surveyed questioned interviewed canvassed".split())
# Asking that others do too, so that the article has to speak of a survey.
ASKED_BY_ANYBODY: Final = frozenset("questioned interviewed".split())
ASKED_IN_SURVEYS: Final = ASKED - ASKED_BY_ANYBODY
# What is made by asking, with the word that its name takes.
SURVEYS: Final = {
    "survey": "survey",
    "surveys": "survey",
    "poll": "poll",
    "polls": "poll",
    "polled": "poll",
} | {
    "study": "study",
    "studies": "study",
}
OPENERS: Final = ASKED.union(SURVEYS, "interviews sample median consensus forecasts estimates".split())
# Between a survey and how many it asked.
LINKS: Final = frozenset(
    """of among with on from by a an the all about around some nearly almost only just over more than at least
    up to covered covering weighted random representative telephone online roughly approximately""".split()
)
EXPERTS: Final = frozenset("analysts economists forecasters strategists experts forecasts estimates".split())
# Whoever was asked is one of these.
ANYBODY: Final = frozenset("people persons respondents participants countries".split())
STAND_INS: Final = frozenset("those these them they respondents participants interviewees".split())
WHOLES: Final = frozenset("a an the of broad wide section range group sample cross representative -".split())
MARGIN_REACH: Final = 8
MAX_BEFORE, MAX_AFTER, MAX_WORDS = 6, 7, 4


class Survey:
    """Whom a survey asked, as the words at `token` say."""

    def __init__(self, token: int, asked: str) -> None:
        self.token = token
        self.asked = asked


def assign_surveys(reading: Reading) -> None:
    """Give sample sizes the survey as subject, and stand-ins for respondents those who were asked."""
    lower = reading.document.lower
    words = reading.document.small_words()
    told = not words.isdisjoint(SURVEYS)
    if not told and words.isdisjoint(ASKED_IN_SURVEYS):
        return
    discourse = open_discourse(reading)
    surveys = _of_whom(discourse) if told else []
    for draft in reading.drafts:
        if _is_margin(lower, draft):
            draft.subject, draft.entity_code = _survey_name(discourse, draft), None
            draft.why["subject"] = Because("sample", draft.start, draft.end)
            draft.why.pop("entity_code", None)
            draft.confidence["subject"] = 0.7
        if draft.kind != "count" or not _is_sample(discourse, draft):
            continue
        asked = " ".join(reading.document.quote(draft.noun_first or 0, draft.noun_last or 0).split())
        if (draft.noun_last or 0) < len(lower) and asked in ANYBODY and lower[draft.noun_last or 0] in ASKED:
            asked = f"{asked} {lower[draft.noun_last or 0]}"
        surveys.append(Survey(draft.first, asked))
        draft.subject, draft.entity_code = f"{_survey_name(discourse, draft)} of {asked}", None
        draft.why["subject"] = Because("sample", draft.start, draft.end)
        draft.why.pop("entity_code", None)
        draft.confidence["subject"] = 0.7
    surveys = [survey for survey in surveys if survey.asked.split(" ")[-1] not in ANYBODY | EXPERTS]
    if surveys:
        surveys.sort(key=lambda survey: survey.token)
        _tell_respondents(reading.drafts, surveys)


def _tell_respondents(drafts: list[Draft], surveys: list[Survey]) -> None:
    """Say who they are that a share calls "respondents", "those polled", "these"."""
    for draft in drafts:
        if draft.kind in ("share", "percent") and draft.subject is not None:
            words = draft.subject.lower().split(" ")
            if words[-1] in STAND_INS or (
                words[0] == "those"
                and len(words) == 2
                and (words[1] in ASKED or words[1] in ("asked", "responding"))
            ):
                survey = next((s for s in reversed(surveys) if s.token <= draft.first), surveys[0])
                draft.subject = survey.asked if len(words[-1]) < 6 else f"{draft.subject} ({survey.asked})"


def _of_whom(discourse: Discourse) -> list[Survey]:
    """Return whom surveys asked without a number: "a survey of farmers", "the poll, covering farmers"."""
    document = discourse.reading.document
    lower = document.lower
    found: list[Survey] = []
    for index, word in enumerate(lower[:-3]):
        if word not in SURVEYS or lower[index + 1] not in (",", "of", "among", "covering"):
            continue
        first = index + 1 + (lower[index + 1] == ",")
        if lower[first] not in ("of", "among", "covering"):
            continue
        while first < len(lower) - 1 and (lower[first] in WHOLES or lower[first] in LINKS):
            first += 1
        last = first
        while (
            last < len(lower)
            and last - first < MAX_WORDS
            and lower[last].isalpha()
            and lower[last] not in RELATORS
        ):
            last += 1
            if lower[last - 1].endswith("s"):
                found.append(Survey(first, document.quote(first, last)))
                break
    return found


def _is_margin(lower: list[str], draft: Draft) -> bool:
    """Whether a figure is by how much a survey may be wrong: "a margin of error of 3 points"."""
    before = lower[max(0, draft.first - MARGIN_REACH) : draft.first]
    return "error" in before and "margin" in before


def _is_sample(discourse: Discourse, draft: Draft) -> bool:
    """Whether a count is of those asked: "polled 1,200 voters", "a survey of 70 firms"."""
    document = discourse.reading.document
    lower = document.lower
    if draft.noun_first is None or draft.noun_last is None or draft.noun_first < draft.first:
        return False
    first, last = document.sentences[draft.sentence]
    at = draft.first - 1
    while at > max(first, draft.first - MAX_BEFORE) and lower[at] in LINKS:
        at -= 1
    if at >= first and at < draft.first and lower[at] in OPENERS:
        return True
    return not ASKED.isdisjoint(lower[draft.noun_last : min(last, draft.noun_last + MAX_AFTER)])


def _survey_name(discourse: Discourse, draft: Draft) -> str:
    """Return what a survey is called, with whose it is: of its sentence, else of what was said before."""
    document = discourse.reading.document
    lower = document.lower
    first, last = document.sentences[draft.sentence]
    word = next((SURVEYS[w] for w in lower[first:last] if w in SURVEYS), "survey")
    owner: str | None = None
    for name in discourse.names:
        if name.first >= last and owner is not None:
            break
        if name.type == "place" or name.type == "person":
            continue
        after = lower[name.last : name.last + 4]
        if (
            SURVEYS.keys() & after[:1]
            or (after[:1] in (["'s"], ["’s"], ["'"], ["’"]) and SURVEYS.keys() & after)
            or ASKED & frozenset(after[:1])
            or (lower[name.first - 1] == "by" and ASKED & frozenset(lower[name.first - 2 : name.first]))
            or (first <= draft.last < name.first < last and lower[name.first - 1] == "by")
        ):
            owner = name.own or name.name
    return f"{owner} {word}" if owner else word
