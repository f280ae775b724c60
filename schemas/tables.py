"""All models, in the order in which their tables are made and described."""

from schemas.articles import Articles, Sightings
from schemas.base import Table
from schemas.breakdowns import BreakdownParts, Breakdowns
from schemas.corrections import Corrections
from schemas.fetches import Fetches, Hosts
from schemas.figures import Figures
from schemas.findings import AcceptedFindings, FindingFigures, Findings
from schemas.links import LinkFigures, Links
from schemas.rejects import Rejects
from schemas.runs import Meta, RunRejects, Runs, RunSources
from schemas.stories import Copies, Signatures
from schemas.worded_shares import WordedShares

MODELS: tuple[type[Table], ...] = (
    Articles,
    Sightings,
    Copies,
    Signatures,
    Figures,
    Breakdowns,
    BreakdownParts,
    Links,
    LinkFigures,
    WordedShares,
    Rejects,
    Corrections,
    Fetches,
    Hosts,
    Findings,
    FindingFigures,
    AcceptedFindings,
    Runs,
    RunRejects,
    RunSources,
    Meta,
)
