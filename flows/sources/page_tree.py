"""From the bytes of a page to a tree in which numbers are whole."""

import codecs
import re
from typing import Any

from lxml import etree, html

from flows.sources.article import SourceError
from flows.sources.decoding import MARKS, SIGNATURES

# Encodings that pages are written in. Python knows "codecs" that are none (zip, idna, UTF-7).
ENCODINGS = frozenset(
    "utf-8 ascii cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 iso8859-1 iso8859-2 "
    "iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13 iso8859-14 "
    "iso8859-15 iso8859-16 koi8-r koi8-u mac-roman shift_jis cp932 euc_jp iso2022_jp euc_kr cp949 gb2312 gbk "
    "gb18030 big5 big5hkscs utf-16 utf-16-le utf-16-be".split()
)
DECLARED = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
# A declaration stands within the first 1,024 bytes (HTML), a little later on many pages.
DECLARED_WITHIN = 4096
DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
# Word processors leave breaks of lines and pages of their own, which sites write as references.
BREAK = re.compile(r"[\x0b\x0c]|&#(?:0*1[12](?!\d)|x0*[bc](?![0-9a-f]));?", re.IGNORECASE)
# What no tree may hold: one such character in a text that is set costs the whole page.
CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\ufffe\uffff]|"
    r"&#(?:0*(?:[1-8]|1[4-9]|2\d|3[01]|6553[45])(?!\d)|x0*(?:[1-8ef]|1[0-9a-f]|fff[ef])(?![0-9a-f]));?",
    re.IGNORECASE,
)
LONG_TAG = re.compile(rb"<[A-Za-z][^<>]{4000,}")
ATTRIBUTE = re.compile(rb"[\s\"'/][^\s=>\"'/{}:,]+")
MOST_ATTRIBUTES = 2_000
MOST_TAGS = 300_000
DEEPEST = 400

# What a reader does not see, or is told to be no longer true.
DROPPED = frozenset({"del", "s", "strike", "template", "noscript", "svg", "iframe", "object", "annotation"})
UNWRAPPED = frozenset({"time", "ins", "data"})
HIDING = re.compile(
    r"(?:display:none|visibility:hidden|font-size:0(?:px|em|rem|%|pt)?(?:;|$|!))", re.IGNORECASE
)
# Shown to nobody, and read aloud by programs: "Share", or a number once more.
FOR_HEARING = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?)(?:\s|$)", re.IGNORECASE
)
# Pages hide these until a script has run.
NEVER_HIDDEN = frozenset({"html", "head", "body", "main", "article"})
ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|ème|o|a|os|as)", re.IGNORECASE)
MARK = re.compile(r"[\W_]*")


def parse(data: bytes, charset: str | None) -> tuple[Any, str]:
    """Return the tree of a page, and how its bytes were decoded.

    Raises:
        SourceError: the bytes are no page, or one that parsers cannot bear.
    """
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise SourceError("not_text", f"{name}, not a page")
    if data.count(b"<") > MOST_TAGS:
        raise SourceError("too_complex", f"more than {MOST_TAGS:,} tags")
    for match in LONG_TAG.finditer(data):
        if sum(1 for _ in ATTRIBUTE.finditer(match[0])) > MOST_ATTRIBUTES:
            raise SourceError("too_complex", f"a tag with more than {MOST_ATTRIBUTES:,} attributes")
    text, decoding = decode_page(data, charset)
    text = without_controls(DECLARATION.sub("", text, count=1))
    if "<" not in text or not text.strip(" <>\t\r\n"):
        raise SourceError("empty", "no text in it")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as fault:
        # Comments alone, or tags that close nothing.
        raise SourceError("empty", "no text in it") from fault
    if depth_of(tree) > DEEPEST:
        raise SourceError("too_complex", f"elements within elements, more than {DEEPEST} deep")
    return tree, decoding


def without_controls(markup: str) -> str:
    """Return markup without what no tree may hold, as characters or as references to them."""
    return CONTROL.sub("", BREAK.sub(" ", markup))


