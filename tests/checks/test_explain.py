import pytest
from stating import figure, parts, total

from warehouse.explain import explain


def test_an_explanation_carries_sentences_arithmetic_sources_and_repairs(warehouse):
    warehouse.add(
        total(figure("exactly 120", sentence="In all there were 120.")),
        parts(
            figure("exactly 70", sentence="Seventy went north."),
            figure("exactly 60", attributed_to="the mayor"),
        ),
    )
    (found,) = warehouse.findings()
    text = explain(warehouse.connection, found.finding_id)
    ((article_id,),) = warehouse.connection.execute("select article_id from articles").fetchall()
    for words in (
        "parts contradict total (contradiction, open",
        "Parts sum to 130, the total is 120.",
        "“In all there were 120.”",
        "claimed by the mayor",
        "characters 0 to 11",
        f"      {article_id} (2030-01-01)\n",
        "70 + 60 = 120",
        "gap: 10",
        "One story states all of it",
        "total “exactly 120” would have to be 130",
    ):
        assert words in text


def test_what_is_not_there_is_said(warehouse):
    with pytest.raises(KeyError, match="not in the warehouse"):
        explain(warehouse.connection, "0" * 16)


def test_a_finding_without_its_figures_still_explains(warehouse):
    warehouse.add(total("exactly 120"), parts("exactly 70", "exactly 60"))
    (found,) = warehouse.findings()
    warehouse.connection.execute("delete from figures")
    assert "their articles were replaced" in explain(warehouse.connection, found.finding_id)
