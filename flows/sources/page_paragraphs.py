"""Text of an article that stands in no paragraph: put into one, since extractors take little else for text.

Pages write paragraphs as `div`, as text between other elements, and under pictures; extractors drop `figure`
with its caption and all in it, and text in a `div` beside paragraphs. A whole sentence is text, wherever it
stands; what is less (a label, a byline, a menu) stays as it is.
"""

from typing import Any

from lxml import html

HOLDERS = frozenset({"div", "section", "article", "main", "td", "center"})
TEXTS = frozenset({"p", "li", "dd", "pre", "blockquote", "ul", "ol", "table"})
INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd label mark nobr q ruby s samp "
    "small span strong sub sup time tt u var wbr".split()
)
# A sentence with a verb and a figure is hardly shorter; labels and teasers hardly end in a full stop.
LEAST_SENTENCE = 40
ENDS = ".!?\u201d\"')\u2026"
# Of the words in links: menus and teasers.
MOST_LINKED = 0.5


def tell_paragraphs(tree: Any) -> None:
    """Put sentences into paragraphs, without links and with what holds them, so that extractors keep them.

    Tables of figures must have been told before: a table that still has paragraphs in it lays out a page.
    """
    for table in list(tree.iter("table")):
        if table.find(".//p") is not None or table.find(".//h1") is not None:
            _unfold(table)
    for figure in list(tree.iter("figure")):
        for caption in list(figure.iter("figcaption")):
            caption.tag = "p" if _is_sentence(caption.text_content()) else caption.tag
        if figure.find(".//p") is not None:
            figure.tag = "div"
    for holder in list(tree.iter(*HOLDERS)):
        _wrap(holder)
    for element in list(tree.iter("p", "li", "dd", "pre", "blockquote")):
        links = list(element.iter("a"))
        if links and not any(below.tag in TEXTS for below in element.iterdescendants()):
            _unlink(element, links)


def _unfold(table: Any) -> None:
    for element in list(table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption")):
        if next(element.iterancestors("table"), table) is table:
            element.tag = "div"


def _unlink(element: Any, links: list[Any]) -> None:
    """Make a sentence's links text: extractors drop short texts with links, which need not be menus."""
    if _is_sentence(element.text_content()) and not _is_linked(element.text_content(), links):
        for link in links:
            link.drop_tag()


def _wrap(holder: Any) -> None:
    """Wrap each run of text and inline elements that is a sentence."""
    run: list[Any] = []
    start, text = None, holder.text or ""
    for child in [*holder, None]:
        if child is not None and child.tag in INLINE and not _has_blocks(child):
            run.append(child)
            continue
        _wrap_run(holder, start, text, run)
        start, text, run = child, (child.tail or "") if child is not None else "", []


def _wrap_run(holder: Any, start: Any, text: str, run: list[Any]) -> None:
    told = text + "".join(child.text_content() + (child.tail or "") for child in run)
    links = [link for child in run for link in child.iter("a")]
    if not _is_sentence(told) or _is_linked(told, links):
        return
    paragraph = html.Element("p")
    paragraph.text = text
    for child in run:
        paragraph.append(child)
    if start is None:
        holder.text = None
        holder.insert(0, paragraph)
    else:
        start.tail = None
        start.addnext(paragraph)


def _is_linked(text: str, links: list[Any]) -> bool:
    return sum(len(link.text_content()) for link in links) > MOST_LINKED * len(text)


def _has_blocks(element: Any) -> bool:
    return any(below.tag not in INLINE for below in element.iterdescendants())


def _is_sentence(text: str) -> bool:
    words = " ".join(text.split())
    return len(words) >= LEAST_SENTENCE and words[-1] in ENDS
