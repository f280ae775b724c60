"""Pages as newsrooms publish them, made by a seed: with each, the numbers that a reader of its article sees.

Every number stands once on a page, so that one that is lost, altered or taken from beside the article shows.
"""

import html
import random
from collections.abc import Callable
from dataclasses import dataclass, field

NAMES = "Orsay Verlin Tamsel Hollin Brack Ostmark Dunmore Kelvar Pinsk Arrow Maddle Quern Selby Wick".split()
THINGS = (
    "tickets permits lambs bricks letters lamps carts eels maps ropes seats bicycles kettles drums".split()
)
VERBS = "counted shipped sold repaired registered lost found planted printed moved".split()
ASIDES = (
    "the harbour board said on Monday",
    "according to the yearly report of the county",
    "a spokeswoman for the guild told reporters",
    "which surprised those who had followed the trade",
    "as members had been promised in spring",
    "though nobody at the meeting would say why",
)


@dataclass
class Page:
    """A page, the numbers of its article as a reader sees them, and those of what is beside it."""

    markup: str
    seen: list[str]
    unseen: list[str]


@dataclass
class _Maker:
    chance: random.Random
    seen: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def digits(self) -> str:
        """Return a plain number that no other on the page contains."""
        while True:
            written = str(self.chance.randrange(10_000, 10_000_000))
            if not any(written in one or one in written for one in self.used):
                self.used.add(written)
                return written

    def number(self) -> str:
        """Return a number as newspapers write it."""
        written = self.digits()
        kind = self.chance.randrange(5)
        if kind == 0:
            return f"{int(written):,}"
        if kind == 1:
            return f"{written[:-2]}.{written[-2:]}"
        if kind == 2:
            return f"{int(written):,}".replace(",", "\u00a0")
        if kind == 3:
            return f"{int(written):,}.{self.chance.randrange(1, 10)}"
        return written

    def hidden_number(self) -> str:
        written = self.digits()
        self.unseen.append(written)
        return written

    def sentence(self, told: str) -> str:
        """Return a sentence around a number's markup."""
        choose = self.chance.choice
        forms = (
            f"The town of {choose(NAMES)} {choose(VERBS)} {told} {choose(THINGS)}, {choose(ASIDES)}.",
            f"In {choose(NAMES)} {told} {choose(THINGS)} were {choose(VERBS)}, {choose(ASIDES)}.",
            f"{choose(ASIDES).capitalize()}, {choose(NAMES)} alone {choose(VERBS)} {told} {choose(THINGS)}.",
        )
        return choose(forms)

    def inline(self) -> str:
        """Return a number in the markup that pages put into sentences."""
        written = self.number()
        escaped = written.replace("\u00a0", "&nbsp;")
        place = self.chance.randrange(1, len(written))
        cut = self.chance.randrange(1, 4)
        kind = self.chance.randrange(22)
        seen, told = written, escaped
        if kind == 0:
            told = f"<strong>{escaped}</strong>"
        elif kind == 1:
            told = f'<a href="https://stats.example/{self.chance.randrange(9)}">{escaped}</a>'
        elif kind == 2:
            told = f"<span>{html.escape(written[:place])}</span><b>{html.escape(written[place:])}</b>"
        elif kind == 3:
            told = f"<time datetime='2019-03-04'>{escaped}</time>"
        elif kind == 4:
            told = f"<del>{self.hidden_number()}</del><ins>{escaped}</ins>"
        elif kind == 5:
            told = f"<s>{self.hidden_number()}</s> {escaped}"
        elif kind == 6:
            seen, told = f"{written}^{cut}", f"{escaped}<sup>{cut}</sup>"
        elif kind == 7:
            told = f"{escaped} CO<sub>2</sub> units of"
        elif kind == 8:
            told = f"{escaped}<sup><a href='#fn{cut}'>{cut}</a></sup>"
        elif kind == 9:
            told = "".join(f"&#{ord(mark)};" for mark in written)
        elif kind == 10:
            told = f"&#x24;{escaped}"
        elif kind == 11:
            told = f"<data value='1'>{escaped}</data>"
        elif kind == 12:
            told = f"<span style='display:none'>{self.hidden_number()}</span>{escaped}"
        elif kind == 13:
            told = f"<em><a href='/x'><span class='n'>{escaped}</span></a></em>"
        elif kind == 14:
            told = f"<abbr title='about {self.hidden_number()}'>{escaped}</abbr>"
        elif kind == 15:
            told = f"{html.escape(written[:place])}<wbr>{html.escape(written[place:])}"
        elif kind == 16:
            told = f"<mark>{escaped}</mark>"
        elif kind == 17:
            told = f"<font color='red'>{escaped}</font>"
        elif kind == 18:
            told = f"<code>{escaped}</code>"
        elif kind == 19:
            told = f"<q>{escaped}</q>"
        elif kind == 20:
            told = (
                f"{html.escape(written[:place])}<!-- {self.hidden_number()} -->{html.escape(written[place:])}"
            )
        elif kind == 21:
            told = f"<small>{escaped}</small>"
        self.seen.append(seen)
        return told

    def sentences(self, least: int = 1, most: int = 3) -> str:
        return " ".join(self.sentence(self.inline()) for _ in range(self.chance.randint(least, most)))

    def plain(self) -> str:
        self.seen.append(self.number())
        return html.escape(self.seen[-1]).replace("\u00a0", "&nbsp;")


