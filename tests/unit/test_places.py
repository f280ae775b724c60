"""Which place a figure has. Figures are marked in the text: [digits|kind]."""

import pytest
from marked_figures import read_marked

from flows.extraction.extract import read_article
from flows.extraction.figure import Draft
from flows.extraction.names.names import find_names
from flows.extraction.places.places import assign_places, find_places, place_table
from flows.extraction.reading import Reading
from flows.extraction.text.document import tokenise
from schemas.reference import load_reference

REFERENCE = load_reference()


def read(marked: str, title: str | None = None, unit: str | None = None) -> list[Draft]:
    document, drafts = read_marked(marked, unit)
    names = find_names(document, title, REFERENCE) if "Inc" in document.words else []
    reading = Reading(document, title, None, REFERENCE)
    reading.names, reading.drafts = names, drafts
    assign_places(reading)
    return reading.drafts


def places(marked: str, title: str | None = None, unit: str | None = None) -> list[str | None]:
    return [draft.place_code for draft in read(marked, title, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold [5,000|count] boats in Japan.", ["JP"]),
        ("In Japan it sold [5,000|count] boats.", ["JP"]),
        ("It sold [5,000|count] boats in Japan and [6,000|count] in France.", ["JP", "FR"]),
        (
            "Sales led in Norway, then came Japan ([7,100|count]) and Europe ([6,400|count]).",
            ["JP", "150"],
        ),
        ("U.S. boat sales rose [5 percent|growth].", ["US"]),
        ("Dutch imports of Argentine meal were [900|measure].", ["NL"]),
        # Where goods and loans go; all places but one.
        ("The yard sold [500|count] boats to Japan.", ["JP"]),
        ("Sales of old boats to Japan total [500|count].", ["JP"]),
        ("It put its [9|money] loan to Japan aside.", ["JP"]),
        ("Acme sold [500|count] boats outside Japan, [600|count] in Japan.", ["abroad", "JP"]),
        ("The non-U.S. chart lists [500|count] films.", ["abroad"]),
        ("Asian ports outside Japan lost [9|money].", ["142"]),
        ("Sales in emerging markets rose [5 percent|growth].", ["emerging-markets"]),
        ("Its rates, among the highest in emerging markets, are [14%|rate].", [None]),
        ("It is the best-selling boat in Europe, with sales up [32%|growth].", ["150"]),
        # What it takes to make has none.
        ("In Norway the film, which cost [9|money] to make, took [8|money].", [None, "NO"]),
        # The Gulf is the one that was named before.
        ("Rigs in the Gulf of Mexico closed. The Gulf's output is [9|measure].", ["US:gulf-of-mexico"]),
        ("It made [29 million|count] U.S. deliveries.", ["US"]),
        ("[One in six|share] boats on European lakes leaks.", ["150"]),
        ("Germany's exports rose [5 percent|growth].", ["DE"]),
        (
            "Boats in Japan fell by [50|count], in Norway [70|count] and in France [90|count].",
            ["JP", "NO", "FR"],
        ),
        ("It sold [9,000|count] boats in Canada, Mexico and the United States.", ["CA+MX+US"]),
        ("Global boat sales rose [5 percent|growth].", ["001"]),
        ("It sold [9,000|count] boats worldwide.", ["001"]),
        ("Norway's trade surplus with the U.S. Hit [9|money].", ["NO"]),
        ("West Texas oil fell to [9|money] in Norway.", ["NO"]),
        ("In Wales [300|count] people were ill.", ["GB-WLS"]),
        ("Some [300|count] people in Shanghai were ill.", ["CN:shanghai"]),
        ("Unemployment in the euro zone rose to [9 percent|rate].", ["EZ"]),
    ],
)
def test_place_of_the_clause(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "TOKYO (Reuters) - Revenue rose [5 percent|growth].",
        "The French carmaker's profit rose [5 percent|growth].",
        "Japan's Acme posted a profit of [5|money].",
        "Acme, Italy's biggest brewer, earned [5|money].",
        "Acme of France lost [5|money].",
        "The Oslo-based group lost [5|money].",
        "It gave us [5|money].",
        "The world's largest brewer earned [5|money].",
        "Acme, one of the largest U.S. bakery chains, opened [5|count] shops.",
        "Acme, the Netherlands' largest bank, cut [5|count] posts.",
        "It took a stake in U.S. solar power company Acme, whose sales rose [5 percent|growth].",
    ],
)
def test_attribute_of_a_company_or_person_is_no_place(text: str) -> None:
    assert places(text) == [None]


