"""How the figures of an article hang together, as its words say."""

from flows.extraction.claims.ages import find_ages
from flows.extraction.claims.apposed_shares import find_apposed_shares
from flows.extraction.claims.ballots import find_ballots
from flows.extraction.claims.better_readings import without_misread
from flows.extraction.claims.bullets import find_bullets
from flows.extraction.claims.called_totals import find_totals
from flows.extraction.claims.changed_from import with_changed_from
from flows.extraction.claims.claimed_shares import find_claimed_shares
from flows.extraction.claims.claimed_steps import with_claimed_steps
from flows.extraction.claims.clock_times import find_clock_times
from flows.extraction.claims.complements import find_complements
from flows.extraction.claims.consequences import find_consequences
from flows.extraction.claims.counted_out import find_counted_out
from flows.extraction.claims.daily_rates import find_daily_rates
from flows.extraction.claims.dated_lengths import find_dated_lengths
from flows.extraction.claims.differences import find_differences
from flows.extraction.claims.distant_changes import find_distant_changes
from flows.extraction.claims.enumerated_parts import find_enumerated
from flows.extraction.claims.exclusive_shares import find_exclusive_shares
from flows.extraction.claims.flow_balances import find_flow_balances
from flows.extraction.claims.former_levels import with_former_levels
from flows.extraction.claims.further_parts import find_further_parts
from flows.extraction.claims.gaps_of_time import find_gaps_of_time
from flows.extraction.claims.joint_totals import find_joint_totals
from flows.extraction.claims.lasting import find_lasting
from flows.extraction.claims.lengths_again import find_lengths_again
from flows.extraction.claims.level_differences import find_level_differences
from flows.extraction.claims.level_growth import with_level_growth
from flows.extraction.claims.majorities import find_majorities
from flows.extraction.claims.marks import find_marks
from flows.extraction.claims.misbound import without_misbound
from flows.extraction.claims.misread_sums import are_parts_of_a_share
from flows.extraction.claims.named_bases import find_named_bases
from flows.extraction.claims.named_gaps import find_named_gaps
from flows.extraction.claims.named_rates import find_named_rates
from flows.extraction.claims.old_records import find_old_records
from flows.extraction.claims.outdoing import find_outdoing
from flows.extraction.claims.outdone import find_outdone
from flows.extraction.claims.paces import find_paces
from flows.extraction.claims.pair_shares import find_pair_shares
from flows.extraction.claims.parted import find_parted
from flows.extraction.claims.parts_of_time import find_parts_of_time
from flows.extraction.claims.placings import find_placings
from flows.extraction.claims.polls import find_polls
from flows.extraction.claims.rate_products import find_rate_products
from flows.extraction.claims.resales import find_resales
from flows.extraction.claims.restatements import find_restatements
from flows.extraction.claims.rests import find_rests
from flows.extraction.claims.retold import find_retold
from flows.extraction.claims.running_orders import find_running_orders
from flows.extraction.claims.series_sums import find_series
from flows.extraction.claims.served_terms import find_served_terms
from flows.extraction.claims.share_leads import find_share_leads
from flows.extraction.claims.share_prices import find_share_prices
from flows.extraction.claims.shares_of_all import find_shares_of_all
from flows.extraction.claims.sibling_shares import find_sibling_shares
from flows.extraction.claims.standing import Standing
from flows.extraction.claims.standing_growth import find_standing_growth
from flows.extraction.claims.standing_shares import find_restated_shares, find_standing_shares
from flows.extraction.claims.superlatives import find_superlatives
from flows.extraction.claims.tiled_periods import find_tiled_periods
from flows.extraction.claims.told_before import find_steps
from flows.extraction.claims.told_beside_pairs import find_told_beside_pairs
from flows.extraction.claims.told_multiples import find_told_multiples
from flows.extraction.claims.told_shares import find_told_shares
from flows.extraction.claims.turnouts import find_turnouts
from flows.extraction.claims.unit_twins import find_unit_twins
from flows.extraction.claims.utmost import find_utmost
from flows.extraction.claims.worded_steps import find_worded_steps
from flows.extraction.figure import Relation, drafts_of
from flows.extraction.implied.closed_runs import find_closed_runs, with_runs
from flows.extraction.implied.implied import find_implied
from flows.extraction.implied.parallel_sums import find_parallel_sums
from flows.extraction.implied.ranks import find_rank_orders
from flows.extraction.implied.slips import find_slips
from flows.extraction.reading import Reading
from flows.extraction.relations.balances import find_balances
from flows.extraction.relations.bracketed_orders import find_bracketed_orders
from flows.extraction.relations.breakdowns import find_breakdowns
from flows.extraction.relations.changes_twice import find_changes_twice
from flows.extraction.relations.comparisons import converted, find_comparisons, find_conversions
from flows.extraction.relations.enumerations import find_enumerations
from flows.extraction.relations.exchanges import find_exchanges
from flows.extraction.relations.growth import find_changes
from flows.extraction.relations.misprints import complete_misprinted
from flows.extraction.relations.products import find_multiples, find_rates
from flows.extraction.relations.range_ends import find_range_ends
from flows.extraction.relations.records import find_medals, find_records
from flows.extraction.relations.shapes import shape_sentences, without_asides
from flows.extraction.relations.shared_precision import share_precision
from flows.extraction.relations.shared_units import share_units
from flows.extraction.relations.shares import find_shares
from flows.extraction.relations.sizes import without_sized, without_sizes
from flows.extraction.relations.terms import find_terms
from flows.extraction.relations.thresholds import find_thresholds
from flows.extraction.relations.valuations import find_valuations
from flows.extraction.status.shared_status import share_status


