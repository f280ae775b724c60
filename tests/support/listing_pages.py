"""Pages that list articles, in the shapes that sites give them."""

from collections.abc import Callable, Iterator

# A headline, and what a section says below it.
STORIES = (
    ("Ferry fares to rise by a tenth", "The company blames fuel. Commuters pay 41 crowns from June."),
    ("Mill on the Sarn sold", "Its 310 workers keep their jobs, the buyer says."),
    ("Two held after fire at depot", "Nine buses burned. Police found petrol cans."),
    ("Harvest best since 2011", "Growers brought in 2.4 million tonnes of wheat, and prices fell at once."),
    ("School kitchens to close on Fridays", "The council saves 1.2 million a year. Parents protest."),
    ("Quake shakes Velm", "Nobody was hurt. Chimneys fell in three streets."),
    ("Bank profit doubles", "Higher rates brought it 890 million in six months."),
    ("Rovers win at last", "A late penalty ended eleven games without a win; the fans sang all night."),
    ("Rain fills reservoirs", "They stand at 94 per cent, up from 61 in March."),
    ("Mayor will not stand again", "She has led the town for 16 years."),
    ("Nurses accept offer", "They get 6 per cent now and 3 next year."),
    ("New tram line opens", "It took nine years and cost 740 million."),
    ("Museum finds lost map", "Drawn in 1587, it shows a harbour that is now a meadow."),
    ("Rents climb for the tenth year", "A flat of two rooms costs 1,140 a month, half of what a cook earns."),
    ("Dam repair to cost twice as much", "Cracks run deeper than engineers thought."),
    ("Smoke closes motorway", "A lorry with 20 tonnes of paper burned for six hours."),
    ("Wolves seen near Halden", "A camera in the forest counted seven."),
    ("Court frees two fishermen", "They had been accused of taking 900 kilograms of eel."),
    ("Jobless figure steady", "It has been 4.1 per cent since the winter."),
    ("Shipyard gets big order", "Six ferries for 1.1 billion will keep it busy until 2029."),
)  # fmt: skip
MENU = "".join(
    f"<li><a href='/{name}'>{name}</a></li>" for name in "news sport money culture opinion".split()
)


def listing_pages() -> Iterator[tuple[str, str]]:
    """Give the name and the markup of each page."""
    for shape in SHAPES:
        title = f"<title>{shape.__name__.strip('_').replace('_', ' ').title()} | Harbour Post</title>"
        menu = f"<nav><ul>{MENU}</ul></nav>"
        foot = "<footer><a href='/imprint'>Imprint</a> <a href='/privacy'>Privacy</a></footer>"
        markup = f"<!DOCTYPE html><html lang=en><head>{title}</head><body>{menu}{shape()}{foot}</body></html>"
        yield shape.__name__.strip("_"), markup


def _front_page() -> str:
    lead, teaser = STORIES[0]
    rest = "".join(f"<h3><a href='/a{n}'>{head}</a></h3><p>{told}</p>" for n, (head, told) in _numbered())
    return f"<main><h1><a href='/a0'>{lead}</a></h1><p>{teaser}</p>{rest}</main>"


def _section_of_cards() -> str:
    cards = (
        f"<article><a href='/a{n}'><img src='{n}.jpg' alt=''></a><h2><a href='/a{n}'>{head}</a></h2>"
        f"<p class='teaser'>{told}</p><time datetime='2024-05-{n + 1:02}'>{n + 1} May</time></article>"
        for n, (head, told) in _numbered()
    )
    return f"<main><h1>Business</h1>{''.join(cards)}</main>"


def _links_around_cards() -> str:
    cards = (
        f"<a href='/a{n}'><img src='{n}.jpg' alt=''><h3>{head}</h3><p>{told}</p></a>"
        for n, (head, told) in _numbered()
    )
    return f"<main><h1>Around the county</h1>{''.join(cards)}</main>"


def _headlines_alone() -> str:
    lines = "".join(f"<li><a href='/a{n}'>{head}</a></li>" for n, (head, _) in _numbered())
    return f"<div><h1>Latest</h1><ul>{lines}</ul><a href='?page=2'>Older stories</a></div>"


def _tag_page() -> str:
    blocks = (
        f"<div class='item'><span>{n + 1} May 2024</span><a href='/a{n}'>{head}</a><p>{told} "
        f"<a href='/a{n}'>Read more</a></p></div>"
        for n, (head, told) in _numbered()
    )
    return f"<div id='content'><h1>Everything on: transport</h1>{''.join(blocks)}</div>"