def _paragraph(made: _Maker) -> str:
    return f"<p>{made.sentences()}</p>"


def _emphasised(made: _Maker) -> str:
    return f"<p><strong>{made.sentences(1, 1)}</strong> {made.sentences(1, 2)}</p>"


def _subhead(made: _Maker) -> str:
    level = made.chance.choice("234")
    return f"<h{level}>Why {made.plain()} {made.chance.choice(THINGS)} matter</h{level}>{_paragraph(made)}"


def _bullets(made: _Maker) -> str:
    tag = made.chance.choice(("ul", "ol"))
    items = "".join(f"<li>{made.sentences(1, 1)}</li>" for _ in range(made.chance.randint(2, 5)))
    return f"<p>These were the numbers of the guild:</p><{tag}>{items}</{tag}>"


def _short_bullets(made: _Maker) -> str:
    items = "".join(
        f"<li><b>{made.chance.choice(NAMES)}:</b> {made.plain()}</li>"
        for _ in range(made.chance.randint(3, 6))
    )
    return f"<p>By town:</p><ul>{items}</ul>"


def _nested_bullets(made: _Maker) -> str:
    inner = "".join(f"<li>{made.sentences(1, 1)}</li>" for _ in range(2))
    return f"<ul><li>{made.sentences(1, 1)}<ul>{inner}</ul></li><li><p>{made.sentences(1, 1)}</p></li></ul>"


def _quote(made: _Maker) -> str:
    inner = made.sentences(1, 2)
    return f"<blockquote><p>{inner}</p></blockquote>" if made.chance.random() < 0.5 else (
        f"<blockquote>{inner}</blockquote>"
    )  # fmt: skip


def _table(made: _Maker) -> str:
    columns = made.chance.sample(THINGS, made.chance.randint(1, 4))
    names = made.chance.sample(NAMES, made.chance.randint(2, 6))
    head = "".join(f"<th>{one.title()}</th>" for one in ["Town", *columns])
    rows = "".join(
        f"<tr><{tag}>{name}</{tag}>{''.join(f'<td>{made.plain()}</td>' for _ in columns)}</tr>"
        for name in names
        for tag in [made.chance.choice(("td", "th"))]
    )
    caption = "<caption>What the towns counted</caption>" if made.chance.random() < 0.5 else ""
    body = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return f"<table>{caption}{body if made.chance.random() < 0.5 else f'<tr>{head}</tr>{rows}'}</table>"


def _wrapped_table(made: _Maker) -> str:
    return f"<figure class='table'><div class='scroll'>{_table(made)}</div></figure>"


def _definitions(made: _Maker) -> str:
    pairs = (f"<dt>{made.chance.choice(NAMES)}</dt><dd>{made.sentences(1, 1)}</dd>" for _ in range(3))
    return f"<dl>{''.join(pairs)}</dl>"


