"""Where sentences end."""

import pytest

from flows.extraction.text.document import tokenise


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Output rose 3 pct. Harl mills closed.", ["Output rose 3 pct.", "Harl mills closed."]),
        ("It cost £40m. Sales fell.", ["It cost £40m.", "Sales fell."]),
        ("Seen by J. Hart of Harl.", ["Seen by J. Hart of Harl."]),
        ("It bought Vestra VST.N. Shares of Harl fell.", ["It bought Vestra VST.N.", "Shares of Harl fell."]),
        ("Output rose 3 pct. of the plan.", ["Output rose 3 pct. of the plan."]),
        ("It earned 40 mln dlrs. Costs fell.", ["It earned 40 mln dlrs.", "Costs fell."]),
        ("It leads in the U.K. Last year it sold.", ["It leads in the U.K.", "Last year it sold."]),
        ("Mills of the U.K. Steel Group closed.", ["Mills of the U.K. Steel Group closed."]),
        # What lost its space: a full stop before a capital, never inside an abbreviation or an address.
        ("Vestra fell 0.3%.Harl rose.", ["Vestra fell 0.3%.", "Harl rose."]),
        ("It closed at 8 in Harl.Vestra fell.", ["It closed at 8 in Harl.", "Vestra fell."]),
        # A heading on a line of its own; a sentence may go on behind a line's end.
        ("Read More\nVestra sold 40 lamps.", ["Read More", "Vestra sold 40 lamps."]),
        ("The mills of\nHarl sold 40 lamps.", ["The mills of\nHarl sold 40 lamps."]),
        # A heading in capitals that ran into its sentence; names in capitals are none.
        ("PRICES FALL Vestra said it sold 40 lamps.", ["PRICES FALL", "Vestra said it sold 40 lamps."]),
        ("BMW AG Chief Jane Roe said so.", ["BMW AG Chief Jane Roe said so."]),
        ("VESTRA Foods of Harl said so.", ["VESTRA Foods of Harl said so."]),
        ("HARL CITY (Hartwire) - Vestra fell.", ["HARL CITY (Hartwire) - Vestra fell."]),
        ("See vestra.com for S.Hart and e.g.Vestra.", ["See vestra.com for S.Hart and e.g.Vestra."]),
        ("Vestra Corp.Shares fell.", ["Vestra Corp.Shares fell."]),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    document = tokenise(text)
    assert [document.quote(*sentence) for sentence in document.sentences] == sentences