def _author_page() -> str:
    lines = "".join(f"<li>{head} <a href='/a{n}'>{told}</a></li>" for n, (head, told) in _numbered())
    about = "<p>Ida Holm has written for the Harbour Post since 2009. She covers trade and the sea.</p>"
    return f"<section><h1>Ida Holm</h1>{about}<h2>Her stories</h2><ol>{lines}</ol></section>"


def _search_results() -> str:
    found = (
        f"<div><h3><a href='/a{n}'>{head}</a></h3><cite>post.example/a{n}</cite><p>... {told} ...</p></div>"
        for n, (head, told) in _numbered()
    )
    return f"<main><form><input value='harbour'></form><p>About 1,240 results</p>{''.join(found)}</main>"


def _archive_by_day() -> str:
    days = (
        f"<h2>{n + 1} May 2024</h2><ul><li><a href='/a{n}'>{STORIES[n][0]}</a></li>"
        f"<li><a href='/a{n + 1}'>{STORIES[n + 1][0]}</a></li></ul>"
        for n in range(len(STORIES) - 1)
    )
    return f"<main><h1>Archive, May 2024</h1>{''.join(days)}</main>"


def _table_of_stories() -> str:
    rows = (
        f"<tr><td>{n + 1}.5.</td><td><a href='/a{n}'>{head}</a></td><td>{told}</td></tr>"
        for n, (head, told) in _numbered()
    )
    return f"<table><tr><th>Day</th><th>Story</th><th>In short</th></tr>{''.join(rows)}</table>"


def _index_of_firms() -> str:
    rows = (
        f"<tr><td><a href='/firm/{n}'>Firm {chr(65 + n)}</a></td><td>{10 * n + 3}.{n}</td></tr>"
        for n, _ in _numbered()
    )
    return f"<div><h1>Firms, A to Z</h1><table>{''.join(rows)}</table></div>"


def _most_read() -> str:
    lines = (
        f"<div class='rank'><b>{n + 1}</b><a href='/a{n}'>{head}</a><em>{4_000 - 97 * n:,} readers</em></div>"
        for n, (head, _) in _numbered()
    )
    return f"<div><h1>Most read this week</h1>{''.join(lines)}</div>"


def _section_in_columns() -> str:
    half = len(STORIES) // 2
    columns = (
        "<div class='col'>"
        + "".join(
            f"<h4>{head}</h4><p>{told} <a href='/{len(head)}{len(told)}'>More</a></p>" for head, told in part
        )
        + "</div>"
        for part in (STORIES[:half], STORIES[half:])
    )
    return f"<main><h1>News in brief</h1>{''.join(columns)}<a href='/2'>2</a><a href='/3'>3</a></main>"


def _newsletter_archive() -> str:
    issues = "".join(
        f"<p><a href='/letter/{n}'>Issue {n + 400}: {head}</a>, {n + 1} May</p>"
        for n, (head, _) in _numbered()
    )
    return f"<main><h1>The Morning Tide</h1><p>Every morning at six in your mailbox.</p>{issues}</main>"


def _video_gallery() -> str:
    films = "".join(
        f"<figure><a href='/v{n}'><img src='{n}.jpg'></a><figcaption><a href='/v{n}'>{head}</a> "
        f"{n % 4 + 1}:{n + 10}</figcaption></figure>"
        for n, (head, _) in _numbered()
    )
    return f"<section><h1>Videos</h1>{films}</section>"


def _feed_of_long_teasers() -> str:
    entries = (
        f"<div class='entry'><h2><a href='/a{n}'>{head}</a></h2><p>{told} {STORIES[n - 1][1]} "
        f"{STORIES[n - 2][1]} [&hellip;] <a href='/a{n}'>Continue reading</a></p></div>"
        for n, (head, told) in _numbered()
    )
    return f"<main>{''.join(entries)}<div class='pages'><a href='/2'>Older posts</a></div></main>"


def _numbered() -> Iterator[tuple[int, tuple[str, str]]]:
    return iter(enumerate(STORIES))


SHAPES: tuple[Callable[[], str], ...] = (
    _front_page,
    _section_of_cards,
    _links_around_cards,
    _headlines_alone,
    _tag_page,
    _author_page,
    _search_results,
    _archive_by_day,
    _table_of_stories,
    _index_of_firms,
    _most_read,
    _section_in_columns,
    _newsletter_archive,
    _video_gallery,
    _feed_of_long_teasers,
)