def test_place_of_the_opening_goes_on() -> None:
    text = "Boat sales in Norway rose [5 percent|growth]. Yachts were up [7%|growth]. Profit was [9|money]."
    first, second, third = read(text)
    assert (first.place_code, second.place_code, third.place_code) == ("NO", "NO", "NO")
    assert second.confidence["place"] < 1
    assert second.why["place"].rule == "goes_on"


def test_place_of_the_title_goes_on_where_the_text_names_it_too_or_none() -> None:
    text = "Sales of boats rose [5 percent|growth]. Analysts in Norway were glad."
    assert places(text, "Boat sales in Norway up") == ["NO"]
    assert places("The ministry says boats rose [5 percent|growth].", "NORWAY COUNTS BOATS") == ["NO"]


def test_domestic_sales_are_of_the_country_whose_money_it_counts_in() -> None:
    text = "Profit was [9|money]. Domestic sales rose to [900|count]."
    assert places(text, unit="JPY") == [None, "JP"]


def test_all_sales_of_a_worldwide_company_are_of_the_world() -> None:
    text = "It is glad of its global reach. It has sold [90,000|count] cars."
    assert places(text, unit="car") == ["001"]
    assert places("It has [90,000|count] workers.", unit="worker") == [None]


def test_table_knows_names_and_demonyms_by_their_lower_case() -> None:
    table = place_table(REFERENCE)
    assert table["u.k."].code == table["british"].code == "GB"
    assert (table["japan"].role, table["japanese"].role) == ("name", "demonym")
    assert table is place_table(REFERENCE)


def test_capitals_tell_a_country_from_a_pronoun() -> None:
    found = find_places(tokenise("They told us that US sales in New York City and turkey fell."), REFERENCE)
    assert [mention.place.code for mention in found] == ["US", "US:new-york"]


def test_codes_are_unique_and_parts_are_places() -> None:
    codes = [row["place_code"] for row in REFERENCE.rows("places")]
    assert len(codes) == len(set(codes))
    for row in REFERENCE.rows("place_parts"):
        assert {row["whole_code"], row["part_code"]} <= set(codes)


