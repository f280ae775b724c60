"""Clauses: verbs and their subjects, read without a parser."""

from itertools import pairwise

import pytest

from flows.extraction.text.clauses import clause_at, clauses
from flows.extraction.text.document import tokenise


def read(text: str) -> list[tuple[str | None, str | None]]:
    """Return (subject, verb) of each clause of the first sentence."""
    document = tokenise(text)
    return [
        (
            document.quote(*clause.subject) if clause.subject else None,
            document.words[clause.verb] if clause.verb is not None else None,
        )
        for clause in clauses(document, 0)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill sold 40 sacks.", [("The mill", "sold")]),
        ("Exports rose and imports fell.", [("Exports", "rose"), ("imports", "fell")]),
        ("Analysts said exports rose.", [("Analysts", "said"), ("exports", "rose")]),
        ("The mill has so far sold 40 sacks.", [("The mill", "sold")]),
        ("In March the mill sold 40 sacks.", [("the mill", "sold")]),
        ("The mill, an old one, sold 40 sacks.", [("The mill", "sold")]),
        ("Exports fell, the ministry said.", [("Exports", "fell"), ("the ministry", "said")]),
        ("While exports rose, imports fell.", [("exports", "rose"), ("imports", "fell")]),
        ("Vestra and Hartlow sold 40 sacks.", [("Vestra and Hartlow", "sold")]),
        ("Cars recalled in May have been repaired.", [("Cars", "recalled"), ("Cars", "repaired")]),
        ("Throughout 2004, the mill sold 40 sacks.", [("the mill", "sold")]),
        ("At least 40 sacks in two mills were sold.", [("At least 40 sacks in two mills", "sold")]),
        ("Exports fell, even as 30 mills sold sacks.", [("Exports", "fell"), ("30 mills", "sold")]),
        ("In its yearly review Vestra sold 40 sacks.", [("Vestra", "sold")]),
        ("Vestra, a mill based in Hart, Norway, sold sacks.", [("Vestra", "based"), ("Vestra", "sold")]),
        # A dateline is nobody.
        (
            "OSLO/HAMAR (Reuters) - Vestra ( VES.N ), one of the mills, on Friday sold 40.",
            [("Vestra ( VES.N )", "sold")],
        ),
        ("Analysts on average expect 3 crowns.", [("Analysts on average", "expect")]),
        ("At Hart Mills, exports rose.", [("exports", "rose")]),
        ("New claims for benefits rose.", [("New claims for benefits", "rose")]),
        ("Vestra advanced 4 percent.", [("Vestra", "advanced")]),
        ("Mills in advanced economies sold 40 sacks.", [("Mills in advanced economies", "sold")]),
        ("This helped sales.", [(None, "helped")]),
        ("Over that same stretch the mill sold sacks.", [("the mill", "sold")]),
        # An object is no subject of the next verb.
        ("Results topped forecasts and the mill sold sacks.", [("Results", "topped"), ("the mill", "sold")]),
        # An article right behind a noun opens the subject.
        ("Hart told reporters the mill sold 40 sacks.", [("Hart", "told"), ("the mill", "sold")]),
        ("Prices fell 4% on fears the mill may close.", [("Prices", "fell"), ("the mill", "close")]),
        ("On that basis the mill sold 40 sacks.", [("the mill", "sold")]),
        ("Half the mills sold 40 sacks.", [("Half the mills", "sold")]),
        # Verbs that are never nouns, in the present.
        ("Vestra oversees 40 mills in Hartlow.", [("Vestra", "oversees")]),
        ("Some 40 percent of millers oppose the tax.", [("Some 40 percent of millers", "oppose")]),
        ("Vestra agrees to buy 40 mills.", [("Vestra", "agrees")]),
        ("As a miller, it sold 40 sacks.", [("it", "sold")]),
        ("After exports fell, Vestra, an old mill, sold 40.", [("exports", "fell"), ("Vestra", "sold")]),
        (
            "Exports rose 4% in May and 3% in June, said the ministry.",
            [("Exports", "rose"), ("the ministry", "said")],
        ),
        # A first phrase waits for its verb, whatever stands between commas.
        (
            "Vestra, starring as Hart Mills, took 40.",
            [("Vestra", "starring"), ("Vestra", "took")],
        ),
        (
            "The rate, a gauge of where Hart thinks prices are headed, fell.",
            [
                ("a gauge of where Hart", "thinks"),
                ("prices", "headed"),
                ("The rate", "fell"),
            ],
        ),
        ("(Hartwire) -- Vestra, one of the mills, will receive 40.", [("Vestra", "receive")]),
        ("Vestra said profit before tax rose 4%.", [("Vestra", "said"), ("profit before tax", "rose")]),
        ("Vestra expects 40 people to hit stores in May.", [("Vestra", "expects")]),
        # What is counted in words is a noun; an adjective in brackets no verb.
        ("After three successive wins, Vestra is first.", [("Vestra", "is")]),
        ("Vestra still faces nine state charges of fraud.", [("Vestra", "faces")]),
        ("Vestra faces six counts of fraud (enhanced).", [("Vestra", "faces")]),
        ("Vestra was little changed at 40.", [("Vestra", "changed")]),
        # What "which" and "who" go back to; a contraction with its participle; participles in a compound.
        (
            "Holders of Vestra, which owns 40 mills, met.",
            [("Holders of Vestra", None), ("Vestra", "owns"), ("Holders of Vestra", "met")],
        ),
        ("It hit Jane Hart, head of Vestra, who in June took 40.", [("It", "hit"), ("Jane Hart", "took")]),
        ("They saw the mill, which reportedly cost 40.", [("They", "saw"), ("the mill", "cost")]),
        ("The winner was Jane Hart, earning 40.", [("The winner", "was"), ("Jane Hart", "earning")]),
        ("They met Vestra, whose first mill sold 40.", [("They", "met"), ("Vestra", "sold")]),
        ("It's asked to sell 40 sacks.", [("It", "asked")]),
        ("The best-paid miller sold 40.", [("The best-paid miller", "sold")]),
        ("Norway's largest listed mill sold 40.", [("Norway's largest listed mill", "sold")]),
        (
            "Vestra said sales in May and June will rise 4%.",
            [("Vestra", "said"), ("sales in May and June", "rise")],
        ),
        ("Under the plan, Vestra sold 40.", [("Vestra", "sold")]),
        ("The price now stands at 40.", [("The price", "stands")]),
        ("This prompted a mill to close 40.", [(None, "prompted")]),
        ("Hart notes that mills sold 40.", [("Hart", "notes"), ("mills", "sold")]),
        ("Mills felt worse with orders rising 4%.", [("Mills", "felt"), ("orders", "rising")]),
        ("Exports of tin -- a metal -- rose 4%.", [("Exports of tin", "rose")]),
        ("Vestra said mills - old ones - sold 40.", [("Vestra", "said"), ("mills", "sold")]),
        ("Output is forecast rising 4%.", [("Output", "forecast"), ("Output", "rising")]),
        (
            "Plains (covering 65%) and dunes (covering 17% of it) made 40.",
            [("Plains", "covering"), ("dunes", "covering"), ("dunes", "made")],
        ),
        ("Given that, sales grew 4%.", [("sales", "grew")]),
        ("The storm cost Vestra 40 sacks.", [("The storm", "cost")]),
        (
            "A 4% rise in Vestra sales offset a 3% drop in Hart sales.",
            [("A 4% rise in Vestra sales", "offset")],
        ),
        # A participle tells of the noun before it; a noun before a comma is no verb.
        (
            "Vestra is up 4% from the low set in May.",
            [("Vestra", "is"), ("the low", "set")],
        ),
        (
            "Vestra rose 4% from a two-and-a-half-year low hit in May.",
            [("Vestra", "rose"), ("a two-and-a-half-year low", "hit")],
        ),
        (
            "Sales fell short of Hart Street targets, pushing shares down 4%.",
            [("Sales", "fell"), ("Sales", "pushing")],
        ),
        ("It lost to Vestra, which bid 40.", [("It", "lost"), ("Vestra", "bid")]),
        (
            "Vestra is in a reform that includes shutting 40 mills.",
            [("Vestra", "is"), ("a reform", "includes"), ("Vestra", "shutting")],
        ),
        ("Vestra caught 40 fish.", [("Vestra", "caught")]),
        ("Nothing of note here.", [(None, None)]),
    ],
)
def test_verbs_find_their_subjects(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert read(text) == expected


def test_inserted_clause_does_not_take_the_subject() -> None:
    found = read("Vestra, in which Hartlow holds a stake, sold 40 sacks.")
    assert found[-1] == ("Vestra", "sold")


@pytest.mark.parametrize(
    "text", ["", "Sold.", ", , ( (", "that that that which and", "said said said", "a " * 500]
)
def test_clauses_are_disjoint_and_cover_the_sentence(text: str) -> None:
    document = tokenise("x " + text)
    for sentence, (first, last) in enumerate(document.sentences):
        found = clauses(document, sentence)
        assert found[0].first == first
        assert found[-1].last == last
        for left, right in pairwise(found):
            assert left.last == right.first
        assert clause_at(found, first) is found[0]
