"""Relations that the words of an article only imply: recorded with the others, and mostly not checked.

The text sets figures against one another without saying which is more ("9.5bn against 6.3bn"), or says so
in another sentence; levels elsewhere make a growth, a total or a ratio. Direction or arithmetic is taken from
the values, so that no contradiction can be found in them: their rules begin with "implied_". Only where a
word says which is more whatever the values are ("beat", "missed"), the order is stated, and can be wrong:
rule "said_more".
"""

from typing import Final

from flows.extraction.claims.told_growth import find_told_growth
from flows.extraction.figure import Relation, drafts_of
from flows.extraction.implied.contrasts import find_contrasts
from flows.extraction.implied.defined_ratios import find_defined_ratios
from flows.extraction.implied.implied_parts import find_implied_parts
from flows.extraction.implied.implied_rates import find_implied_rates
from flows.extraction.implied.levels_beside import find_levels_beside
from flows.extraction.implied.moves import find_moves
from flows.extraction.implied.other_bases import find_other_bases
from flows.extraction.implied.series import Pairs, group_series
from flows.extraction.implied.spread_products import find_spread_products
from flows.extraction.implied.spread_sums import find_spread_sums
from flows.extraction.implied.standings import find_standings
from flows.extraction.implied.told_differences import find_told_differences
from flows.extraction.implied.top_lists import find_top_lists
from flows.extraction.implied.whole_stakes import find_whole_stakes
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import Changes
from flows.extraction.relations.shapes import Shape, without_asides

_LIST: Final = 12  # figures of a sentence beyond which it is a table


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
    found = _with_beside(contrasts.relations, find_levels_beside(reading, stated + contrasts.relations))
    # Before the rules that compare what is of one series: a part stands beside its total, not against it.
    aside = repeated | contrasts.set_beside
    found += find_spread_sums(shapes, changes, aside, stated + found, pairs)
    found += find_moves(reading, shapes, changes, pairs, stated)
    found += find_implied_rates(reading, shapes)
    found += find_top_lists(reading, shapes, changes, pairs)
    prose = {shape.sentence for shape in shapes if len(shape.figures) <= _LIST}
    series = group_series([d for d in reading.drafts if d.sentence in prose and id(d) not in repeated])
    found += find_standings(reading, shapes, changes, pairs, contrasts, series)
    known = stated + found
    found += find_told_differences(reading, known)
    known = stated + found
    found += find_told_growth(reading, changes, known)
    found += find_defined_ratios(reading, aside, known)
    found += find_other_bases(reading, stated)
    found += find_spread_products(reading, stated)
    found += find_whole_stakes(reading, stated)
    found += find_implied_parts(reading, aside | changes.former, series, stated + found)
    return found


def _with_beside(found: list[Relation], beside: list[Relation]) -> list[Relation]:
    """Return orders with those of what stands beside levels, which are stated where words left them open."""
    if not beside:
        return found
    said = {frozenset(map(id, drafts_of(relation))) for relation in beside}
    return [one for one in found if frozenset(map(id, drafts_of(one))) not in said] + beside
