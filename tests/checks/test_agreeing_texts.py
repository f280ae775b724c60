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
    "what stands behind its own noun": (
        "The fund looks after 95,000 dockers. Of the members 41,000 still pay in, 22,000 draw a pension and 32,000 "
        "have left the docks."
    ),
    "another day's share of one room": (
        "The lakes held 38.4 cubic kilometres on Monday morning, 64.0 percent of the 60.0 cubic kilometres of"
        " capacity. Seven days earlier they were 61.8 percent full."
    ),
    "more than one answer": (
        "One in four of them, 205 in all, took part in no sport. Swimming was the favourite, named by 61%, "
        "followed by dancing at 24% and chess at 19%. Pupils could choose more than one answer. Cost was "
        "mentioned by 13%."
    ),
    "shares of two whole groups": (
        "The ministry counted 47.2 percent of primary teachers on strike and 39.5 percent in secondary schools."
    ),
    "ahead in another span of time": (
        "Talvik was the best-selling make in May 2021 with 1,764 cars, but it still trails Ostra by 583 cars in the year to "
        "date. Not counted are used imports, of which there were 1,402 in May."
    ),
    "things told apart by their numbers": ("The flow of a 6.4 pump is twice that of a 6.0, engineers said."),
    "a rise on a year told third": (
        "Crews were called out 6,540 times in 2021. Call-outs were up 9 per cent from 6,000 in 2020. Against 2019, with its "
        "6,410, the rise was 2.0 per cent."
    ),
    "a share of the peak": (
        "There are about 8,200 seals today. There had been 33,000 in 1970. By 1988 they were down to around 4,100. They "
        "recovered to 12,500 in 2006, so today's number is double the low but only a quarter of the peak."
    ),
    "yields before a rest": (
        "A further 800 million was raised in bills at 5.20 percent, and 510 million in short ones at 3.90 "
        "percent. Foreigners bought about 30 percent of the bond. The five-year traded at 6.60 percent before"
        " the sale and 6.44 percent after it. The bond in euros yields 7.1 percent. The office has borrowed "
        "21.8 billion over the year at an average of 5.3 percent. The plan of January was for 20 billion, and"
        " the one revised in July for 22. It needs 26 billion next year, of which 17.2 billion will replace "
        "debt and the remainder finance the deficit, put at 2.6 percent of output."
    ),
    "names of two lists": (
        "For girls it was Ada with 41; as a second name, Ruth outstrips everything with 160."
    ),
    "the speed of one and the days of another": (
        "Ostrom took 4:38:22 for the stage, an average of 36.3 kilometres an hour. He covered the last climb,"
        " 14.2 kilometres long, in 39:55. Belland has worn the jersey for six days, nine if last year's three"
        " are added. The riders have covered 2,207 of 3,430 kilometres."
    ),
    "full hotels and passengers of ships": (
        "The passengers of cruise ships, some 88,000 last month, are left out, as are about 52,000 people on yachts. Hotels "
        "were 91 per cent full."
    ),
    "cases of victims": (
        "Forty-nine of the victims were shot. Police have made arrests in 35 of the cases, and 18 people have been sentenced."
    ),
    "fewer than in another year": (
        "There were 34 homicides, five more than the year before but well short of the 47 in 2003-04."
    ),
    "votes cast and those who might vote": (
        "The count: Maren Holt 16,840. Jon Pike 15,210. Una Reid 4,050. Tim Oke 900. In all 37,000 valid "
        "votes were cast by an electorate of 74,000, a turnout of 50 per cent."
    ),
    "silver coins and the weight of all": (
        "The 2,914 coins, nearly all of them bronze, weigh 9.4kg, and were struck between AD 250 and AD 290. "
        "Only four are silver."
    ),
    "two quotas in one sentence": (
        "The cod quota comes down from 700 tonnes to 520, and that for haddock goes up from 1,400 to 1,560."
    ),
    "a third of the workers": (
        "At the height of the outage 214,000 customers of Valley Electric had no power. The utility said it "
        "had reconnected 176,000 of them by noon and hoped to reach 95 percent by Thursday. About 1,500 "
        "workers are in the field, a third of them borrowed from utilities in Idaho and Utah."
    ),
    "a share of those treated": (
        "The study enrolled 900 adults in 11 countries, of whom 600 got the drug and 300 the placebo. In 246 "
        "of those treated, or 41 percent, the pain fell by at least half."
    ),
    "one of several fires and the others": (
        "On the ground there are 410 firefighters with 120 engines. Another 45 are due this evening. A volunteer, 39, was hurt "
        "and 31 people were treated for smoke. Nine houses burned in Orel and four in Tarn. It is one of 61 fires in the "
        "country, a spokesman said, and the other 60 he could live with."
    ),
    "a majority over all others": (
        "When the last of the 16 wards declared, the Greens had 27 of the 50 seats, a majority of four over all other parties."
    ),
    "more inmates than places": (
        "There were 10,540 people in the country's prisons in March, in cells built for 9,210. That is an occupancy of 114 per "
        "cent."
    ),
    "what is made up by others": (
        "Thousands ran, and the hospice is 131,000 pounds better off. Entries came to 45,500 pounds. They brought in 72,400 "
        "pounds more in gifts, and the cake stalls and a raffle made up the rest."
    ),
    "the twelve of which few are told": (
        "The fourth and fifth spots went to a cartoon with $11.8 million and a thriller with $9.1 million. It was a bleak "
        "weekend for an epic that cost $72 million and took $6.3 million. Overall, the top 12 films sold $121 million worth of "
        "tickets."
    ),
    "what another category includes": (
        "By tonnage, dry bulk remained the largest category at 6.1 million, ahead of general cargo including "
        "containers (5.2 million), liquids (2.4 million) and vehicles (0.5 million)."
    ),
    "this year's total beating last year's": (
        "The run had so far brought in 91,000 pounds, beating the 76,000 pounds raised last year. Of the total, 54,000 pounds "
        "came from sponsors, 24,500 from fees and 12,500 from an auction, where a shirt went for 800 pounds."
    ),
    "some kinds and one more": (
        "The film is close behind on nine, five of them for its sets and three for acting, as well as one for its music."
    ),
    "shorter stays": (
        "Occupancy declined to 71 percent in July from 80 percent a year earlier, and those who came stayed for a shorter time: "
        "4.9 nights on average, compared with 5.6."
    ),
    "how full it was a year ago": (
        "The dams held 2.1 billion cubic metres on Thursday against a capacity of 4.96 billion, the department said. At the "
        "same point last year they were 71% full."
    ),
    "a turnout beside the votes of two": (
        "The Greens took 874. An independent was last with 391; both lost their deposits. Turnout was 39.4%, against 62% at the "
        "general election."
    ),
    "a backlog that went down": (
        "At one stage we had a backlog of 4,200 jobs, he said. It is now below 900."
    ),
    "a rise of all and the old among them": (
        "The population of Orn grew to 87,600, 6,500 more than in 2001. The rise of 8 per cent is ahead of the county's. There "
        "are now 15,300 residents aged 65 and over. Ten years earlier there were 12,900."
    ),
    "cents above a price": (
        "Revenue per room was thus $104.55, a mere six cents or 0.1% above the $104.49 of October 2024."
    ),
    "a price above two others": (
        "The price of the bid is 31 per cent above Friday's close of 380p and 33 per cent above the 374p at which the stock "
        "traded before the talks."
    ),
    "pupils who left with something": (
        "Of the 24 students who finished in December, 21 left with a diploma, and eight of those have started degrees."
    ),
    "pounds and ounces": "The girl weighed eight pounds, three ounces (3.71 kilograms).",
    "last year's margin": (
        "Costs of $1,085 an ounce came in below the $1,392 for which the metal was sold, leaving a margin of $307. That compares "
        "with $655 in 2012. The mine can live at $1,250, it said."
    ),
    "days in which fewer were sold": (
        "Sales were as many as in June. There were 24 this year and 27 a year ago, so that the daily rate was up by about 18 "
        "percent."
    ),
    "a turnout and the length of a train": (
        "It is about who looks after a 14-car train when something goes wrong at ten at night, he said. In the ballot 81% "
        "backed the strike, on a turnout of 72%."
    ),
    "a bracket without its unit is one of a list": (
        "The flood had covered 4,600 hectares by Friday. Meadows make up 3,220 hectares, or 70 percent, of the area. "
        "The rest is fields (920 hectares) and gardens (460)."
    ),
    "what averages so much each is not what was counted": (
        "The office has received 7,200 claims from farmers, averaging 13,500 crowns each. "
        "By Thursday 4,680 of them, or 65 percent, had been paid."
    ),
    "a difference between two prices orders nothing else": (
        "Calder reckons each cent adds £1.5m to its profit; at $1.10, it would make £33m more than at $1.32."
    ),
    "what accounts for a share is no rival of what cost most": (
        "The most expensive match was Dena against Marl, which alone cost the bookmaker $1.3 million. "
        "Mobile phones accounted for $11.1 million, or 15 percent, of the stakes."
    ),
    "a count before a percentage is a count": (
        "Dena was first with 70,200 arrivals, or 15 percent. Marl (51,480, or 11 percent) and Hest (28,080, six "
        "percent) were next. Arrivals from Oder dwindled to 18,700 from 31,000."
    ),
    "what is worst hit has the most": (
        "Worst hit is Mpal, where 312 people have died, followed by Oder with 171 and Hest with 115."
    ),
    "a share that another part makes is of that": (
        "The epidemic has now killed 598 people. Worst hit is Mpal, where 312 people have died, followed by Oder with "
        "171 and Hest with 115. Since September 12,460 people have fallen ill, which means that 4.8 percent of those "
        "infected have died."
    ),
    "what is fewer than so many was as many": (
        "Volunteers counted 1,875 people sleeping on the streets or in shelters on one night in late January, 8 percent "
        "fewer than the 2,038 found in 2007."
    ),
    "an age that bounds a group": "Sixty-one residents are 100 or older, 52 women and nine men.",
    "so many times as many are in so many": (
        "The district has grown every year since 1994, when it had 3,200 students in five schools. It now has 20 times "
        "as many, in 70."
    ),
    "whole packs differ by no average": (
        "Biologists counted 31 packs of wolves last winter, five more than the year before and almost three times as "
        "many as in 2012, when there were 11. Two packs left and seven new ones formed. The number of animals is put at "
        "180, based on an average pack of 5.8."
    ),
    "a former share among those of now": (
        "Trams carried 61 percent of commuters, as against 66 percent four years before, and buses 31 percent. Bicycles "
        "and everything else made up the other 8 percent."
    ),
    "what it leaves is funded": (
        "The pension fund of Marl earned 9.8 percent on its shares last year. That leaves it 96 percent funded."
    ),
    "a share of the rest": (
        "Tolva holds 45 percent of the field and Harl 30 percent; the state has the rest, a third of which is carried by "
        "the others."
    ),
    "a lake that is missing metres": (
        "The lake stands at 313.35 metres below sea level. That is 35cm under the lower mark, though it is 1.52 metres "
        "clear of the last one, at 314.87. When it is full it reaches 308.80. The lake is missing 4.5 metres, which is "
        "more than 700 million cubic metres."
    ),
    "what a storm left": (
        "The ploughs have pushed 16.9 inches of snow off the hills since Sunday evening. A week ago it was 34.5 inches. "
        "In between there was a squall that left 4.2. For the season to date the total is 74, three inches more than "
        "usual."
    ),
    "a weak currency slips to more": "The exporters profit from a weak crown, which slipped to 8.14 per euro from 8.11.",
    "a further sum that may beat a record": (
        "With a further £38,000 pledged, the walk looks sure to beat the £252,000 of last year."
    ),
    "a share of those in three classes": "Last year 53.1 percent of the three classes ate a meal from the canteen.",
    "fewer of a part than before": (
        "Reported thefts went up to 24,670. These were seven from churches, two fewer than in 2012, 11,458 from cars and "
        "13,205 from shops."
    ),
    "a rate of a half": (
        "Members are now expected to bring in 61.5 million bushels, down from the 82 million of June and short of the 78 "
        "million of last year. Watered fields should still produce about 178 bushels an acre, but dry land, which makes "
        "up half of the 500,000 acres, only 68."
    ),
    "what an aside tells is not what slipped": (
        "The film, which opened with $41.5 million on July 16, slipped 37 percent from the $28.2 million it made on its "
        "second weekend."
    ),
    "those of those are no parts beside them": (
        "Marl leads with 508 cases, ahead of Oder with 397. There were 136 in the north, 117 in the centre and 82 in the "
        "south. Some 372 patients, three in 10, needed hospital care, and 31 of those were treated in intensive care."
    ),
    "a flat of that size costs what its own place asks": (
        "The average rent has reached 3,400 francs per square metre. A typical flat of 50 square metres now costs "
        "170,000 francs a month. Outside the centre the average is 2,500 francs per square metre, and thus a flat of "
        "that size comes to 125,000."
    ),
    "what was lost since a year is of several": (
        "Other costs came to $9.1m and interest to $5.6m. A profit of $4.1m on the sale of players limited the damage. "
        "The loss was smaller than the $9.7m of the year before. Taken together the club has lost $36.2m since 2011."
    ),
    "some of that": (
        "Exports rose by 1.5 million kg to 42 million kg. Dena bought 13.4 million kg of that, Oder 6.2 million and Marl "
        "4.1 million."
    ),
    "cars may be of more than two kinds": (
        "A total of 27,864 cars were registered last month. Diesel models accounted for 15,882 of them, or 57.0%, petrol "
        "models for 11,145, or 40.0%. The remaining 837 were hybrids."
    ),
    "what is left of more than the last uses": (
        "Farmers brought in 1.2 million tonnes. The provinces need 860,000 tonnes for food, 150,000 for animal feed and "
        "60,000 for seed, leaving a surplus of 130,000."
    ),
    "a fall on the day is one since the close": (
        "Only in October the firm raised $95m with an issue of shares at 40 cents. On Thursday the shares fell to 31 "
        "cents, a loss of 18% on the day."
    ),
    "what broke the old record stands beside it": (
        '"With the last one it took us nine." The town recorded 26.2 inches of snow, twice the old October record of '
        "13.1 set in 1979."
    ),
    "what consequently rose tells its own level": (
        "An average of $842 was paid for a tonne, up 63 percent from $516. Revenue consequently rose by 42 percent to "
        "$335 million."
    ),
    "what is true of some is no share of all": (
        "Among those who had a phone beside the bed, 86 percent of the total, it was 20 percent. Among the other 14 "
        "percent, it was 41."
    ),
    "what they held before is no part": (
        "Twenty seats were on the ballot. Reds took 13 of them, having defended nine; Blues won seven after defending 11."
    ),
    "votes for and against make all": (
        "By 18,614 votes to 16,327, the citizens of Almen have said yes to a tram line. That corresponds to 53.3 percent "
        "in favour and 46.7 percent against."
    ),
    "a poll tells no share of seats": (
        "His Alliance holds 23 of the 61 seats in the legislature. A poll by Tern Research put the Alliance at "
        "29 percent."
    ),
    "flats above a shop differ from nothing": (
        "The rest is to be squeezed into the town: 190 flats above the tram depot, 150 on the old dairy, and "
        "90 behind the library."
    ),
    "half of these are not of those": (
        "There are 41 women in the new council. The Harbour party has 28 seats and has filled half of these "
        "with women."
    ),
    "so many for every ten": (
        "The merged bank will have 980 branches and 11,300 staff. Owners of Alpina receive six new shares for "
        "every ten of theirs."
    ),
    "a further half minute is behind the one before": (
        "Odell crossed the line 35 seconds later in fourth place. There were no bonus seconds for him, while "
        "the winner collects 12. So he now trails by two minutes. Third is Maro, a further 41 seconds adrift."
    ),
    "contained is no part of what burnt": (
        "The fire has burnt 6,800 hectares, of which 5,300 are pine forest. It is 60 percent contained."
    ),
    "more than last year is no part of a total": (
        "Growers picked 61,000 tonnes of apples, 9,000 more than last year and 4,000 fewer than two years "
        "ago. Pears came to 8,300 tonnes. Together that is 69,300 tonnes."
    ),
    "a rise whose verb is told once is no share": (
        "The mayor's salary rises by 8 percent to 118,000 dollars, that of the 11 council members by 5 percent "
        "to 61,000."
    ),
    "a day's rate is of what stands beside it": (
        "The harbour handled 8.37 million passengers in the first six months of the year. May, the first "
        "month of its new pier, set a record: 1.76 million people passed through the terminal, or some "
        "58,600 a day."
    ),
    "spoiled papers are votes cast, too": (
        "In all, 21,700 valid votes were cast. The electorate numbers 54,310, so turnout including the "
        "spoiled papers was 40.3 per cent."
    ),
    "and a girl is one more": "Seven people died. The dead are three women, three men and a girl of 11.",
    "seats with a share of votes are no base": (
        "The Greens dropped to 27.3 per cent and 36 seats, their worst result. The Centre took 14.9 per cent "
        "(19 seats)."
    ),
    "a third of them may be the next one": (
        "Two of the four remaining mills are to be shut down in May, and a third by 2024."
    ),
    "followed from the cheapest upwards": (
        "Gera, where a flat costs 5.70, is now the least expensive town in the east, followed by Halle with "
        "6.40."
    ),
    "yet that of another time": (
        "The bank's projection for the fourth quarter is 3.4, a tenth higher than in June, yet that for the "
        "whole year was left at 3.7."
    ),
    "how far away is no length": (
        "The new runway is 3,100 metres long, 700 more than the old one. It lies 1,800 metres north of the "
        "terminal."
    ),
    "fewer than in spring is no level": (
        "He has 1,300 sheep, 250 fewer than in spring and twice as many as his father had."
    ),
    "a majority with allies": (
        "The party won 21 of 99 seats and with its 16 allies has 37. It needs 13 more for a majority of 50."
    ),
    "so high above what it was": (
        'At this gauge flooding starts at 28 feet, and the water was 12.4 feet above that in 1989. "It says '
        '12.3 meters on mine," he said.'
    ),
    "what a line would have been": (
        "The strait is 21 miles across. Her boat recorded 43 kilometres; the direct line would have been 34."
    ),
    "so many years old at the time": (
        "Marten Holt was sentenced on Monday, the court said. The house was set on fire on 3 May 1987. At the "
        "time of the crime he was 23 years old and worked as a lift attendant."
    ),
    "twice as much as usual": (
        "It rained on 18 days in May, in all 131 millimetres, twice as much as usual. On the 9th alone 43 "
        "millimetres fell."
    ),
    "those who may be absent from a vote": (
        "Parliament passed the budget with 61 votes in favour, 52 against and 4 abstentions. The chamber has "
        "120 members."
    ),
    "the forecast that the new level beat": (
        "The pump maker Orlin reported on Monday a 21 percent rise in second-quarter profit before one-offs, to 33.4 million "
        "euros from 27.6 million a year earlier, beating the 31.2 million average forecast in a poll of seven analysts."
    ),
    "a best score in another ward": (
        "He was ahead in 17 of the town's 26 wards on Sunday, with his best score, 58 per cent, in Harbour Side."
    ),
    "on the previous three": (
        "In the three months to May prices were 1.2% up on the previous three.\n\nDifferences are wide. Homes in Varde average "
        "£194,000, 31% above the figure for the land, and detached houses there change hands for £352,000."
    ),
    "stars of hotels": (
        "Occupancy at three- and four-star hotels was 77.2 percent in the quarter to June. Smaller houses filled 61 percent of "
        "their rooms."
    ),
    "the first of three sources": (
        "Football club Norland Rovers lost 6.1 million euros though its revenue reached a record.\n\nGate receipts added 14.1 "
        "million, sponsorship 12.9 million and domestic television 5.3 million. Shops made up the other 3.7 million."
    ),
    "votes of two and the turnout of all": (
        "Its leader collected 3,116 personal votes, more than anyone else and nearly twice as many as Lind's 1,640.\n\nTurnout "
        "was 84.2 percent, up 1.3 points."
    ),
    "what changed the balance": (
        "In the peak year there were 48,200, so 6,120 have disappeared, or 12.7 percent.\n\nThe reform of September, under which "
        "courses in the evening are free, changed the balance: 81 percent of new pupils do not pay, where it was 49 percent before."
    ),
    "an increase from month to month": (
        "ORL - A total of 8,316 people applied for a permit in Norland in May, nearly four times as many as the 2,274 who did so "
        "in May of last year. In April there were 6,480, so that the month-to-month increase is 28.3 percent."
    ),
    "a time of another race": (
        "Another runner, Ole Berg, was third in 2:09:12.\n\nIt was the 24-year-old's fastest race by a minute: she ran 2:08:05 "
        "when finishing fourth in Holm last October."
    ),
    "so many of a sum or more": (
        "It is the largest prize since a couple from Holm collected £16.4m in 2011. In all 158 tickets bought in the county since "
        "1996 have each been worth £100,000 or over."
    ),
    "what its own sentence makes": (
        "The dairy has raised its payout by 20 cents to $5.80 a kilo and wrote so to its 3,101 shareholders. The $5.80 is made up "
        "of a milk price of $5.45 and 35 cents of profit. For an average farm, producing 98,000 kg, the 20 cents mean another $19,600."
    ),
    "medals of four years ago": (
        "Norland's rowers won five gold, two silver and three bronze medals. Four years ago they won 12 medals."
    ),
    "a second candidate's votes in brackets": (
        "Ms Holm, a teacher who lost narrowly four years ago, won 12,604 votes, or 44.1%, to 10,918 (38.2%) for the mayor, "
        "Karl Lind. Her majority was 1,686.\n\nA third candidate had 2,858 votes, a share of 10.0%."
    ),
    "several answers that a later sentence explains": (
        "Asked about their roots, 88.4 percent named Norland, 11.9 percent Varde, 4.2 percent Orl and 1.7 percent the islands. "
        "The figures come to more than 100 because people may name as many as they like."
    ),
    "what led to a charge is no part of what was stolen": (
        "Car crime fell for the fifth year, to 4,806 offences, of which 1,298 were thefts of vehicles and the rest thefts from "
        "them.\n\nThe figures leave out fraud, which a national centre records. It had over 5,100 reports.\n\nA separate survey "
        "shows crime falling by 6%.\n\nTwenty-six per cent of offences led to a charge, up one point."
    ),
    "a rise of those taken in": (
        "A home for dogs ended the year with 384 animals in kennels meant for 350.\n\nThe largest of its kind started with 362. It "
        "took in 2,904 more, a rise of 8% on 2009."
    ),
    "two parts in a share of what is sold": (
        "The power company made 3.8 terawatt hours from wind and 0.8 from panels in the first half, together 46 percent of the 10 "
        "terawatt hours it sold."
    ),
    "all but nine of those known": (
        "A voyage has brought up 186 kinds of animals. Before it only 98 were known from the trench. All but eight of those were "
        "seen again. That leaves 96 that had never been met there."
    ),
    "a part of the revenue": (
        "The road took 12.4 million vehicles. Toll revenue was 98.2 million euros.\n\nAnother 7.1 million came from inns along "
        "it.\n\nOperating earnings were 71.6 million euros, or 68.0 percent of total revenue."
    ),
    "what all come to, told bare": (
        "Holders get 28.50 euros for each of the 30 million shares, 855 million in all. Add to that borrowings of 585 million, and "
        "you arrive at the price of 1.44 billion euros."
    ),
    "a share of the whole age group": (
        "The number of people looking for work rose by 19,000 to 2.64 million. As a share of the whole age group, pupils included, "
        "that is 9.8 percent, or 561,000 people."
    ),
    "the share of a rival before": (
        "Petrol stayed the favoured fuel, with 58% of the market, ahead of diesel, whose share slipped to 26% from 35% a year earlier."
    ),
    "schools above a river": (
        "At one school there are 26 children in a room, while two schools on the heights above the Orl have formed classes of 15."
    ),
    "a list and what goes on": (
        "The yard's backlog stands at 43 vessels. The list comprises 20 carriers, 13 tankers and 10 ferries, and keeps its three "
        "docks busy until autumn."
    ),
    "a poll's margin of error": (
        "In a poll 46 percent of those questioned said they would vote yes, 39 percent no, and 15 percent did not know. The "
        "institute spoke to 904 voters; the margin of error is 3.2 points."
    ),
    "a poll's margin of error behind its number": (
        "In a survey 46 percent of voters backed the Harbour Party and 39 percent the Rural Union. The survey has a 3-point margin "
        "of error."
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