@pytest.mark.parametrize(
    "text",
    [
        "Acme, which is based in Norway, sold [500|count] boats.",
        "The Chinese boat-hailing giant Wadi sold [500|count] boats.",
        "German boatmaker Acme sold [500|count] boats.",
        "It paid [500|money] Australian dlrs for the yard.",
        "The yard exported [500|count] boats to Japan.",
        "Traders in London sold [500|count] boats.",
        "Acme Inc said profit rose [5 percent|growth]. It met reporters in Norway.",
    ],
)
def test_seats_and_other_parties_are_no_places_of_figures(text: str) -> None:
    assert places(text) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unemployment in Norway rose. Prices were up [5 percent|growth].", ["NO"]),
        ("Inflation eased in May, the Labor Department said. Food was up [5 percent|growth].", ["US"]),
        ("Norway's economy grew. In Sweden prices were up [5 percent|growth].", ["SE"]),
    ],
)
def test_statistics_are_of_the_country_that_the_article_is_about(
    text: str, expected: list[str | None]
) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Floods in Elm County drowned [90|count] sheep.", ["elm-county"]),
        ("The population of Upper Sorn fell to [9,000|count].", ["upper-sorn"]),
        ("Floods came to Elm County. Some [90|count] people died there.", ["elm-county"]),
        ("It holds a [90|share] stake in Acme Boats.", [None]),
    ],
)
def test_places_that_no_table_lists(text: str, expected: list[str | None]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The third largest boat maker in Norway sold [500|count] boats.",
        "It talks with Norway's NBX about [500|count] boats.",
        "It paid [500|money] for Norway's biggest yard.",
        "A lawyer told Reuters in Oslo that it built [500|count] boats.",
        "Ministers agreed in Oslo that [500|count] boats will sail.",
        "It is the third largest maker in the world with [500|count] boats.",
        "In Asia's third largest yard [500|count] boats lie.",
        "Tariffs on [9|money] in Japanese goods begin on Monday.",
        # Why it moved.
        "Acme Inc said its profit rose [5 percent|growth] as demand in Norway grew.",
        "Hit by falling demand in Norway, Acme Inc said its profit fell [5 percent|growth].",
    ],
)
def test_companies_and_reporters_in_a_place_give_none(text: str) -> None:
    assert places(text) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Institutes, parties and parliaments are one country's.
        ("The RIAA counted songs. Some [90|count] were sung.", "US"),
        ("Most fear a tax, says a poll. Some [60|percent] would back Plaid Cymru and the Tories.", "GB"),
        ("In Iowa pupils drink milk. Nationally, [60|percent] do.", "US"),
        ("A U.S. senator counted [5|count] faults.", "US"),
        ("Iowa lost corn. The Census Bureau counted [90|count] farms.", "US"),
        # The country that acts.
        ("Norway will spend [5|money] on boats.", "NO"),
        ("A court told Norway to pay [5|money] to owners.", "NO"),
        # A name that narrows what is counted.
        ("The painter left a [6|count]-storey Tokyo house.", "JP:tokyo"),
        ("The flood will cost Norway close to [5|money] in boats.", "NO"),
        ("in sweden a quake shook boats. some [900|count] people fled.", "SE"),
        ("Crude stocks at Elmhub, Oklahoma, fell by [900|measure].", "US-OK"),
        ("Norway's crop is in. It was [900|measure].", "NO"),
        ("It will cost Upper Sorn county [5|money].", "upper-sorn-county"),
        ("Los Angeles County lost boats. The county sold [90|count].", "los-angeles-county"),
        ("Nationwide U.S. stocks fell by [900|measure].", "US"),
        ("U.K. Average boat prices rose [5 percent|growth].", "GB"),
        ("Almost [900|count] confirmed leaks around the globe.", "001"),
        ("[2|count] Danish sailors have drowned in Japan.", "JP"),
        ("The biggest jump was in Italy, where sales rose [9 percent|percent].", "IT"),
        ("They hold [30 percent|percent] of the stock of any Indian yard.", "IN"),
        ("Most sailed in Norway. [18 percent|percent] said they would not sail.", "NO"),
        ("Norway's cabinet raised its limit on bonds. Bonds are [40 percent|percent] of the budget.", "NO"),
        ("The U.S. boat industry sank. Yards lost [9|money].", "US"),
        ("Boats were moved out of Leeds. Whitehall and the Treasury of the UK cut [50|count] jobs.", "GB"),
        ("The number of Europeans at sea grew. Some [50|count] people sail; Italy and Spain lead.", "150"),
        ("Ports across Iran shut, and Iran waits. They fear the Middle East. [90|count] people left.", "IR"),
        # "Them" and "the country" are those named last.
        ("Brazilians read most. A third of them read [60|percent] of it.", "BR"),
        ("Norway is rich. Sweden is struggling. The country's output fell by [5 percent|growth].", "SE"),
        # All of a trade.
        ("The world's airlines lost [5|money].", "001"),
    ],
)
def test_place_that_the_text_implies(text: str, expected: str) -> None:
    assert places(text) == [expected]


