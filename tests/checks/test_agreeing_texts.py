# ruff: noqa: E501
"""Texts whose figures agree though they look as if they might not: no error check may report them."""

import pytest
from reading_in import read

# Each is a way in which figures stand beside one another without being parts, shares or rivals of each other.
AGREEING = {
    "those who arrive are among those who start": (
        "Of 9,400 people who entered, 8,912 started and 8,377 finished, so 535 gave up on the way."
    ),
    "passing takes sitting": "Of the 64,200 pupils enrolled, 61,150 sat the paper and 48,900 passed.",
    "who does both counts twice": (
        "Each week 900,000 people see the Herald: 500,000 of them on paper and 600,000 on a screen, "
        "200,000 doing both."
    ),
    "parts of a total that has others": (
        "Wind gave 17.9 terawatt hours, solar 10.1 and hydro 8.4 out of a total of 58.2 terawatt hours."
    ),
    "the nearer pair has the share": (
        "Nine of the 60 dated from the year before, so 51 of the 96 new cases, or 53 percent, are solved."
    ),
    "by how much one is ahead": "Lind leads with 214 runs, six ahead of Amat, who has 208.",
    "than four years ago, and another thing": (
        "Twenty-nine teams won something, two more than four years ago, and 21 won gold."
    ),
    "the subject goes on to another sum": (
        "The skater took five medals, three of them gold, and is now on nine from three winters."
    ),
    "all of whom there are": (
        "The board counts 21 million nights; day trippers, of whom there are 60 million, are left out."
    ),
    "a rival with a share of his own": (
        "Lind received 12,114 votes, or 40.6 per cent, ahead of the Liberal Amat with 9,870 (33.0 per cent)."
    ),
    "of the filled and the unfilled": (
        "Schools have 358,600 posts. A further 25,600 posts are unfilled. Relating these to all posts gives a "
        "vacancy rate of 6.7 per cent."
    ),
    "another time is no part": (
        "The state had 14,208 cases up to October, against 11,376 a year earlier. October alone accounted for "
        "4,318 cases; September had seen 3,902."
    ),
    "of them is of what is more": (
        "The office received 4,812 letters from 611 people. Three of the 611 wrote 1,930 of them, or 40 percent."
    ),
    "seats of the house, and more than needed": (
        "The two will have 129 seats in the house of 245, six more than the 123 that they need."
    ),
    "the busiest of many editions": (
        "It was the busiest day in the fair's 112 editions, topping the 93,906 of the Saturday before."
    ),
    "three fewer than before, followed by": (
        "Arl leads with 572, three fewer than last time, followed by Borum with 555."
    ),
    "an average of what was foreseen": (
        "Lind won one seat by 4,018. The front leads in 146 seats. Polls gave it between 112 and 158, with an "
        "average of 131."
    ),
    "those who start and those who arrive": (
        "The ride had 12,000 entries. Of those, 10,412 set off and 9,873 arrived, after a night of rain."
    ),
    "a turnout beside seats": (
        "Her list won 32 of the 55 seats with nearly all votes counted. The board put turnout at 58.4 percent."
    ),
    "what each of them gets": (
        "At 86,000 seats the gate comes to some 5.3 million pounds. That is 1.33 million apiece, and the cup is worth 3 "
        "million more. Each club got 25,500 tickets. The remaining 35,000 go to sponsors."
    ),
    "by two of them": "The other 439 were brought ashore, 366 by two trawlers and 73 by helicopter.",
    "who cannot be told apart": (
        "Lind, now 34, is a coach. Behind the winner two swimmers could not be separated: both took 53.87."
    ),
    "the median beside another median": "Pay averaged $36.67, up from $35.33. It is $31.53 for four-fifths of all.",
    "of the total of now, not of then": (
        "There were 7.5 million cases. It stood at 4.6 million in 2020. Around 309,300 were over a year old, 4.1% of the total."
    ),
    "a price for another amount": "The 24 eggs weighed 5.06kg. The bill came to £151.80, or £3 for 100g.",
    "a rise of what it was raised by": (
        "Police made 58 arrests, 41 of men; the youngest was 15 and the oldest 83. Spending was increased by €30m to "
        "€240m, a rise of one-seventh."
    ),
    "a share of the level before": (
        "Web orders were 161 million euros, exactly a quarter of the total, up from 154 million, or 22%, in 2023."
    ),
    "by so much more than the record": (
        "Some 68,400 came. That was 14% more than the 60,000 of 2024, and beat the best of 66,100, set in 2021, by 2,300."
    ),
    "of the whole, not of what it includes": (
        "The fleet counts nine ships, including the three new ones, of which seven are in service and two laid up."
    ),
    "some of those that are of them": "Aurea has 7,150 sites, 5,300 of them with a roof and 2,200 of those with a lift.",
    "more than half of what is nearer": (
        "The station had 38.4mm of rain, 64% of the mean of 60mm. More than half of that, 21.6mm, fell in one night."
    ),
    "points of one kind among matches": "Vale have 24 points from six matches: five wins, four bonus points and one defeat.",
    "the end of a list for a total": (
        "The Greens took three seats (minus one) and now have 11, Independents four (plus three) for a total of seven."
    ),
    "the least and the most": (
        "The smallest holding is £100 and the largest £15,000; the minimum was £100 and the ceiling £20,000."
    ),
    "fewer than nobody says when": "On motorways 94 died. In Arl 79 people died, 14 fewer.",
    "a part of a part": (
        "Of the 31,400 tickets 17,584 were paid and 2,826 refused. Some 5,960 were appealed, 411 of them twice; the "
        "other 5,030 are open."
    ),
    "for every two, three": (
        "For every two shops that closed, roughly three opened. The chain thus takes 55 percent of its "
        "sales in towns."
    ),
    "nobody is down from the size of a house": (
        "The Farmers won 61 seats in the 151-member parliament, down from 68, and the Greens 16."
    ),
    "fourth of ten": (
        "Two players share third place with 5 points. A year ago the first of them was fourth of ten with 4.5."
    ),
    "two to a saddle": ("The city issued 4,870 fines, 61% of them for riding two to a saddle."),
    "under what age": ("Of the 68,400 suspects, 24% were women and 9% under 18."),
    "what was lost and added is no part of what there is": (
        "The number of cheap flats fell to 23,800: 1,900 lost their status and 640 were added."
    ),
    "women of the players, not of the countries": (
        "In the open, 186 players from 27 countries took part, among them 41 women."
    ),
    "a price beside the price of some": (
        "Treatment was needed at two sites. The price was 55.4 crowns, since a third was sold at an average of 52 crowns."
    ),
    "what the list had been": (
        "The list had been 5,260 when the hospital opened. Of those on it now, 6,210 have waited for less than 18 weeks."
    ),
    "costs of another year": (
        "The board paid markers 4.20 euros a script. They went through 93,000 scripts. In 2019, when it was still done by hand, that cost 780,000 euros."
    ),
    "passengers, appointments and sailings": (
        "On the northern route, where the ferry normally takes 550, that meant 192 passengers. Some 46 appointments were missed. It leaves out the other 218 sailings, which were cancelled."
    ),
    "what each of them has": "Six were shut in the last ten years, all but one of them with fewer than 20.",
    "euros, and euros a head": (
        "The town, with 6,100 inhabitants, had received up to 22 million euros of tax. It has reserves of 40 million, "
        "6,600 euros a head."
    ),
    "who came to study had no job": (
        "Of the 214,000 arrivals, 88,000 came for work, 64,000 of them with a job in hand, 59,000 to study and 41,000 "
        "to join relatives."
    ),
    "a month before is no year earlier": (
        "Output of the mills fell 4.4% in May from a year earlier to 10.8 million tonnes. In April it was 12.4 million "
        "tonnes."
    ),
    "in value and in number": (
        "Only 29% of purchases were paid in cash in May, compared with 58% in 2016. In terms of value cash was down to "
        "14%. Cards were used 51% of the time and telephones 17%; the remaining 3% were vouchers."
    ),
    "full on average": (
        "The band gave 118 concerts, 21 of them abroad, for 126,000 listeners. The 12 concerts in the 1,850-seat hall "
        "were 81% full on average."
    ),
    "a share of four years ago, seats of now": (
        "The Liberals have 31.4% of the vote and 68 of the 165 seats. They had 27.9% and 59 seats in 2019."
    ),
    "those of another year": "There were 34 deaths, eight of them at sea, compared with 31 and 11.",
    "who else is employed": (
        "The union has 40,000 members and says 10,000 of them work at Railways, which employs 211,000 in the country."
    ),
    "fewer than long ago, ahead of others": (
        "Poles (94,000) are still first but 18,000 fewer than in 2011, ahead of Indians (71,000)."
    ),
    "fewer than four years ago, and a rival": (
        "Reform won 88 of the 217 seats in parliament, 24 fewer than four years ago. The opposition Free Alliance came "
        "second with 61 seats."
    ),
    "growth on another basis than that of the levels": (
        "Orla said revenue rose 6.5 percent on a like-for-like basis to 1.39 billion euros in 2008, from 1.33 billion "
        "euros a year earlier."
    ),
    "growth of a quarter, profit of a year": (
        "Net profit rose 59 percent in the first quarter of 2023. Lumo had a net profit of $472 million in 2023, "
        "against $273 million in 2022."
    ),
    "the weight of a third group": (
        "Fuel and power cost 31% more than last spring and, having a weight of 12% in the basket, add 3.7 points to the "
        "total. Clothes, with a weight of 23%, are up by 6.1% and add 1.4 points. All the rest, with a weight of 65%, "
        "contributes 2.2 points."
    ),
    "a mean of six months": (
        "The rise lifted the six-month average to 9,400 a month from 8,100, still less than half of what it was in 2014. "
        "Private firms hired 31,200 people but the public sector dismissed 11,300."
    ),
    "the boldest of them": (
        "The middle of 14 forecasts had been for a gain of 8,000; the most hopeful of them predicted 12,000."
    ),
    "strokes of golf": (
        "Ines Marek made four birdies and won on 271. Dora Kilic was second on 273, with Ana Prat third on 276."
    ),
    "ounces of gold": "The two mines gave 204,000 ounces (6.35 tonnes) in the quarter.",
    "those who left and those who came": (
        "There were 21,700 babies and 26,900 funerals. And 14,200 people moved abroad while 9,800 came home, a net loss "
        "of 4,400."
    ),
    "cents beside cents a share": (
        "The company earned $1.34 a share before special items. Under accounting rules it was 96 cents, versus 88 cents a "
        "year ago; the gap of 38 cents is a write-off."
    ),
    "a time of day in words": (
        "The thermometer rose to 39.2C at ten to four in the afternoon, beating the record of 37.9C."
    ),
    "how many reservoirs, and what they hold": (
        "The usable volume is 143 million. The largest lake is at 30.0% of its 310 million, which means that it has "
        "93 million in store. The other five, with room for 270 million, hold 121 million."
    ),
    "denied levels": (
        "The city used 830 million litres a day last week. The target is 690 million. It reached neither that nor the 780 "
        "million of the earlier rules, although it did use 25% less than the 1,107 million of May 2015."
    ),
    "sides of a vote": ("The final count was 902,600 against and 847,300 in favour, that is 51.6% to 48.4%."),
    "of those who started": (
        "Of 8,240 people registered, 6,910 started and 6,495, or 94 percent, reached the finish."
    ),
    "compared with a level from others": (
        "Nine issues raised 310 million last month, compared with 190 million from eleven issues in March, 63% more."
    ),
}


@pytest.fixture(scope="module")
def alarms(shared_warehouse):
    """What is reported of each text, all of them read and checked at once."""
    shared_warehouse.clear()
    names = dict(zip(read(shared_warehouse, AGREEING.values()), AGREEING, strict=True))
    shared_warehouse.check()
    reported = {name: [] for name in AGREEING}
    for article_id, *alarm in shared_warehouse.connection.execute(
        "select distinct article_id, check_name, certainty, message "
        "from findings inner join finding_figures using (finding_id) inner join figures using (figure_id) "
        "where findings.status = 'open' and severity = 'error'"
    ).fetchall():
        reported[names[article_id]].append(alarm)
    return reported


@pytest.mark.parametrize("name", AGREEING)
def test_what_agrees_is_not_reported(alarms, name):
    assert alarms[name] == []


def test_what_does_not_agree_would_be_reported(warehouse):
    """With one of its numbers wrong, and all the others beside it, a text is."""
    text = AGREEING["of those who started"]
    wrong = text.replace("94 percent", "49 percent")
    assert wrong != text
    read(warehouse, [*AGREEING.values(), wrong])
    assert "share_contradicts_levels" in [found.check for found in warehouse.findings(notes=False)]
