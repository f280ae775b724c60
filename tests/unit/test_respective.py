"""As many figures as names, told respectively, are of one each."""

from flows.extraction.extract import read_article
from schemas.reference import load_reference

REFERENCE = load_reference()


def test_names_and_figures_told_respectively_are_paired() -> None:
    text = "Shares of Gull and Hart rose 3 percent and 4 percent, respectively."
    drafts = read_article(text, None, "2016-09-15", REFERENCE).drafts
    assert [draft.subject for draft in drafts] == ["Gull", "Hart"]
    text = "Sales fell 3 percent and 4 percent, respectively, at Gull and Hart."
    drafts = read_article(text, None, "2016-09-15", REFERENCE).drafts
    assert [draft.subject for draft in drafts] == ["Gull", "Hart"]
    text = "Hart did well in Norway and Peru, where sales rose 3 percent and 4 percent, respectively."
    drafts = read_article(text, None, "2016-09-15", REFERENCE).drafts
    assert not {draft.subject for draft in drafts} & {"Norway", "Peru"}