def test_place_of_an_article_has_most_mentions_title_and_opening_for_it() -> None:
    text = "A film led the North American box office. It took [50|count] screens. North America liked it."
    assert places(text, "Film leads US box office") == ["003"]
    text = "British voters would reject an EU treaty. Britain is calm, Britain waits. In all, [9|share] care."
    assert places(text, "Voters reject EU") == ["GB"]
    text = "Norway froze. Sweden thawed, Finland stormed and Poland burned. In all [900|count] people fled."
    assert places(text, "A cold week") == [None]


def test_place_of_the_title_named_in_passing_is_not_the_article_s() -> None:
    text = (
        "The Tories outspent Labour in the EU poll. Tories, said the Lib Dems and UKIP, won [10|count] seats."
    )
    assert places(text, "Tories outspend Labour on EU poll") == ["GB"]


def test_change_and_its_ends_share_a_place() -> None:
    text = "Worldwide sales of its boat, which floats, fell [5 percent|percent] to [9|money] from [10|money]."
    assert places(text) == ["001", "001", "001"]


def test_exports_are_abroad_where_domestic_sales_are_told_from_them() -> None:
    text = (
        "Its profit fell, the firm said. Exports were [900|count]. Domestic ones were [700|count]: [9|money]."
    )
    drafts = read(text, unit="JPY")
    assert [draft.place_code for draft in drafts[:2]] == ["abroad", "JP"]
    assert places("The company said profit fell. Exports were [900|count] for [9|money].")[0] is None


def test_article_about_a_company_gives_its_place_to_what_is_no_money() -> None:
    text = "Acme Inc opened a yard in Norway. It has [300|count] workers, cost [5|money], took [2|duration]."
    assert places(text, "Acme Inc builds in Norway") == ["NO", None, None]
    text = "Acme Inc has [300|count] boats. It is glad. Its yards in Norway are old, as is Norway."
    assert places(text, "Acme Inc builds") == [None]


def test_one_company_s_country_is_not_what_the_text_is_about() -> None:
    assert places("A French brewer is glad. It has [90|count] pubs.") == [None]
    assert places("The French government is glad. It has [90|count] boats.") == ["FR"]
    assert places("Nilsen, based in Oslo, Norway, is glad. He has [90|count] boats.") == [None]


def test_what_a_firm_earns_takes_no_place_from_the_article() -> None:
    text = (
        "Norway's voters want a ferry, a poll showed. Norway's ministers agree. "
        "Fjordline Corp earned a profit of 30 million euros. Fjordline Corp sold 4,000 tickets."
    )
    profit, tickets = read_article(text, "Norway wants a ferry", "2016-05-01", REFERENCE).drafts
    assert (profit.place, tickets.place) == (None, "Norway")
    # Nothing in the sentence says that it speaks of a firm: subject and metric do.
    loss, growth = read_article(
        "Norway's voters want a ferry, a poll showed. Norway's ministers agree. Fjordline sails in Norway. "
        "Fjordline lost 30 million euros. Fjordline's earnings fell 30 percent.",
        "Norway wants a ferry", "2016-05-01", REFERENCE,
    ).drafts  # fmt: skip
    assert (loss.metric_code, loss.place, growth.place) == ("net_loss", None, None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Jane Roe has a 30 million euro fortune.", None),
        ("Actress Jane Roe inherited 30 million euros.", None),
        ("The rupee closed at 30 cents.", None),
        ("Repairs cost 30 million euros.", "Norway"),
    ],
)
def test_what_somebody_or_a_currency_is_worth_takes_no_place_from_the_article(
    text: str, place: str | None
) -> None:
    opening = "Norway's voters want a ferry, a poll showed. Norway's ministers agree. "
    drafts = read_article(opening + text, "Norway wants a ferry", "2016-05-01", REFERENCE).drafts
    assert drafts[-1].place == place


def test_dateline_with_its_country_is_no_place_of_figures() -> None:
    assert places("OSLO, Norway (Reuters) - Its profit rose [5 percent|growth].") == [None]


def test_places_of_those_who_wrote_a_text_are_none_of_its() -> None:
    text = (
        "OSLO (Reuters) - Factory orders fell [5 percent|growth], a poll showed. "
        "(Reporting by Jane Roe in Madrid; Polling by John Roe in Rome)"
    )
    assert places(text, "Orders fall") == ["NO"]


