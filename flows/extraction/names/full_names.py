"""Short forms of names and the fullest form that the document has for them."""

from typing import Final

from flows.extraction.figure import Name
from flows.extraction.names.entities import LEGAL_FORMS, EntityTable, slug
from flows.extraction.text.common_words import COMMON_WORDS
from flows.extraction.text.document import TOKEN, Document
from flows.extraction.text.name_words import COMPANY_TAILS, FIRST_NAMES, INSTITUTIONAL

DROPPED: Final = LEGAL_FORMS - {"group", "company"}


class Found:
    """A name as it stands at one place of the text, before short forms are resolved.

    Attributes:
        first, last: tokens, half-open.
        stands_for: the long form that this abbreviation was bound to.
    """

    def __init__(
        self,
        first: int,
        last: int,
        name: str,
        code: str | None,
        place_code: str | None,
        type: str | None,
        stands_for: "Found | None" = None,
    ) -> None:
        self.first = first
        self.last = last
        self.name = name
        self.code = code
        self.place_code = place_code
        self.type = type
        self.stands_for = stands_for


def with_full_names(
    document: Document, found: list[Found], deferred: list[int], entities: EntityTable
) -> list[Name]:
    """Return the names in text order, each with its fullest form and its code.

    Args:
        document: the text.
        found: names whose capitals mean something.
        deferred: tokens whose capital may be due to their place; they are names where a name of
            `found` begins with them.
        entities: listed entities.
    """
    full = _full_forms(found)
    taken = {index for name in found for index in range(name.first, name.last)}
    words = document.words
    by_word: dict[str, list[Found]] = {}
    for name in found:
        by_word.setdefault(words[name.first], []).append(name)
    for index in deferred:
        if index in taken:
            continue
        match = _same_words(document, index, by_word.get(words[index], []))
        if match is not None:
            last = index + match.last - match.first
            if not any(token in taken for token in range(index, last)):
                found.append(
                    Found(index, last, match.name, match.code, match.place_code, match.type, match.stands_for)
                )
                taken.update(range(index, last))
    found.sort(key=lambda name: name.first)
    cache: dict[tuple[str, str | None, str | None, int], tuple[str, str, str | None, str]] = {}
    _name_one_of_several(found, entities)
    _agree_on_types(found, full)
    own = _own_forms(document, found, entities)
    return [_resolved(name, full, entities, cache, own) for name in found]


def _name_one_of_several(found: list[Found], entities: EntityTable) -> None:
    """Give counted things the name of one: "5,973 Leafs" are of the Leaf."""
    known = {name.name: name for name in found if name.place_code is None and name.type != "person"}
    for name in found:
        if name.code is not None or name.place_code is not None or name.name[-1:] != "s":
            continue
        stem = name.name[:-1]
        if name.last - name.first == 1 and (match := entities.match([stem], [stem.lower()], 0, 1)):
            entity = entities.by_code[match[1]]
            if entity.type in ("product", "brand"):
                name.name, name.code, name.type = stem, match[1], entity.type
        elif (one := known.get(stem)) is not None:
            name.name, name.code, name.type = stem, one.code, one.type


def _agree_on_types(found: list[Found], full: dict[str, Found]) -> None:
    """Give all mentions of an unlisted name the type that most of them show.

    A name of two words that is later said by its last word alone is a person's.
    """
    places: dict[str, int] = {}
    counts: dict[str, int] = {}
    for name in found:
        if name.code is None and name.place_code is None:
            counts[name.name] = counts.get(name.name, 0) + 1
            places[name.name] = places.get(name.name, 0) + (name.type == "place")
    for name in found:
        if name.code is not None or name.place_code is not None:
            continue
        if name.type in (None, "place") and counts[name.name] > 1:
            name.type = "place" if places[name.name] * 2 >= counts[name.name] else None
        if name.type is None and name.last - name.first == 2 and _is_said_by_last_word(name, full):
            name.type = "person"


def _is_said_by_last_word(name: Found, full: dict[str, Found]) -> bool:
    first, _, last = name.name.partition(" ")
    return (
        last.isalpha()
        and not last.isupper()
        and first.isalpha()
        and not first.isupper()
        and last.lower() not in COMMON_WORDS
        and last.lower() not in COMPANY_TAILS
        and last.lower() not in INSTITUTIONAL
        and not last.endswith("s")
        and full.get(last.lower()) is name
    )


def _own_forms(document: Document, found: list[Found], entities: EntityTable) -> dict[str, str]:
    """Return the name by which a document calls each listed thing: the canonical one where it stands there.

    Else the longest form that stands there, one in capitals only as a last resort; so also where the
    canonical one is a later name, or that of a product, and stands there less often than the others.
    """
    own: dict[str, str] = {}
    for name in found:
        if name.code is None or name.type == "product":
            # A product's canonical name says whose it is.
            continue
        form = _without_legal_form(name.name)
        best = own.get(name.code)
        if best is None or (best.isupper() and len(best) > 4, -len(best)) > (
            form.isupper() and len(form) > 4,
            -len(form),
        ):
            own[name.code] = form
    text = ""
    for code in own:
        canonical = entities.by_code[code].name if code in entities.by_code else own[code]
        if canonical != own[code]:
            text = text or document.text.lower()
            if canonical.lower() in text and not _is_called_otherwise(code, canonical, own[code], found):
                own[code] = canonical
    return own


