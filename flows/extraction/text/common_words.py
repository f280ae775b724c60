"""Words that open sentences in news without being names: they say nothing about a capital at the start.

Counted over news of many fields: words that stand in lower case far more often than capitalised.
"""

from typing import Final

COMMON_WORDS: Final = frozenset(
    """
    about above absent absolutely accelerated acceleration access according accounting accounts
    acquisitions across action actions active activity ad add added adding addressing adjusted adjusting
    administration advanced advancers advancing advertisers advertising affordable after again against
    aggressive agreed agricultural ahead aims aircraft airline alas all allocations almost along alongside
    already also alternative although altogether aluminum amazingly amid among an analyst analysts and
    animal announced annual another anti anxiety any anyone anything apart apparel apparently appetite
    applications approval are arguably arm around as aside ask asked asking assets assume assuming at
    athletes attempts auch audience auf author authorities authors auto automakers autonomous available
    average away back backed backlog bad balance banking bankruptcies banks bargain based basic basically
    battered battery be because becoming beer before begin behind believe below benchmark benefit best bet
    bets better between beyond big bigger biggest billionaire billions biotech birds bond bonds bonuses
    book bookings boosting born borrowing borrowings both boys bright bring bringing broadband broader
    broadly broker brokerage brokers budget build building built bullish buoyant business businesses but
    buy buyback buyer buyers buying by cable call called calling calls came can capacity capped car carbon
    card cargo carmakers carriers cars cases cash casual cats caution census central certain certainly
    chain changes changing charge charges cheap check chemicals children chip chipmaker chipmakers chips
    churn cities citing civil clear clearly click client clients climbing clinical closely closer closing
    clothing cloud coach coal cocoa coffee cold combined combining come comedy coming comments commercial
    commitments commodities commodity common companies company comparable compare compared compensation
    competition complaints computer concern concerned concerns congratulations consensus consider
    considering consolidated consolidation construction consumer consumers consumption content continued
    continuing contract contracts contributing copies copper copyright core corn corporate correction
    correspondents cost costs countries couples courts credit creditors crime crimes criminal criminals
    critics crude cts cumulative currencies currency current currently customer customers customs cut cuts
    cutting da daily damage dari data deal dealers dealing deals dear deaths debt decliners declines
    declining deep defence defending defense dei delegates delinquencies deliveries demand den depending
    deposits der deregulation despite details detectives deteriorating developed developers developing di
    die diesel digging digital diners direct director directors disappointing disclosure discount discover
    dismal distressed distributable diversified do doctors does doing dollar domestic double doubts down
    draw drawings drink drivers driving drug drugmaker drugs drugstores due durable during each earlier
    early earnings eating economic economists economy education effective eight either elections electric
    electrical electricity electronic eleven eliminating elsewhere email emerging emissions employees
    employer employers employment encouraging energy engineers enrollment enter enterprise entire
    environmental equities equity especially euro eurosterling even event eventually every everybody
    everyone everything evidence exactly excess excluding executives existing exit expectations expected
    expenses experienced experts export exports exposure extending external extra faced facing factoring
    factors factory failure fallen falling family fans fantastic far farmers farms fast faster fatalities
    fear fears feather federal fee fees fellow female few fewer fifteen fifth fifty figures filings film
    films final finally financials financing find finding fintech fire firefighters firms first fiscal
    fishing five fixed flash fleet flights floods focus follow following food for forecasters forecasts
    foreclosures foreign foreigners forests former formerly fortunately fossil founded founder four fourth
    frankly free freight fresh friends from front fuel fueled full fully fund fundamentally funding funds
    furniture further future futures gains games gaming gap gas gasoline generally generic genes get
    getting girls given giving global globally go going gold good got government governments grab grain
    great greater gross ground groundbreaking growing growth guests had half happily hard hardware has
    have having he heading headlines headquartered health healthcare heavy hedge hedging hello helping her
    here hey hi high higher highlights highly hiring his historical historically history hit hitting
    holders holding holiday home homebuilders homeowners hopefully hopes hospitals hot hotels house
    household households houses housing how however human hundred hundreds hunters hurricanes i identical
    if im imagine implied import importantly imported imports improved improvement improving in included
    including income incomes increased increases increasing increasingly indeed indexes individual
    industrial industrials industry industrywide inflation information initial initially inside instead
    institutional insurance insurers intellectual interest interested interestingly interior internal
    internationally inventories inventory investigators investing investment investments investor
    investors iron is issuance issues it its jet job jobless jobs joining joint judges jump jurors just
    keep keeping key kids known lacking land landlords large larger last late lately later latest launched
    lawmakers lawyers lead leading learning leave led legal lenders lending less let life lifting light
    like limited limiting liquidity listen listing literally live living loads loan loans local locals
    long longer look looking looks losing loss losses lots low lower luxury machines main mainline major
    make making male managed managing manufacturers manufacturing many margin margins market marketing
    markets married massive materials maybe meantime meanwhile measured measures media medical meet
    members membership memory men merchandise mergers meth mid migrants millennials millions mine miner
    miners mining ministers minutes missing mit mixed mobile momentum money monthly more mortgage
    mortgages most mostly mothers moves movie moving much multi multimedia multiple murders museums my
    names nationally natural naturally near nearly need negotiations neither net network never
    nevertheless newly news newspaper next nickel nine nobody non none nonetheless nonfarm nonperforming
    nor normally not notable notably note notes nothing noting now nowhere nuclear nurses nutrition
    obviously of offering officers official officially officials offshore often oil oilfield ok okay old
    older on once one online only onshore opening oper operating operation operational operations
    operators opponents opposition optimism options or orders organic organisers organizers original
    originally other others otherwise our out outgoing outlays outlook output outside outstanding over
    overall overnight overseas ownership packaging palladium panelists parent parents part partially
    participants particularly parties partly passenger passengers past patients pay paying payment
    payments peer pending penny pension people per perfect performance perhaps permits personal pharmacy
    phone pilots plague planning plants plastics players please plug plus point pole police policy
    policymakers political polling polls population portion positive possible possibly post potential
    power pre preliminary premium prescription presidents press pressure pretax previous previously price
    prices pricing primary principal prior prisoners prisons privacy private privately probably problems
    proceeds processing producers product production productivity profit profitability profits programmers
    progress project property prosecutors prospects protesters protests provided provision provisional
    provisions public publishing pupils purchases put putting quarterly quite rail rainfall range ranks
    rapid rate rates rather rating ratings ready real really receipts recent recently recession record
    recovery reduced refinancing refining reflecting regarding regardless regional regions registrations
    regular regulation regulators regulatory related remember renewable rents repayments reported reports
    rescue rescuers researchers reserves residential residents respondents responding restaurants
    restructuring results retail retailer retailers retired return returns revenue revenues revised
    revolving rice right rising risk risks rival rivals roads robust rocket roughly rumors running rural
    sadly said sale sales same samples save savings say scholars schools scientists scored scores search
    seasonal seasonally seat seats second sector sectors security see seeing seeking segment selling
    semiconductors senior sentiment separate separately service services set settlement settlers seven
    several shadow share shareholder shareholders shares sharp she shipments shipping ships shop shoppers
    short shortly should shr sick sight sign significant significantly signs similar similarly simply
    since single sister six slow slower slowing small smaller smart smartphone smartphones smokers smoking
    so soaring social soft software solar soldiers solid some something sometimes soon source sources
    sovereign soybean space speaking special specialty specifically speculation speed spend spending
    spokesman sports spread stable staff start starting starts startups state statistics stay steep still
    stimulus stockpiles stocks stores storms story strategists streaming streets strength stripping strong
    stronger struggling student students studies subprime subscription subsidiaries success such sugar
    summary summer supply supporters sure surely surprise surprisingly surveys swaps swimmers table take
    taken taking talking talks target tariffs tax taxes teachers teams tech technical technology teen
    telecommunications telecoms television temperatures ten terms thank thanks that the their then there
    therefore these they things think third thirteen thirty this those though thousands three through
    throughout thus ticketing tickets tight time tiny title to today together tomorrow too top topping
    total tough tourism towns tracks trade traders trading traditional traffic trains transactions
    transportation travel trees triple troops troubles truck trucks try trying turning turnout turnover
    twelve twenty two typically ultimately unadjusted uncertainty under underlying underscoring
    underwriters undoubtedly unemployment unfortunately unions unit units unless unlike until up upon
    upscale urban use users using usually utilities vaccines valuations vehicle venture very veteran
    victims video view villages virtual visit visitors volatile volatility volume volumes volunteers
    voters voting wage wages wait waiting walking war was watch water waters we weak weaker weakness
    wealth weekly weighing welcome well what whatever wheat when where whether which while whilst who
    whole why wildlife will wind winners winter wired wireless with within without woman women words work
    workers working world worldwide worries would writers year yen yes yesterday yet yields you young your
    youths zero
    """.split()
)
