"""Figures of a title: in the text that begins with it, or in the title alone."""

from flows.extraction.rows import extract
from schemas.reference import load_reference

REFERENCE = load_reference()
TITLE = "Flood toll rises to 45"
BODY = "The toll of the floods rose to 54 on Thursday."


def test_a_title_that_begins_the_text_is_read_once():
    rows = extract(f"{TITLE}\n\n{BODY}", REFERENCE, title=TITLE)
    assert [(figure["quote"], figure["field"]) for figure in rows["figures"]] == [
        ("45", "title"),
        ("54", "text"),
    ]
    assert rows["title_figures"] == []


def test_a_title_beside_the_text_is_read_for_itself():
    rows = extract(BODY, REFERENCE, title=TITLE)
    assert [(figure["quote"], figure["field"]) for figure in rows["figures"]] == [("54", "text")]
    assert [(figure["quote"], figure["field"]) for figure in rows["title_figures"]] == [("45", "title")]
    figure = rows["title_figures"][0]
    assert TITLE[figure["char_start"] : figure["char_end"]] == "45"


def test_knowing_the_title_changes_no_id():
    text = f"{TITLE}\n\n{BODY}"
    with_title = extract(text, REFERENCE, title=TITLE)["figures"]
    without = extract(text, REFERENCE)["figures"]
    assert [figure["figure_id"] for figure in with_title] == [figure["figure_id"] for figure in without]