def decode_page(data: bytes, charset: str | None) -> tuple[str, str]:
    """Return the text of a page and its encoding.

    A mark decides, then UTF-8 if the bytes are valid (what pages declare is often wrong, and other text is
    hardly ever valid UTF-8 by chance), then what was declared by HTTP or the page, then Windows-1252.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        declared = DECLARED.search(data, 0, DECLARED_WITHIN)
    named = [charset, declared[1].decode("ascii") if declared else None]
    for name in [*(one for one in named if one), "cp1252"]:
        try:
            encoding = codecs.lookup(name).name
            # As browsers do: Latin-1 stands for Windows-1252.
            encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
            if encoding in ENCODINGS and encoding != "utf-8":
                return data.decode(encoding), encoding
        except (LookupError, UnicodeDecodeError):
            continue  # The next declaration, then the fallback below.
    return data.decode("utf-8", "replace"), "utf-8 with damage"


def depth_of(tree: Any) -> int:
    """Return how deep elements stand within elements, up to one more than `DEEPEST`."""
    deepest, level = 0, [tree]
    while level and deepest <= DEEPEST:
        deepest += 1
        level = [below for element in level for below in element]
    return deepest


def show_unscripted(tree: Any) -> None:
    """Show what stands there for readers without scripts, where all paragraphs of a page do."""
    unscripted = list(tree.iter("noscript"))
    if any(element.find(".//p") is not None for element in unscripted):
        inside = sum(1 for element in unscripted for _ in element.iter("p"))
        if inside == sum(1 for _ in tree.iter("p")):
            for element in unscripted:
                element.drop_tag()


def mend(tree: Any) -> None:
    """Change the tree so that the numbers that a reader sees come out as one would read them aloud.

    Extractors of body text make 27 of 2<sup>7</sup> and 500600 of <del>500</del><ins>600</ins>, lose what
    stands in <time>, and take hidden elements for text.
    """
    body = tree.find("body")
    for element in list((tree if body is None else body).iter()):
        tag = element.tag
        if not isinstance(tag, str) or element.getparent() is None:
            continue
        if tag in DROPPED or (tag not in NEVER_HIDDEN and _is_hidden(element)):
            _drop(element)
        elif tag in UNWRAPPED:
            element.drop_tag()
        elif tag == "sup":
            _raise(element)
        elif tag == "sub":
            _mark(element, "_")
        elif tag == "wbr":
            element.drop_tag()
        elif tag == "q":
            element.text = "\u201c" + (element.text or "")
            last = element[-1] if len(element) else None
            if last is None:
                element.text += "\u201d"
            else:
                last.tail = (last.tail or "") + "\u201d"
            element.drop_tag()


def _is_hidden(element: Any) -> bool:
    if "hidden" in element.attrib or FOR_HEARING.search(element.get("class", "")):
        return True
    style = element.get("style")
    return bool(style) and HIDING.search("".join(style.split())) is not None


def _drop(element: Any) -> None:
    element.drop_tree()


def _raise(element: Any) -> None:
    text = element.text_content().strip()
    below = element.getnext()
    if (
        not text
        or MARK.fullmatch(text)
        or any(str(link.get("href", "")).startswith("#") for link in element.iter("a"))
    ):
        # A mark or number that leads to a footnote is no part of the text.
        _drop(element)
    elif (
        text.isdigit()
        and below is not None
        and below.tag == "sub"
        and (element.tail or "").strip() in ("/", "\u2044", "")
        and below.text_content().strip().isdigit()
        and (element.tail or "").strip()
    ):
        # A fraction: 2 1/2, not 21/2.
        element.text = f"{' ' if _before(element)[-1:].isdigit() else ''}{text}"
        element.tail = "/"
        for one in list(element):
            one.drop_tree()
        element.drop_tag()
        below.drop_tag()
    elif ORDINAL.fullmatch(text) and _before(element)[-1:].isdigit():
        element.drop_tag()
    else:
        _mark(element, "^")


def _mark(element: Any, sign: str) -> None:
    before = _before(element)
    is_joined = bool(before) and (before[-1].isalnum() or before[-1] in ")]")
    if is_joined and element.text_content().strip():
        element.text = sign + (element.text or "").lstrip()
    element.drop_tag()


def _before(element: Any) -> str:
    """Return the text right before an element, within its parent."""
    previous = element.getprevious()
    if previous is None:
        return str(element.getparent().text or "")
    return str(previous.tail or "") or str(previous.text_content())
