"""Relations that the words of an article only imply: recorded with the others, and not checked.

The text sets figures against one another without saying which is more ("9.5bn against 6.3bn"), or says so
in another sentence; levels elsewhere make a growth, a total or a ratio. Direction or arithmetic is taken from
the values, so that no contradiction can be found here: their rules begin with "implied_".
"""

from flows.extraction.contrasts import find_contrasts
from flows.extraction.defined_ratios import find_defined_ratios
from flows.extraction.figure import Relation
from flows.extraction.reading import Reading
from flows.extraction.relating import Changes
from flows.extraction.series import Pairs
from flows.extraction.shapes import Shape, without_asides
from flows.extraction.spread_sums import find_spread_sums
from flows.extraction.standings import find_standings
from flows.extraction.told_growth import find_told_growth
from flows.extraction.top_lists import find_top_lists


def find_implied(
    reading: Reading,
    full: list[Shape],
    shapes: list[Shape],
    repeated: set[int],
    changes: Changes,
    stated: list[Relation],
) -> list[Relation]:
    """Return orders, growths, ratios and sums that the words imply, besides those that they state.

    Args:
        reading: the article.
        full: its sentences with figures.
        shapes: the same without what only repeats a figure in other terms.
        repeated: the figures (by identity) that repeat another in a second unit.
        changes: what the reading of changes found.
        stated: the relations that the words state.
    """
    pairs = Pairs(stated)
    # "$30.6m, or 22 cents a share, against $29.3m, or 20 cents": the cents are set against one another, too.
    bare = [without_asides(reading.document, shape, repeated, keeps_or=True) for shape in full]
    contrasts = find_contrasts(reading, bare, changes, pairs)
    found = contrasts.relations
    found += find_top_lists(reading, shapes, changes, pairs)
    found += find_standings(reading, shapes, changes, pairs, contrasts, repeated)
    known = stated + found
    found += find_told_growth(reading, changes, known)
    found += find_defined_ratios(reading, known)
    found += find_spread_sums(shapes, changes, repeated | contrasts.set_beside, known)
    return found