def find_relations(reading: Reading) -> list[Relation]:
    """Return breakdowns and links between the figures of `reading`, in text order.

    Figures that only repeat another ("$66 million, or 65 cents a share") are set aside first. Then changes
    are read: a former level or a growth figure is no part, share or rival of another.
    """
    if not reading.drafts:
        return []
    full = shape_sentences(reading)
    conversions = find_conversions(reading, full)
    repeated = converted(conversions)
    shapes = [without_asides(reading.document, shape, repeated) for shape in full]
    moving = [without_sizes(reading.document, shape) for shape in shapes]
    changes = find_changes(reading, moving)
    balances = find_balances(reading, moving, changes)
    found = conversions + find_exchanges(reading, conversions) + changes.relations + balances
    found += find_changes_twice(reading.document.lower, full, changes)
    found += find_comparisons(reading, moving, changes)
    found += find_outdone(reading, changes)
    found += find_thresholds(reading, changes)
    found += find_bracketed_orders(full, changes)
    found += find_range_ends(reading, changes)
    found += find_multiples(reading, shapes, changes)
    found += find_rates(reading, full, changes)
    found += find_rank_orders(reading, moving, changes)
    found += find_valuations(reading, full, changes)
    found += find_shares(reading, full, changes)
    found += find_breakdowns(reading, shapes, changes, repeated)
    found += find_records(reading, shapes)
    found += find_terms(shapes, changes)
    found += find_ages(reading)
    found += find_lasting(reading, found)
    found += find_dated_lengths(reading, found)
    found += find_lengths_again(reading)
    found += find_clock_times(reading)
    found += find_gaps_of_time(reading)
    found += find_served_terms(reading)
    found += find_told_shares(reading, full, changes, found)
    found += find_claimed_shares(reading, changes, found)
    standing = Standing(reading, shapes, changes)
    found += find_bullets(standing, found)
    found += find_rests(standing, found)
    found += find_totals(standing, found)
    found += find_joint_totals(standing, reading, found)
    found += find_ballots(standing, found)
    found += find_enumerated(standing, found)
    found += find_parted(standing, found)
    found += find_series(standing, found)
    found += find_differences(standing, reading.drafts, found)
    found += find_named_gaps(standing, found)
    found += find_resales(standing, found)
    found += find_share_leads(standing, found)
    found += find_flow_balances(standing)
    found = with_former_levels(standing, found)
    found += find_standing_growth(standing, reading.drafts, found)
    found = with_changed_from(standing, reading.drafts, found)
    found = with_level_growth(standing, reading.drafts, found)
    found += find_level_differences(standing, reading.drafts, found)
    steps = find_steps(standing)
    found = with_claimed_steps(standing, reading.drafts, steps, found)
    found += find_apposed_shares(standing, reading.drafts, found)
    found += find_named_bases(standing, found)
    found += find_shares_of_all(standing, found)
    found += find_named_rates(standing, found)
    found += find_standing_shares(standing, found)
    found += find_restated_shares(standing)
    found += find_pair_shares(standing, found)
    found += find_told_beside_pairs(standing, found)
    found += find_sibling_shares(standing, found)
    found += find_turnouts(standing, found)
    found += find_polls(standing, found)
    found += find_medals(reading, found)
    found += find_further_parts(standing, found)
    found += find_share_prices(standing, found)
    found += find_paces(reading, found)
    found += find_rate_products(standing, reading.drafts, found)
    found += find_daily_rates(standing, reading.drafts, found)
    found += find_parts_of_time(standing, found)
    found += find_tiled_periods(standing)
    found += find_consequences(standing, reading.drafts, found)
    found += find_exclusive_shares(standing, found)
    found += find_marks(standing, reading, found)
    found += find_superlatives(standing, shapes)
    found += find_old_records(standing, reading.drafts, found)
    found += find_utmost(standing, reading, found)
    found += find_majorities(standing, reading.drafts)
    found += find_told_multiples(standing, reading.drafts, found)
    found += find_placings(standing, reading.drafts)
    found += find_outdoing(standing)
    found += find_running_orders(reading)
    found += find_enumerations(reading, full)
    found += find_worded_steps(standing, reading.drafts, steps, found)
    found += find_counted_out(reading, found)
    found += find_distant_changes(standing, reading.drafts, steps, found)
    found += find_restatements(standing, found)
    found += find_retold(reading, found)
    found += find_complements(reading)
    found += find_unit_twins(reading, found)
    found = without_sized(reading.document, _once(found))
    share_units(found)
    share_precision(reading, found)
    share_status(found)
    complete_misprinted(found)
    found = without_misbound(reading, without_misread(reading, found))
    found += without_misbound(reading, find_implied(reading, full, shapes, repeated, changes, found))
    found += find_parallel_sums(found)
    # "3.9 from wind and 0.7 from panels, together 46 percent of the 10 that it sold"
    found += [one for one in find_slips(reading, found) if not are_parts_of_a_share(one, reading.drafts)]
    closed = find_closed_runs(standing, reading.drafts, reading.titles, found)
    closed = without_misbound(reading, without_misread(reading, closed))
    share_units(closed)
    share_precision(reading, closed, far=len(reading.document.sentences))
    share_status(closed)
    found = with_runs(found, closed)
    found += _untied(changes.steps, found)
    return sorted(found, key=lambda relation: (relation.start, relation.end, relation.kind, relation.rule))


def _untied(steps: list[Relation], found: list[Relation]) -> list[Relation]:
    """Return the changes with the level that they led to that nothing else ties to one another."""
    if not steps:
        return []
    tied = [set(map(id, drafts_of(relation))) for relation in found]
    pairs = [(step, set(map(id, drafts_of(step)))) for step in steps]
    return [step for step, pair in pairs if not any(pair <= figures for figures in tied)]


def _once(found: list[Relation]) -> list[Relation]:
    """Return the links among `found` once each, as the first rule found them.

    A link is known by its kind and its figures: two rules that disagree on who leads read one link.
    """
    seen: set[tuple[str, tuple[int, ...]]] = set()
    kept = []
    for relation in found:
        key = (relation.kind, tuple(id(member.draft) for member in relation.members if member.draft))
        if relation.kind not in ("sum", "enumeration", "clock") and key in seen:
            continue
        seen.add(key)
        kept.append(relation)
    return kept