def _broken_lines(made: _Maker) -> str:
    return f"<p>{made.sentences(1, 1)}<br>{made.sentences(1, 1)}<br/><br/>{made.sentences(1, 1)}</p>"


def _divided(made: _Maker) -> str:
    return f"<div class='block'><div>{made.sentences()}</div><div>{made.sentences()}</div></div>"


def _picture(made: _Maker) -> str:
    return (
        f"<figure><img src='/i/{made.chance.randrange(99)}.jpg' alt='A street'>"
        f"<figcaption>{made.sentences(1, 1)}</figcaption></figure>"
    )


def _sectioned(made: _Maker) -> str:
    return f"<section><h2>In the villages</h2>{_paragraph(made)}{_paragraph(made)}</section>"


def _preformatted(made: _Maker) -> str:
    return f"<pre>{made.sentences(1, 1)}\n{made.sentences(1, 1)}</pre>"


BLOCKS: tuple[Callable[[_Maker], str], ...] = (
    _paragraph, _paragraph, _paragraph, _emphasised, _subhead, _bullets, _short_bullets, _nested_bullets,
    _quote, _table, _wrapped_table, _definitions, _broken_lines, _divided, _picture, _sectioned,
    _preformatted,
)  # fmt: skip


def _advertisement(made: _Maker) -> str:
    return f"<div class='advert' hidden><p>Win {made.hidden_number()} coins today, only with us.</p></div>"


def _related(made: _Maker) -> str:
    links = "".join(
        f"<li><a href='/story/{n}'>Council finds {made.hidden_number()} keys</a></li>" for n in range(4)
    )
    return f"<aside class='related'><h3>Related stories</h3><ul>{links}</ul></aside>"


def _comments(made: _Maker) -> str:
    told = "".join(
        f"<li class='comment'><p>I have seen {made.hidden_number()} of them myself, and I live here.</p></li>"
        for _ in range(3)
    )
    return f"<section id='comments' class='comments'><h3>Comments</h3><ol>{told}</ol></section>"


def _skeleton(made: _Maker, body: str) -> str:
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in made.chance.sample(NAMES, 6))
    navigation = f"<nav class='menu'><ul>{menu}</ul></nav>"
    footer = f"<footer><p>Copyright, call {made.hidden_number()}</p></footer>"
    title = f"{made.chance.choice(NAMES)} counts its {made.chance.choice(THINGS)}"
    holders = (
        f"<main><article><h1>{title}</h1>{{}}</article></main>",
        f"<div id='content'><div class='post'><h1>{title}</h1><div class='entry-content'>{{}}</div></div>"
        "</div>",
        f"<article class='story'><header><h1>{title}</h1><p class='byline'>By A. Writer</p></header>"
        "<div class='article-body'>{}</div></article>",
        f"<table class='layout'><tr><td class='left'></td><td><h1>{title}</h1><div class='body'>{{}}</div>"
        "</td></tr></table>",
        f"<div class='wrap'><div class='c-1'><h1>{title}</h1><div itemprop='articleBody'>{{}}</div></div>"
        "</div>",
        f"<main role='main'><h1>{title}</h1><section class='story-text'>{{}}</section></main>",
    )
    place = made.chance.randrange(len(holders))
    article = holders[place].replace("{}", body)
    beside = [_related(made), _comments(made)]
    head = f"<meta charset='utf-8'><title>{title}</title><meta property='og:type' content='article'>"
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body><header>{navigation}</header>{article}"
        f"{''.join(one for one in beside if made.chance.random() < 0.7)}{footer}</body></html>"
    )


def news_page(seed: int) -> Page:
    """Return the page of a seed."""
    made = _Maker(random.Random(seed))
    blocks = [_paragraph(made), _paragraph(made)]
    for _ in range(made.chance.randint(5, 12)):
        blocks.append(made.chance.choice(BLOCKS)(made))
        if made.chance.random() < 0.1:
            blocks.append(_advertisement(made))
    blocks.append(_paragraph(made))
    markup = _skeleton(made, "\n".join(blocks))
    present = [one for one in made.unseen if one in markup]
    return Page(markup, made.seen, present)