def test_exchange_rates_and_currencies_have_no_place() -> None:
    text = "Norway's yards are busy. The krone gained [2 percent|growth] and boats [3 percent|growth]."
    assert places(text) == [None, "NO"]
    text = "Boats in Oslo cost [90|money] Canadian dollars. Canadian dollars are dear, and [9|count] sank."
    assert places(text) == ["NO:oslo", "NO:oslo"]


def test_rate_at_the_end_of_a_text_has_no_place() -> None:
    text = (
        "Norway's yards are busy, and Norway's ports. They cost [9|money]. ($1 = [8|money] Norwegian crowns)"
    )
    assert places(text) == ["NO", None]


def test_company_that_asked_is_not_what_the_article_is_about() -> None:
    text = "Sailors in Norway are poor, an Acme Inc poll found. Their average debt is [900|money]."
    assert places(text) == ["NO"]


def test_revenue_takes_no_place_from_the_text() -> None:
    text = "The global brewer is glad. Sales rose [5 percent|growth]"
    assert places(f"{text}.") == ["001"]
    assert places(f"{text} to [9|money].")[0] is None
    assert places("The global brewer is glad. It sees sales and [5 percent|growth] more earnings.") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The Oslo mayor and the New York attorney counted [90|count] boats.",
        "It has [90|count] users in the Gull browser, and in Gull more.",
        "Boats in Gull Quest 2 sail fast. In Gull Quest 2 [90|count] sank.",
        "Boats sank as the global economy did in Norway and Sweden. Delivery rates rose [5 percent|percent].",
        "The global heavyweight, Acme, is worth [5|money].",
        "It has a [5|money] World Bank loan.",
        "It signed a deal with the Danish for [5|money].",
        "Boats leak in Norway and Sweden. They were banned worldwide after [20|count] leaks.",
        "Acme Inc, which recently left its Norwegian ports, reported income of [9|money].",
        "Half the world has boats. A fund gives [60 percent|percent] to sailors.",
        "Norway and Sweden follow the global trend. Boats rose, and they were [36 percent|percent] dearer.",
        "Acme, an Australian food and boat firm, plans a [5|money] loan.",
        "It issued notes of [50|count] New Zealand dlrs.",
        "Acme Inc, the biggest brewer in Norway, earned [5|money].",
        "Leeds's offer was [5|money].",
        "Nilsen, the Norway international, has [5|count] boats.",
        "A test in Boatworld’s Yard Review found [5|count] faults.",
    ],
)
def test_whose_money_firm_or_offer_it_is_gives_no_place(text: str) -> None:
    assert places(text) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A contract is of the exchange that its sentence or the one before names.
        (
            "Norway's tin is dear. Tin for May delivery fell [9|money] on the London Tin Exchange, as of noon"
            " in Oslo. The contract rose [5|money] on Monday. Tin stocks in Norway are [20|measure].",
            ["GB:london", "GB:london", "NO"],
        ),
        # Shares are where the text says that they moved, not where they are listed.
        ("Acme Inc shares fell [9|money] in Tokyo trade.", ["JP:tokyo"]),
        # An exchange that names no city.
        ("Norway waits. Crude rose [9|money] a barrel on the NYMEX.", ["US:new-york"]),
        ("In early trade in Tokyo Acme Inc shares fell [9|money].", ["JP:tokyo"]),
        ("Acme Inc shares, worth [9|money], ended lower in a firm Tokyo market.", [None]),
        ("Acme Inc shares fell [9|money] on the New York Stock Exchange.", [None]),
    ],
)
def test_quotes_are_of_the_exchange_or_market_that_is_named(text: str, expected: list[str | None]) -> None:
    assert places(text) == expected