def _is_called_otherwise(code: str, canonical: str, own: str, found: list[Found]) -> bool:
    """Whether a document calls a thing by a longer name of other words, and mostly so."""
    if (
        canonical.isupper()
        or len(own) <= len(canonical)
        or not set(own.lower().split()).isdisjoint(canonical.lower().split())
    ):
        return False
    mentions = [name.name for name in found if name.code == code]
    return sum(canonical in mention for mention in mentions) * 2 < len(mentions)


def _same_words(document: Document, index: int, names: list[Found]) -> Found | None:
    best = None
    for name in names[:8]:
        length = name.last - name.first
        if document.words[index : index + length] == document.words[name.first : name.last] and (
            best is None or length > best.last - best.first
        ):
            best = name
    return best


def _resolved(
    name: Found,
    full: dict[str, Found],
    entities: EntityTable,
    cache: dict[tuple[str, str | None, str | None, int], tuple[str, str, str | None, str]],
    forms: dict[str, str],
) -> Name:
    if name.place_code is not None:
        return Name(name.first, name.last, name.name, None, name.place_code, "place")
    key = (name.name, name.code, name.type, id(name.stands_for))
    if key not in cache:
        cache[key] = _fullest(name, full, entities)
    best, code, kind, own = cache[key]
    own = forms.get(code, best if name.code is not None else own)
    return Name(name.first, name.last, best, code, None, kind, own)


def _fullest(name: Found, full: dict[str, Found], entities: EntityTable) -> tuple[str, str, str | None, str]:
    long = name.stands_for or full.get(name.name.lower()) or name
    # One step more: an abbreviation's long form may itself be short for another.
    long = full.get(long.name.lower(), long) if long.stands_for is None else long.stands_for
    if name.code is not None and long.code != name.code:
        long = name
    code = long.code or slug(long.name) or long.name.lower()
    best = own = _without_legal_form(long.name)
    if entity := entities.by_code.get(code):
        best = entity.name
    return best, code, name.type if name.type == "place" else long.type or name.type, own


def _without_legal_form(name: str) -> str:
    before, gap, last = name.rpartition(" ")
    while gap and last.lower().strip(".,") in DROPPED:
        name = before
        before, gap, last = name.rpartition(" ")
    return before if gap and last == "&" else name


def _full_forms(found: list[Found]) -> dict[str, Found]:
    """Map short forms, in lower case, to the earliest fuller name of the document."""
    single = {name.name.lower() for name in found if name.place_code is None}
    full: dict[str, Found] = {}
    seen: set[tuple[str, str | None]] = set()
    for name in found:
        if name.place_code is not None or name.stands_for is not None:
            if name.stands_for is not None:
                full.setdefault(name.name.lower(), name.stands_for)
            continue
        if name.last - name.first < 2 or (name.name, name.code) in seen:
            continue
        seen.add((name.name, name.code))
        tokens = TOKEN.findall(name.name)
        if len(tokens) < 2:
            continue
        for short in _short_forms(tokens, name):
            if short in single and short != name.name.lower():
                full.setdefault(short, name)
    return full


def _short_forms(tokens: list[str], name: Found) -> list[str]:
    small = [token.lower() for token in tokens]
    shorts = []
    person = name.type == "person" or small[0] in FIRST_NAMES
    if small[-1].isalpha() and small[-1] not in LEGAL_FORMS and len(small[-1]) > 2:
        shorts.append(small[-1])
    if not person:
        end = len(small)
        while end > 1 and (
            small[end - 1] in LEGAL_FORMS or small[end - 1] in COMPANY_TAILS or not small[end - 1].isalnum()
        ):
            end -= 1
            if small[end - 1] not in ("&", "-", "."):
                shorts.append(name.name[: _offset(name.name, tokens, end)].lower())
        # With the legal form and without: "Velta Trade Co" is VTC or VT.
        for last in (len(tokens), end):
            initials = "".join(token[0] for token in tokens[:last] if token[0].isupper())
            if len(initials) > 1:
                shorts.append(initials.lower())
        if name.code is not None and name.type == "company" and small[0] not in COMMON_WORDS:
            # "Goldman" for "Goldman Sachs Group Inc".
            shorts.append(small[0])
        if len(small) >= 3 and name.code is None and small[1].isalpha() and small[0] not in ("the",):
            shorts.append(small[0])
    return shorts


def _offset(name: str, tokens: list[str], count: int) -> int:
    position = 0
    for token in tokens[:count]:
        position = name.index(token, position) + len(token)
    return position
