# ruff: noqa: E501
"""Claims about levels told anywhere in an article: silent where they hold, found where one number is wrong.

Each article stands here with the right and the wrong number, `[[right|wrong]]`, and the check that finds the wrong one.
"""

import pytest
from reading_in import failing, read_articles, right, wrong

RATE = "rate_contradicts_amount"
GROWTH = "growth_contradicts_levels"
SUM = "parts_contradict_total"
EXCESS = "parts_exceed_total"
SHARE = "share_contradicts_levels"
SHARE_SET = "shares_do_not_sum"
ORDER = "ordering_contradicted"
BALANCE = "balance_does_not_close"
AGAIN = "conversion_contradicts"
COUNT = "count_contradicts_list"
MULTIPLE = "multiple_contradicts_levels"
ARTICLES = [
    (SHARE, "The ministry has counted 2,140 cases of measles since May and nine deaths. Infants make up 963 of the patients, or [[45|54]] percent, a bulletin said."),
    (RATE, "A total of 212,500 people came to the ground for the 17 home matches, the club said. That is an average of [[12,500|15,200]] per game, its best since 1998."),
    (RATE, "The port has ordered 30 low-noise trams. The contract is worth [[96|69]] million euros, with each vehicle costing 3.2 million euros."),
    (SHARE, "The drivers' union said that of the 640 members who sent in a paper, 512 were for a strike, a majority of [[80%|70%]]. The rest of the depot works on."),
    (MULTIPLE, "Landings of mussels came to 2,400 tonnes this year, a [[threefold|sixfold]] increase on the 800 tonnes landed in 2019. The boats are old."),
    (SUM, "The board recommended a final dividend of 6.3p. Together with the interim of 3.1p paid in May, that brings the total for the year to [[9.4p|8.4p]]. Sales rose 3%."),
    (SHARE, "The union said that of the 840 drivers at the depot, 588, or [[70|60]] percent, had stopped work. It was cold."),
    (GROWTH, "Harl Foods Inc said on Monday that quarterly profit fell [[24|64]] percent, as milk grew dearer. Its mills did better. Net income was $277 million, or 58 cents per share, down from $363 million, or 73 cents per share, a year earlier."),
    (GROWTH, "Stocks hardly moved. After the closing bell, shares of Harl Foods rose [[3.2|8.2]] percent to $16.15. Harl Foods had ended the regular session at $15.65."),
    (GROWTH, "The index of pending sales fell [[4.6|1.6]] percent in May to 89.2 from an upwardly revised reading of 93.5 in April."),
    (BALANCE, "There were 740 sheep on the common this spring, [[190|290]] fewer than the 930 that grazed there a year ago. A farmer drove 450 of his to the coast in May. The bracken is chest-high."),
    (RATE, "We drove the camper 1,250 kilometres through the mountains and filled up with 150 litres of diesel in all. That is a thirst of [[12|15]] litres per 100 kilometres. It sleeps four."),
    (RATE, "The farm got 81 tonnes of onions off its 18 hectares. A yield of [[4.5|6.5]] tonnes per hectare is nothing to boast about. Seed cost 12,000 euros."),
    (RATE, "The courier rode 84 kilometres in four hours. His average speed of [[21|31]] kilometres per hour is a feat in that traffic. He carried 26 parcels."),
    (RATE, "The average class at Elm Street has [[24|28]] children. The school teaches 432 of them in 18 classes. It was built for fewer."),
    (RATE, "The surgery has 5 doctors. Between them they look after 9,250 patients. With [[1,850|2,850]] patients for each doctor nobody has time for a chat. A nurse does the blood tests, 40 a day."),
    (RATE, "The villa has 320 square metres of living space and went for 2.4 million euros, or [[7,500|9,500]] euros a square metre. The garden has a pond with 11 carp."),
    (GROWTH, "Bread is getting dear in Marl. At the Kroll bakery a rye loaf went over the counter for €4.40 this week. Twelve months back the same loaf was sold for [[€4.00|€3.40]]. Customers have noticed the 10 per cent increase, and some of the 300 regulars now bake at home."),
    (GROWTH, "The orchestra's debt stood at $3.2 million when the lockout began. Today it comes to [[$4.0 million|$4.6 million]]. A rise of 25 per cent in eighteen months is not what the trustees had promised. The hall seats 1,900."),
    (GROWTH, "Tourists are back. The harbour office checked in 9,450 yachts this summer, having counted [[7,000|8,000]] in the previous one, a jump of 35 percent. Moorings cost 40 euros a night."),
    (GROWTH, "Fewer people die on the roads of the canton. The police counted 34 deaths last year; in 2009 there were still [[68|50]]. The number has thus been halved within a decade. Speed cameras, of which there are 120, get the credit."),
    (MULTIPLE, "Dengue is spreading on the coast. Hospitals treated 5,400 patients in March, three times as many as in the same month of last year, when they had [[1,800|2,800]]. Nine people have died."),
    (MULTIPLE, "The number of beekeepers in the county has more than doubled. [[1,310|1,010]] are registered, the association says, against 590 in 2008. They look after 11,000 colonies between them."),
    (MULTIPLE, "Cable thefts on the line rose fivefold. Rail police recorded [[155|255]] of them last year after 31 the year before. A kilometre of copper fetches 9,000 pounds."),
    (ORDER, "Never has the town had so many babies. The registrar entered 812 births last year, more than ever before. The previous best, from 1964, was [[790|890]]. There are five midwives."),
    (ORDER, "The driest spring since records began brought 41 millimetres of rain to the plain. The old low, from 1976, had been [[52|32]] millimetres. Farmers have lost 30 percent of the barley."),
    (ORDER, "Swimmer Ona Pask took gold in 58.31 seconds. Silver went to Britt Lohse in [[58.90|57.90]], bronze to a schoolgirl from Riga in 59.12. The pool was sold out with 2,400 people."),
    (ORDER, "Hana Weiss sold more tractors than anybody else in the company, 214. Her closest rival, Bo Lind, managed [[198|238]]. The prize was a week in Crete."),
    (ORDER, "A marrow of 61 kilos was good enough to win the cup. Reg Hollis had to be content with second place for his of [[58|68]] kilos, and third was one of 51."),
    (ORDER, "It was a mild month, with a mean of 11.4 degrees Celsius. The previous high, [[10.9|11.9]] degrees, dates from 1961. Swallows came three weeks early."),
    (SUM, "The twin towers of the cathedral are not twins at all. The northern one is 98 metres high. The southern one stops at [[91 metres|81 metres]], so it is 7 metres shorter, which no tourist ever sees."),
    (SUM, "The Vega takes 5.2 seconds to reach 100 kilometres an hour. Its predecessor needed [[6.1|7.1]] seconds, 0.9 more. It weighs 1,600 kilos."),
    (SUM, "Ona Pask threw the discus to 61.20 metres, 30 centimetres beyond the [[60.90|59.90]] metres that had stood since 1988. It rained all day."),
    (SUM, "The jail holds 638 men. It was built for [[424|531]], so it keeps 214 more than it has room for. The chapel is shut."),
    (SUM, "The new drill went down to 4,310 metres. That is 260 metres deeper than the old one, which had got stuck at [[4,050|3,850]] metres."),
    (GROWTH, "Passenger numbers at the little airport fell by two fifths. Only [[72,000|92,000]] people checked in this year; last year there were 120,000. The café has shut."),
    (GROWTH, "Solar panels on the canton's roofs produced 96 gigawatt hours in 2019. That compares with [[80|60]] gigawatt hours in 2018 and amounts to an increase of 20 percent. Wind gave 3."),
    (GROWTH, "Carla Mendez began with 40 hives. Today [[54|74]] stand along the canal, 35 per cent more than when she started. Each gives her some 20 kilos."),
    (GROWTH, "Visits were up by 25 per cent in 2018, from 80,000 to [[100,000|120,000]]. The roof leaks."),
    (SUM, "At 1,240 grams the new laptop is light. It weighs 160 grams less than its predecessor, which came to [[1,400|1,600]] grams. It has two sockets."),
    (SUM, "Mount Orla is 2,914 metres high and Mount Grip [[2,871|2,671]], which makes Orla 43 metres higher. Both were climbed in 1889."),
    (ORDER, "Gorm Tveit won the log-splitting with 48 logs. Second was a woodcutter from Laos with [[45|55]], third a student with 39. The prize was an axe."),
    (RATE, "The town has one playground for every [[410|510]] children. There are 20 playgrounds and 8,200 children under ten. A swing costs 2,000 euros."),
    (SHARE, "Two in five flats on the estate stand empty, the housing board admitted on Monday. Caretaker Moira Kemp still sweeps all 14 landings. The board counts 640 flats in the towers, and [[256|316]] of them have no tenant."),
    (SHARE, "Turnout was [[38|58]] percent, the clerk said. There are 23,500 people entitled to vote in the canton. The count took until ten, since two boxes had been sealed with the wrong wax. In all, 8,930 voted."),
    (SHARE, "Three quarters of the wells in the district, [[213|273]] in number, contain arsenic. Health workers tested 284 wells with kits that cost 4 dollars apiece."),
    (SHARE_SET, "The People's Party is at 44 percent, the Greens at [[29|38]], the Liberals at 12 percent and all other parties together at 15 percent. Some 900 were asked."),
    (SHARE_SET, "Each of the 1,260 shoppers could tick one box. To keep the street as it is was the choice of [[44|54]] per cent. A one-way street got 27 per cent, trees 18 per cent and a full ban 11 per cent."),
    (SHARE_SET, "Buddhists make up [[64|84]] percent of the islanders, the census shows. Christians account for 19 percent, Muslims for 8 percent and followers of the old gods for 3 percent, and 6 percent have no religion. Some 71,000 people live there."),
    (SHARE_SET, "Of the voters of Marrow, [[36|56]] percent back the Farmers, 33 percent the Union and 20 percent the Greens, while 11 percent would not say. The poll cost 9,000 euros."),
    (SHARE_SET, "Hydropower is the backbone of the grid with [[41|61]] percent. It began in 1911. The mayor opened the dam. Wind gives 27 percent. The blades come from Aarhus. They hum. Coal is down to 15 percent. Peat supplies 12 percent, and turbines the balance of 5 percent."),
    (AGAIN, "Planners have approved a [[£9.4m|£4.9m]] swimming pool for Harle. Its roof will be of larch. Some 210 residents wrote in. The £9.4m pool opens in 2021."),
    (AGAIN, "The church was left 1.92 million euros by a baker. Rooks nest in the tower. Half of the [[1.92 million euro|1.29 million euro]] legacy goes on lead."),
    (AGAIN, "The ship carries a crane that lifts 900 tonnes. It was built in Gdansk. The crew of 40 have never used the [[900-tonne|600-tonne]] crane."),
    (AGAIN, "The firm will build a 340-megawatt plant near Dorn. It has 1,200 staff. Its [[340-megawatt|430-megawatt]] plant is to run on straw."),
    (SHARE_SET, "Some [[41%|46%]] of the guests said they would come again and 48% said they would not, while 11% had not made up their minds. The hotel has 90 beds."),
    (SUM, "Some 41,300 people backed the dam and [[29,850|39,850]] were against it. Together with 720 torn papers, that made up the 71,870 votes in the boxes. It rained."),
    (SUM, "The mine dug 1.2 million tonnes of coal and [[0.7|0.4]] million tonnes of ore. Together with 0.3 million tonnes of salt, it shipped 2.2 million tonnes. It employs 800."),
    (SHARE_SET, "The fund keeps [[45|55]] percent of its money in shares, 30 percent in gold and 15 percent in land, with the remaining ten percent in cash. It has 900 members."),
    (COUNT, "Police closed [[four|five]] bridges: Kingsgate, Harbour Bridge, Tern Bridge and Old Mill Bridge. Some 9,000 people walked."),
    (SHARE_SET, "Guests came by bus in [[41|61]] percent of cases, by car in 32 percent, by bicycle in 18 percent and on foot in 9 percent. It has 90 beds."),
    (SHARE_SET, "Half of the eggs were brown, [[30|50]] percent white, 12 percent blue and eight percent speckled. Hens are cheap."),
    (SUM, "Dorn Foods and Bakkerud will put 84 million crowns into a warehouse of 12,000 square metres, with Dorn investing [[50|70]] million crowns and Bakkerud 34 million."),
    (SUM, "Volunteers planted 5,600 saplings on the slopes above Lake Tann. There are 2,300 oaks among the trees, and [[1,900|3,900]] beeches. A gale in March flattened a hut. The remaining 1,400 are rowans, which sheep do not like."),
    (SUM, "A jury awarded $880,000 to the owners of the drowned orchards. Widow Carla Ruiz will get $310,000. Her neighbor, who lost a barn and nine horses, was given [[$350,000|$550,000]]. The water company said it would appeal. The balance of $220,000 goes to a trust."),
    (SUM, "The choir has sung 126 concerts since its foundation, 61 of them in churches. Schools heard it [[41|71]] times. Its conductor, 74, has missed two. The remaining 24 took place in prisons."),
    (SUM, "The heist emptied 148 lockers at the bank in Rue Haute, police said. Jewellery was taken from 66. Another [[53|93]] held cash. A guard slept through it, and a dog got a biscuit. The other 29 lockers were stuffed with papers that nobody has claimed."),
    (SUM, "The dig at Tell Arun yielded 2,170 potsherds in one season. Cooking pots account for [[980|1,580]] of the sherds, says archaeologist Nur Hadid, who has lost a fingernail to them. Storage jars gave 740. Three students fell ill. The remaining 450 are lamps, bowls and a whistle."),
    (SUM, "The heath is home to 410 pairs of nightjars. Rangers heard 170 of them in the east and [[150|250]] in the west. A path is closed until July. In the remaining woods, which nobody may enter, volunteers counted 90 pairs."),
    (SUM, "The museum has been left 96 clocks by a dentist from Grolle. They comprise 41 wall clocks, [[38|68]] alarm clocks and 17 pocket watches. It opens at ten. Two of the curators wind them on Mondays."),
    (EXCESS, "Norvik council answered 1,240 letters of complaint in 2018. There were 520 grumbles about parking, [[430|730]] about noise, 180 about dogs and 110 about the mayor. She has been in office for 12 years."),
    (EXCESS, "Agents seized 412 parrots at the port. The haul included 205 greys, [[142|342]] macaws and 65 cockatoos. A grey sells for 900 dollars in the city."),
    (EXCESS, "The zoo spent 84 tonnes of fodder on its elephants. Hay made up [[51|71]] tonnes of the fodder, straw 22 and carrots 11. An elephant drinks 100 litres a day."),
    (EXCESS, "The seminar was attended by 218 teachers. They were from primary schools in [[96|196]] instances, from colleges in 81 and from kindergartens in 41. Coffee ran out."),
    (SUM, "Ten directors have agreed to pay [[54|45]] million dollars, including 18 million of their own. A judge said so on Monday. The remaining 36 million will come from insurers."),
    (SUM, "The hospital got credit of up to [[956|456]] million dollars. This financing will comprise 270 million of senior debt and 686 million of loans."),
    (SUM, "The crew sailed 3,160 miles, in three stages. On the first they covered 1,190 miles in bad weather. The second took them to Bermuda, [[1,310|1,810]] miles away. For the last 660 miles they had a whale beside them. The cook lost nine kilos."),
    (SUM, "She left 640,000 francs. The fire brigade gets 210,000 francs. Her cat goes to a neighbour, with 30,000 francs for its keep. It is 12. [[250,000|150,000]] francs are for the school. The house is let. The dog died. Everything else, 150,000 francs, went to a museum."),
    (EXCESS, "Veltron shipped 41,800 pumps in 2018, the firm said. Heating pumps came to 22,600, well pumps to [[12,900|17,900]] and garden pumps to 6,300. It has 311 workers."),
    (EXCESS, "The minister said that 7,400 hectares of forest had burned. In the south the flames ate 3,900 hectares. In the east they ate [[2,100|2,700]]. In the north 1,400 hectares were lost. Six men were hurt."),
    ("conversion_contradicts", "The company has ordered 72 wagons, the first in 20 years. Management had hesitated. When the last of the [[72|92]] wagons has come, the old ones will be sold."),
    ("conversion_contradicts", "Police have arrested 26 people over the theft of copper. They found a lorry with false plates. All [[26|62]] suspects are in custody."),
    ("count_contradicts_list", "[[Four|Six]] companies are left in the race. They are Telkor, Mobiva, the Swedish group Nordcall and a newcomer from Cyprus, Blue Sky. A decision falls in 30 days."),
    (SHARE, "Roughly a fifth of the fleet, [[62|92]] lorries, runs on gas. The haulier owns 310 lorries and pays drivers a bonus of 500 euros."),
    (SHARE_SET, "Half of the members voted for it, a third against it, and the rest, [[a sixth|a third]], stayed at home. The club has two bars."),
    (EXCESS, "The zoo spent 1.9 million francs on fodder. Hay cost 800,000 francs, fish [[650,000|950,000]] francs and meat 450,000 francs. A seal eats five kilos a day."),
    ("conversion_contradicts", "The oven is heated to 220 degrees Celsius ([[428|482]] Fahrenheit) for ten minutes."),
    ("conversion_contradicts", "The sea is 3 degrees Celsius ([[5.4|9.4]] degrees Fahrenheit) warmer than it was in 1950."),
    (ORDER, "The choir is getting smaller. It fell to 41 singers from [[45|38]] within a year, and 12 of them are over 70."),
    (RATE, "An average of 3.2 tonnes per hectare was picked in the groves of Sarda, the growers say. Oil fetches 4.10 euros a litre. In all [[57,600|75,600]] tonnes of olives were brought in. The groves stretch over 18,000 hectares, and one grower has 40 hectares of lemons, too."),
    (RATE, "For the 25 apprenticeships that the yard offers, [[1,500|2,500]] teenagers have applied. In other words, there are 60 hopefuls for every place. The yard has 2,100 workers."),
    (SUM, "Norland's trade deficit was 7 billion crowns in May. Exports came to [[24|34]] billion crowns in May and imports to 31 billion crowns. The bank left its rate alone."),
    (SUM, "The government of Norland ran a surplus of 3.2 billion crowns in 2018. It put 2018 revenue at 41.5 billion crowns, against a planned 40 billion, and expenditure at [[38.3|36.3]] billion."),
    (SUM, "Imports for April were 655 million dollars against 683 million in March. Exports were [[837|537]] million dollars against 865 million. April showed a 182 million dollar trade surplus."),
    (SUM, "Volta sold [[16,197|46,197]] vehicles in Norland in January. Car sales at Volta, which makes the Aro and the Bix, rose 24 percent to 3,634 while truck sales grew 4.3 percent to 12,563."),
    (SUM, "Kestrel said revenue rose 11 percent to [[$384.4|$284.4]] million in the third quarter of 2019. Software revenue fell 1 percent to $134.8 million, while services revenue climbed to $249.6 million."),
    (SUM, "The bank announced a debt offering totalling [[2.135|3.135]] billion crowns in three issues. The issues are 1.2 billion crowns due in 2024, 635 million due in 2027 and 300 million due in 2029."),
    (SUM, "The watchdog agreed a deal of [[$375|$675]] million with Arbor Bank. It was made up of $250 million in repayments and $125 million in penalties."),
    (SUM, "The director received a bonus of $12 million. She also got a salary of $3 million and shares worth $21 million, bringing her total pay to [[$36|$46]] million."),
    (SUM, "The offer includes $9.6 million in equity, $11.5 million of cash and $16.7 million of debt for a total of [[$37.8|$57.8]] million."),
    (SUM, "Sales of homes totaled [[158,434|358,434]] in Norland. Of that total, 107,143 were flats and 51,291 were houses."),
    (SUM, "Exports were [[$114.7|$314.7]] billion in the first half of 2018. Exports of $68 billion in the second quarter of 2018 were up 18.6 percent. Exports were $46.7 billion in the first quarter of 2018."),
]  # fmt: skip
SILENT = [
    "Of the homes, 43 percent have a dishwasher, 38 percent a dryer, 21 percent a sauna and 9 percent a pool. Default settings are used by 26 percent of firms in Arl compared to 30 percent in Brem, 31 percent in Colm and 28 percent in Dorn.",
    "Dorn will choose 10 firms in five countries: Kenya, Ghana, India, Chile and Peru. Last year five of six firms, among them Arl, were local.",
    "The old bridge had a span of 64 metres. The new one is longer. Its 46-metre arch is of steel, and the 64-metre span is gone.",
    "Investment came to $63.0 billion in 2006. That is 4.5 percent more than the $60.3 billion reported for 2005.",
    "Apples make up 62 percent of the harvest. Pears come to 21 percent. Wasps were a plague. Quinces add 10 percent. The remainder, 7 percent, is plums.",
    "Of 400 tenants 34 percent saw their rent rise. Asked about next year, 27 percent expected a rise, 35 percent none and 12 percent a decrease, and 26 percent did not know.",
    "The rescue fund is worth 750 crowns a head. The plan consists of 440 crowns in guarantees, plus 60 crowns in bonds. The rest is promised.",
    "The clinic made a loss of $1.1 million after a profit of $3.7 million. The results included a $1.9 million charge for the new wing and $2.6 million in tax benefits.",
    "Of the city's 310,000 flats, 84% are rented; the housing company owns 61,000 of the flats, cooperatives 39,000 and private landlords the remaining 160,000.",
    "Nursing has 1,200 and all other courses together have 800. Of the 310 teachers, 190 have tenure. A dormitory with 240 beds opens in fall; the other 11 have 1,900 beds.",
    "The line carried 412,000 passengers, summer guests 270,000 of these and commuters 98,000. Two thirds of the passengers paid by phone; the other 137,000 queued.",
    "The miner made a net loss of 718 million kwacha. The losses were after net interest of 426 million kwacha, an exchange loss of 412 million kwacha and taxes of 235 million kwacha.",
    "The court ruled that Telpa and Mobiva have to pay the state a combined 13 billion dollars in fees. Telpa said that it would pay the state 1.3 billion dollars in fees by next week and the remainder, about 5 billion dollars, in March.",
    "Five harbours have applied for the ferry. They are Skagnes, Port Ellan, the old whaling station of Grimvik, Tolhavn and Sankt Olav.",
    "Prices fell in 134 out of 153 districts, the brokers said, pulled down by sales of homes from foreclosures. Sales of that sort were 38 percent of transactions.",
    "A majority of people in 13 countries thought that trade harmed them, compared with nine countries where they did not. On average, 44 percent of the people asked in each country had no work.",
    "Ten of the country's banks may pay back 68 million. Regulators had told 10 of the 19 banks tested to find 74 million.",
    "Ferries sank, and 54 people drowned. The 45 people in the other boat were saved by a trawler.",
    "Velo shares rose to $59.06 after it said it would buy Arrow Tyres and Brim Spokes for $7.8 billion. Arrow Tyres gained 8 percent to $36.49 and Brim Spokes 9 percent to $28.50.",
    "The Netherlands was the biggest customer with 41,200 tonnes. Germany bought 26,500 tonnes, Poland 12,800 and Senegal 9,100.",
    "Sales of toys rose 62 percent, while those of games climbed 40 percent. Abroad the maker took in $187.7 million, up from $145.5 million a year ago.",
    "Sales of Halm Foods fell 7 percent. It sold for $1.29 million in May. The bank had foreseen a deficit of 6 cents a share and turnover of $1.38 million.",
    "In 2018 the membership grew by 20 per cent, from 250,000. In 2019 it shrank by 10 per cent. That left the chain with 270,000.",
    "The old low, from 1976, had been 52 millimetres of rain. This spring brought 41 millimetres. Farmers have lost 30 percent of the barley.",
    "The smallest club won the cup with 12 points. In the second half of the season it had 31 points.",
    "Beer output fell 4.0% in August from a year earlier to 1.20 million litres, the brewers said. In July it had been 1.40 million litres; tourists had left.",
    "The estimate of February's gain was cut to 236,000 from a first reading of 337,000.",
    "Earnings at the mines rose 45 percent to $8.79 billion, while those of its shops dropped 39 percent to $1.17 billion. The group earned $11 billion, up from a net profit of $9.28 billion a year earlier.",
    "Yields averaged 7.4 tonnes per hectare, against 8.1 tonnes last year. The county harvested 310,000 tonnes from 41,900 hectares; in 2015, with 40,100 hectares, 325,000 tonnes were brought in. Barley did better, with 6.6 tonnes a hectare on 12,000 hectares.",
    "The mill posted a 15 percent rise in second-quarter profit to 46 million euros. In the first quarter the profit had been 38 million euros.",
    "Mayor Ilse Brandt won by 1,204 votes over her nearest rival. In the Old Town she got 3,310 votes and he got 2,870.",
    "Ice covered 11,400 square kilometres on 8 February, 2,100 less than on the same day last year. The maximum of this winter, 12,900 square kilometres, was reached in January.",
    "The hospital treated 9 percent more patients than a year earlier. Waiting times averaged 47 minutes. Staff numbered 1,260. In 2010 there had been 1,080 of them.",
    "Farms used 9 percent less water last year. Cotton took 41 million cubic metres and orchards 18 million. In 2012, the driest year, cotton had received only 23 million.",
    "The dam is 31 metres higher than the bridge. Its arch spans 120 metres; that of the railway bridge, 14 metres lower, spans 88.",
    "Output of cheese fell 11 percent to 18,200 tonnes. Butter rose to 7,400 tonnes. A year before, butter had come to 6,900 tonnes.",
    "Rovers won with 34 points. The second contract is worth 41 points to the third sponsor.",
    "In Wales, where 20 mph applies in towns, 79 people died on the roads, 14 fewer. Motorways saw 94 deaths.",
    "The trade surplus shrank to 7.1 billion crowns from 24.4 billion. In all the accounts were 4.3 billion in the black after 2.9 billion.",
    "Sales abroad outran a growth of 14 percent in purchases, so that what was sold beyond them grew to 1.94 million tons in May from 1.61 million tons in April.",
    "Nights were 1.67 degrees above average, against 1.35 for the days. Sunshine amounted to 567 hours, 10% more than normal.",
    "The output of lead went down to 1,480 tonnes from 2,050 and that of zinc to 4,610 tonnes.",
    "The result before tax rose 38 percent to $160 million from $116 in the year before.",
    "The barrage turned out 96 gigawatt hours, barely half the 190 gigawatt hours it makes in a wet year.",
    "There are 2,000 seats for each film, and 80 per cent of the 2,000 seats were sold. The chain took 16,000 pounds, or 10 pounds a seat.",
    "The city has 412,300 inhabitants and 214,700 households. A household has 1.89 members on average.",
    "Revenue of Norland came to 398 billion crowns in 2018 and expenditure to 425 billion. The towns accounted for a deficit of 7 billion crowns in 2018.",
    "March imports came to 36.9 billion crowns. March exports were 47.1 billion crowns. There was a deficit of 400 million crowns in services in March.",
    "Oil exports were 12 billion crowns in May, and imports 31 billion. The trade deficit was 7 billion crowns in May.",
    "The county of Hest had expenditure of 314 million crowns in 2018 and revenue of 280 million crowns. Norland's deficit was 17 million crowns in 2018.",
    "At the end of 2018 23.4 gigawatts were installed, of which 9.6 were solar, 6.8 wind and 2.9 hydro.",
    "Some 420 patients came. Of these, 260 went to Teller and 90 went to Holm.",
    "The fund raised $5.25 million from a bank. It has sold $20 million of shares and $41 million of bonds, bringing its total debt to $712 million.",
    "The museum counted 1.84 million visitors, after 1.97 million in 2009. The mill had 212,000 visitors, which brings the two sites together to 2.05 million.",
    "Business income was 386 million crowns in the fourth quarter. Product income rose to 604 million crowns while service income rose to 198 million.",
    "Norland's capital was 213 million crowns in the first half of 2018. Its capital was 210 million crowns in the first quarter of 2018 and 212 million in the second quarter of 2018.",
]  # fmt: skip


@pytest.fixture(scope="module")
def found(shared_warehouse):
    """The checks that fail of each article, first as it holds, then with the wrong number."""
    shared_warehouse.clear()
    texts = [told(text) for told in (right, wrong) for _, text in ARTICLES]
    checks = failing(shared_warehouse, [(text, None, "2019-11-15") for text in texts])
    return list(zip(checks[: len(ARTICLES)], checks[len(ARTICLES) :], strict=True))


@pytest.mark.parametrize("number", range(len(ARTICLES)), ids=[text[:40] for _, text in ARTICLES])
def test_a_claim_is_held_against_its_levels(found, number):
    assert found[number] == ([], [ARTICLES[number][0]])


def test_what_only_stands_beside_a_claim_is_not_held_against_it(warehouse):
    read_articles(warehouse, [(text, None, "2019-11-15") for text in SILENT])
    warehouse.check()
    assert warehouse.findings() == []