def test_index_is_of_its_country_and_share_prices_take_none_from_the_article() -> None:
    text = (
        "Norway's voters want a ferry, a poll showed. Norway's ministers agree. The Sensex fell 3 percent. "
        "Shares of Fjordline Corp fell 4 percent."
    )
    index, share = read_article(text, "Norway wants a ferry", "2016-05-01", REFERENCE).drafts
    assert (index.place, share.place) == ("India", None)
    text = (
        "NEW YORK (Reuters) - U.S. stocks rose on Monday. For the week the Nasdaq rose 2 percent. "
        "Fjordline Corp rose 6 percent."
    )
    index, share = read_article(text, "U.S. stocks rise", "2016-05-01", REFERENCE).drafts
    assert (index.place, share.place) == ("United States", None)


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            "The Japanese premier, at a U.S. port, fell. He has [9|share].",
            "Japan government support falls",
            "JP",
        ),
        ("The end. A shame. Norway's team is out. Some [5|count] fans wept in Norway.", "Out", "NO"),
        ("A trial in Texas began. It has [9|count] jurors, the US judge said.", "Trial begins", "US-TX"),
        ("OSLO (Reuters) - Global airlines will earn less. Each has [5|count] jets.", "Jets", "001"),
        ("The box office in Norway did well. It took [5|money] on Sunday.", "Films", "NO"),
        # All of its companies; the part of it that the text opens with; the whole that the title shortens.
        ("Norwegian yards and firms hired. They need [5|count] cranes.", "Firms hire", "NO"),
        ("The minister promised boats for pupils in Wales. Labour wants [5|count].", "Boats", "GB-WLS"),
        ("A film led the North American chart. It took [5|money].", "Film leads U.S. chart", "003"),
        # A whole trade's body speaks for the world.
        ("GENEVA (Reuters) - Jets fly again, IATA said. They need [5|count] crews.", "Jets: IATA", "001"),
        # Whose goods a body's country pays for.
        (
            "The Commodity Credit Corporation backs sales of wheat to Hungary, the Agriculture Department"
            " said. It adds [5|money].",
            "CREDITS FOR HUNGARY",
            "HU",
        ),
    ],
)
def test_what_an_article_is_about(text: str, title: str, expected: str) -> None:
    assert places(text, title) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # Called a company, or with a stock code behind it.
        "Shares in Norwegian budget airline Gull sank. Gull Inc cut [9|count] routes.",
        "Editor Adam Gull Ltd <GULL.O> and its Norwegian owner Tern Inc cut [9|count] routes.",
        "Norway's Gull Sea GULL.OL and Tern Inc agreed. They have [9|count] routes.",
        "Norway's Gull Sea 9205.T and Tern Inc agreed. They have [9|count] routes.",
        "Norway's top yard <Gull Sea> works with the Norwegian owner of Tern Inc. They cut [9|count] routes.",
        "Handbag maker Coach Inc ( COH.N ) and its Norwegian owner cut [9|count] routes.",
    ],
)
def test_firm_is_known_by_its_code_or_by_what_it_is_called(text: str) -> None:
    assert places(text, "Norway route cuts") == [None]


def test_body_of_a_country_is_no_company_with_places_of_its_own() -> None:
    text = (
        "Freddie Mac lost 30 million dollars. Freddie Mac holds 20 percent of home loans. It needs 9 million."
    )
    drafts = read_article(text, "Freddie Mac loses more", "2016-05-01", REFERENCE).drafts
    assert [draft.place_code for draft in drafts] == ["US", "US", "US"]
    text = (
        "U.S. homes are dear. U.S. roads, too. Freddie Mac shares fell 3 percent. Freddie Mac owes 9 million."
    )
    share, debt = read_article(text, "U.S. homes are dear", "2016-05-01", REFERENCE).drafts
    assert (share.place_code, debt.place_code) == (None, "US")


def test_company_s_mine_or_plant_is_where_its_article_is() -> None:
    text = "Acme Inc approved its silver mine in Norway. It will cost [5|money] and feed [6 percent|percent]."
    assert places(text, "Acme to dig") == ["NO", "NO"]
    assert places(f"{text} Its shares rose [7 percent|growth].", "Acme to dig")[2] is None


def test_market_share_is_of_the_market_and_a_firm_s_shares_are_of_no_place() -> None:
    text = "Norway's yards are busy and need hands, said a report that came out in Norway on Monday. Acme Inc"
    assert places(f"{text} has a market share of [9 percent|percent].", "Norway is busy") == ["NO"]
    assert places(f"{text} sold its share in Gull for [9|money].", "Norway is busy") == [None]
    assert places(f"{text} foresees a price index of [9|count].", "Norway is busy") == ["NO"]


def test_what_a_government_holds_in_a_firm_is_of_its_country() -> None:
    text = (
        "Norway's government, which wants a new ferry and much else for its coast, will sell more yards. "
        "It sold shares of Acme Inc for [9|money]."
    )
    assert places(text, "Norway sells Acme") == ["NO"]


def test_text_at_home_is_of_the_country_of_its_dateline() -> None:
    text = "WASHINGTON (Reuters) - Factory orders fell [5 percent|growth], a government report showed."
    assert places(text, "Orders fall") == ["US"]
    assert places(f"{text} It rained. Banks shut. Norway's rose.", "Orders fall") == [None]
    text = (
        "WASHINGTON (Reuters) - Factory orders fell as Norway and Sweden bought less, the Fed said. They fell"
    )
    assert places(f"{text} [5 percent|growth]. Sweden, Norway and Denmark fear worse.", "Orders fall") == [
        "US"
    ]
    assert places("LONDON (Reuters) - Tin fell [5 percent|growth].", "Tin falls") == [None]


def test_peoples_are_no_places_in_a_text_about_another() -> None:
    text = "Norway's police count, said Norway. Asians were stopped [9|count] times."
    assert places(text, "Norway counts") == ["NO"]
    assert places("Asians were stopped [9|count] times.") == ["142"]


def test_company_has_the_place_of_its_opening_not_of_its_title_alone() -> None:
    text = "Acme Inc will build. It needs [50|count] workers. Norway's bank lends, said the Norwegian owner."
    assert places(text, "Acme to build yard in Norway") == [None]
    assert places(text, "UPDATE 2-Acme to build yard in Norway") == [None]
    # What is told of its results is of the firm, wherever it is.
    text = "Acme Inc, the largest of Norway's yards, cut [50|count] jobs. It has [9|count] yards."
    assert places(text, "Acme profit rises")[1] is None
    assert places(text, "Acme cuts jobs")[1] == "NO"
    text = "Acme Inc opened a yard in Norway. Its fee is [5 percent|percent], up [6 percent|percent]."
    assert places(text, "Acme opens yard") == [None, "NO"]


def test_counted_countries_are_of_the_world_and_so_is_what_is_in_them() -> None:
    text = "Norway's yards are busy, said Norway. It has 900 staff in 20 countries and 30 ships."
    staff, countries, ships = read_article(text, "Norway is busy", "2016-05-01", REFERENCE).drafts
    assert [staff.place_code, countries.place_code, ships.place_code] == ["001", "001", "NO"]


def test_region_or_city_of_a_championship_or_club_is_no_article_s() -> None:
    text = (
        "She won the European Indoor title. It is her second European Indoor title. It rained. "
        "The Europeans cheered; European sailors cheered, too. She has [9|count] boats."
    )
    assert places(text, "Gull wins") == [None]


def test_forecasters_are_of_no_place() -> None:
    text = "Norway's output grew, said Norway. It grew 3 percent, said nine Norwegian economists."
    growth, economists = read_article(text, "Norway grows", "2016-05-01", REFERENCE).drafts
    assert (growth.place_code, economists.place_code) == ("NO", None)


def test_compared_value_has_the_place_of_what_it_is_compared_with() -> None:
    assert places("It sold [5|count] U.S. boats, compared to [9|count] of Gull's.") == ["US", "US"]
    assert places("It has a third of Norway's airline market: [9|share].") == ["NO"]
