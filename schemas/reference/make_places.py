"""Print places.csv and place_parts.csv: names and codes from CLDR (through Babel), the rest from here.

    python schemas/reference/make_places.py places > schemas/reference/places.csv
    python schemas/reference/make_places.py place_parts > schemas/reference/place_parts.csv

Countries have their ISO 3166-1 alpha-2 code, their parts the ISO 3166-2 code, regions of the world the UN M49
code; what has none of these (the Middle East) has its name in lower case, a city "country:name".
"""

import csv
import sys

from babel import Locale
from babel.core import get_global

# Names by which CLDR's English differs from what newspapers print; the first is the name.
PREFERRED = {
    "TR": "Turkey|Türkiye|Turkiye",
    "HK": "Hong Kong",
    "MO": "Macau|Macao",
    "MM": "Myanmar|Burma",
    "CD": "Democratic Republic of the Congo|DR Congo|DRC|Zaire",
    "CG": "Republic of the Congo|Congo",
    "CZ": "Czech Republic|Czechia|Czechoslovakia",
    "CI": "Ivory Coast|Cote d'Ivoire|Côte d'Ivoire|Côte d’Ivoire",
    "PS": "Palestinian Territories|Palestine|Gaza|West Bank|Gaza Strip",
    "GB": "United Kingdom|UK|U.K.|Britain|Great Britain",
    "US": "United States|US|U.S.|USA|U.S.A.|America|United States of America|continental US",
    "DE": "Germany|West Germany|Federal Republic of Germany",
    "CN": "China|mainland China|PRC|People's Republic of China|Communist China",
    "KR": "South Korea|Korea|Republic of Korea|S.Korea|S. Korea",
    "KP": "North Korea|DPRK",
    "NL": "Netherlands|the Netherlands|Holland",
    "AE": "United Arab Emirates|UAE|U.A.E.",
    "RU": "Russia|Russian Federation",
    "SY": "Syria",
    "TW": "Taiwan",
    "VN": "Vietnam|Viet Nam",
    "LA": "Laos",
    "MK": "North Macedonia|Macedonia",
    "SZ": "Eswatini|Swaziland",
    "CV": "Cape Verde|Cabo Verde",
    "TL": "East Timor|Timor-Leste",
    "BA": "Bosnia|Bosnia and Herzegovina|Bosnia & Herzegovina",
    "TT": "Trinidad and Tobago|Trinidad & Tobago|Trinidad",
    "VA": "Vatican|Vatican City",
    "XK": "Kosovo",
    "ST": "Sao Tome and Principe|São Tomé & Príncipe",
    "KN": "Saint Kitts and Nevis|St. Kitts & Nevis",
    "LC": "Saint Lucia|St. Lucia",
    "VC": "Saint Vincent and the Grenadines|St. Vincent & Grenadines",
    "AG": "Antigua and Barbuda|Antigua & Barbuda|Antigua",
    "IR": "Iran",
    "SA": "Saudi Arabia|Saudi",
    "NZ": "New Zealand|N.Z.",
    "IE": "Ireland|Irish Republic|Republic of Ireland",
}
# Adjectives and names of the people.
DEMONYMS = """
AF Afghan Afghans|AL Albanian Albanians|DZ Algerian Algerians|AO Angolan Angolans|AR Argentine Argentinian Argentines
AM Armenian Armenians|AU Australian Australians Aussie|AT Austrian Austrians|AZ Azerbaijani Azeri|BS Bahamian
BH Bahraini|BD Bangladeshi Bangladeshis|BB Barbadian|BY Belarusian Belarussian|BE Belgian Belgians|BZ Belizean
BJ Beninese|BT Bhutanese|BO Bolivian Bolivians|BA Bosnian Bosnians|BW Botswanan|BR Brazilian Brazilians|BN Bruneian
BG Bulgarian Bulgarians|BF Burkinabe|BI Burundian|KH Cambodian Cambodians|CM Cameroonian|CA Canadian Canadians
TD Chadian|CL Chilean Chileans|CN Chinese|CO Colombian Colombians|CD Congolese|CR Costa_Rican|HR Croatian Croat Croats
CU Cuban Cubans|CY Cypriot Cypriots|CZ Czech Czechs|DK Danish Dane Danes|DJ Djiboutian|DO Dominican|EC Ecuadorean Ecuadorian
EG Egyptian Egyptians|SV Salvadoran Salvadorean|ER Eritrean|EE Estonian Estonians|ET Ethiopian Ethiopians|FJ Fijian
FI Finnish Finn Finns|FR French Frenchman Frenchmen|GA Gabonese|GM Gambian|GE Georgian Georgians|DE German Germans
GH Ghanaian Ghanaians|GR Greek Greeks|GL Greenlandic|GT Guatemalan Guatemalans|GN Guinean|GY Guyanese|HT Haitian Haitians
HN Honduran Hondurans|HU Hungarian Hungarians|IS Icelandic Icelander Icelanders|IN Indian Indians|ID Indonesian Indonesians
IR Iranian Iranians|IQ Iraqi Iraqis|IE Irish|IL Israeli Israelis|IT Italian Italians|CI Ivorian Ivorians|JM Jamaican Jamaicans
JP Japanese|JO Jordanian Jordanians|KZ Kazakh Kazakhstani|KE Kenyan Kenyans|KW Kuwaiti Kuwaitis|KG Kyrgyz|LA Laotian Lao
LV Latvian Latvians|LB Lebanese|LR Liberian Liberians|LY Libyan Libyans|LI Liechtensteiner|LT Lithuanian Lithuanians
LU Luxembourger|MG Malagasy|MW Malawian|MY Malaysian Malaysians|MV Maldivian|ML Malian|MT Maltese|MR Mauritanian|MU Mauritian
MX Mexican Mexicans|MD Moldovan|MC Monegasque|MN Mongolian|ME Montenegrin|MA Moroccan Moroccans|MZ Mozambican|MM Burmese
NA Namibian|NP Nepali Nepalese|NL Dutch Dutchman|NZ New_Zealander New_Zealanders|NI Nicaraguan Nicaraguans|NE Nigerien
NG Nigerian Nigerians|KP North_Korean North_Koreans|MK Macedonian|NO Norwegian Norwegians|OM Omani|PK Pakistani Pakistanis
PS Palestinian Palestinians|PA Panamanian|PG Papua_New_Guinean|PY Paraguayan|PE Peruvian Peruvians|PH Philippine Filipino Filipinos
PL Polish Poles|PT Portuguese|QA Qatari|RO Romanian Romanians|RU Russian Russians|RW Rwandan|WS Samoan|SA Saudi Saudis
SN Senegalese|RS Serbian Serb Serbs|SC Seychellois|SL Sierra_Leonean|SG Singaporean Singaporeans|SK Slovak Slovaks
SI Slovenian Slovene|SO Somali Somalis|ZA South_African South_Africans|KR South_Korean South_Koreans Korean Koreans
SS South_Sudanese|ES Spanish Spaniard Spaniards|LK Sri_Lankan Sri_Lankans|SD Sudanese|SR Surinamese|SE Swedish Swede Swedes
CH Swiss|SY Syrian Syrians|TW Taiwanese|TJ Tajik|TZ Tanzanian|TH Thai Thais|TG Togolese|TT Trinidadian|TN Tunisian Tunisians
TR Turkish Turk Turks|TM Turkmen|UG Ugandan|UA Ukrainian Ukrainians|AE Emirati|GB British Briton Britons Brits
US American Americans|UY Uruguayan|UZ Uzbek|VE Venezuelan Venezuelans|VN Vietnamese|YE Yemeni Yemenis
ZM Zambian Zambians|ZW Zimbabwean Zimbabweans|HK Hong_Konger|XK Kosovan
"""  # noqa: E501
# Regions: M49 code (or the name), name and its variants, adjectives, the countries in it (or regions).
REGIONS = """
001;world|Earth|globe|planet;global|worldwide|world-wide|globally;002 019 142 150 009
002;Africa;African|Africans;015 014 017 018 011
015;North Africa|Northern Africa;North African;DZ EG LY MA SD TN EH
202;Sub-Saharan Africa|sub-Saharan Africa;sub-Saharan;014 017 018 011
014;East Africa|Eastern Africa;East African;BI KM DJ ER ET KE MG MW MU MZ RW SC SO SS UG TZ ZM ZW
017;Central Africa|Middle Africa;Central African;AO CM CF TD CG CD GQ GA ST
018;Southern Africa;Southern African;BW LS NA ZA SZ
011;West Africa|Western Africa;West African;BJ BF CV CI GM GH GN GW LR ML MR NE NG SN SL TG
019;Americas|the Americas;;003 005
003;North America;North American|North Americans;021 013 029
021;Northern America;;US CA GL BM
013;Central America;Central American;BZ CR SV GT HN MX NI PA
029;Caribbean|West Indies;West Indian;AG BS BB CU DM DO GD HT JM KN LC VC TT PR
005;South America;South American|South Americans;AR BO BR CL CO EC GY PY PE SR UY VE
419;Latin America;Latin American|Latin Americans;013 029 005
142;Asia;Asian|Asians|pan-Asian;030 034 035 143 145
030;East Asia|Eastern Asia;East Asian;CN HK JP KP KR MN MO TW
034;South Asia|Southern Asia;South Asian;AF BD BT IN IR MV NP PK LK
035;Southeast Asia|South-East Asia|South East Asia|South-east Asia;Southeast Asian|South-East Asian;BN KH ID LA MY MM PH SG TH TL VN
143;Central Asia;Central Asian;KZ KG TJ TM UZ
145;West Asia|Western Asia;;AM AZ BH CY GE IQ IL JO KW LB OM PS QA SA SY TR AE YE
150;Europe|the Continent;European|Europeans|pan-European|Europe-wide|Europewide;151 154 039 155
151;Eastern Europe|East Europe;Eastern European|East European;BY BG CZ HU MD PL RO RU SK UA
154;Northern Europe;Northern European;DK EE FI IS IE LV LT NO SE GB
039;Southern Europe;Southern European;AL AD BA HR GR IT MT ME MK PT RS SI ES VA XK
155;Western Europe|West Europe;Western European|West European;AT BE FR DE LI LU MC NL CH
central-europe;Central Europe;Central European;AT CZ DE HU LI PL SI SK CH
009;Oceania;;AU NZ FJ PG WS SB TO VU KI NR PW FM MH TV
EU;EU|European Union|E.U.|European Community|EC|Common Market|EU-wide;;AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE
EZ;euro zone|eurozone|Euro zone|Eurozone|euro area|Euro area|euro-zone|Euro-zone;;AT BE CY DE EE ES FI FR GR IE IT LT LU LV MT NL PT SI SK
middle-east;Middle East|Mideast|Near East;Middle Eastern;AE BH CY EG IQ IR IL JO KW LB OM PS QA SA SY TR YE
gulf;Gulf|Gulf states|Persian Gulf;;AE BH KW OM QA SA
mediterranean;Mediterranean;;
emerging-markets;emerging markets|Emerging markets|developing markets;;
asia-pacific;Asia-Pacific|Asia Pacific|Asia/Pacific|APAC;;142 009
greater-china;Greater China;;CN HK MO TW
scandinavia;Scandinavia;Scandinavian|Scandinavians;DK NO SE
nordic;Nordic countries|Nordics;Nordic;DK FI IS NO SE
baltic;Baltic states|Baltics;Baltic;EE LV LT
balkans;Balkans;Balkan;AL BA BG GR HR ME MK RO RS SI XK
benelux;Benelux;;BE LU NL
iberia;Iberian Peninsula;Iberian;ES PT
emea;EMEA;;150 middle-east 002
british-isles;British Isles;;GB IE
SU;Soviet Union|USSR|U.S.S.R.;Soviet|Soviets;
YU;Yugoslavia;Yugoslav|Yugoslavian;
DD;East Germany|German Democratic Republic|GDR;East German|East Germans;
oecd;OECD|Organisation for Economic Cooperation and Development|Organisation for Economic Co-operation and Development|Organization for Economic Cooperation and Development;;
former-soviet-union;former Soviet Union|CIS|Commonwealth of Independent States;;AM AZ BY GE KZ KG MD RU TJ TM UA UZ
"""  # noqa: E501
# Parts of countries: ISO 3166-2 code, name and variants.
PARTS = """
US-AL Alabama|Ala.;US-AK Alaska;US-AZ Arizona|Ariz.;US-AR Arkansas|Ark.;US-CA California|Calif.;US-CO Colorado|Colo.
US-CT Connecticut|Conn.;US-DE Delaware|Del.;US-FL Florida|Fla.;US-HI Hawaii;US-ID Idaho;US-IL Illinois|Ill.
US-IN Indiana|Ind.;US-IA Iowa;US-KS Kansas|Kan.;US-KY Kentucky|Ky.;US-LA Louisiana|La.;US-ME Maine;US-MD Maryland|Md.
US-MA Massachusetts|Mass.;US-MI Michigan|Mich.;US-MN Minnesota|Minn.;US-MS Mississippi|Miss.;US-MO Missouri|Mo.
US-MT Montana|Mont.;US-NE Nebraska|Neb.;US-NV Nevada|Nev.;US-NH New Hampshire|N.H.;US-NJ New Jersey|N.J.
US-NM New Mexico|N.M.;US-NY New York state|New York State;US-NC North Carolina|N.C.;US-ND North Dakota|N.D.;US-OH Ohio
US-OK Oklahoma|Okla.;US-OR Oregon|Ore.;US-PA Pennsylvania|Pa.|Penn.;US-RI Rhode Island|R.I.;US-SC South Carolina|S.C.
US-SD South Dakota|S.D.;US-TN Tennessee|Tenn.;US-TX Texas|Tex.;US-UT Utah;US-VT Vermont;US-VA Virginia|Va.
US-WA Washington state|Washington State;US-WV West Virginia|W.Va.;US-WI Wisconsin|Wis.;US-WY Wyoming|Wyo.
US-DC Washington|Washington D.C.|Washington, D.C.|District of Columbia;US-GA Georgia state|Ga.
US:new-england New England;US:midwest Midwest|U.S. Midwest|Midwestern;US:west-coast West Coast;US:east-coast East Coast
US:gulf-coast Gulf Coast|U.S. Gulf Coast;US:gulf U.S. Gulf|US Gulf;US:gulf-of-mexico Gulf of Mexico;US:alaska-north-slope North Slope
GB-ENG England;GB-SCT Scotland;GB-WLS Wales;GB-NIR Northern Ireland|Ulster;GB-EAW England and Wales
GB:midlands Midlands|West Midlands|East Midlands;GB:yorkshire Yorkshire;GB:cornwall Cornwall;GB:kent Kent;GB:essex Essex
GB:north-sea North Sea;GB:lancashire Lancashire;GB:surrey Surrey;GB:devon Devon;GB:norfolk Norfolk
CA-AB Alberta;CA-BC British Columbia;CA-MB Manitoba;CA-NB New Brunswick;CA-NL Newfoundland|Newfoundland and Labrador
CA-NS Nova Scotia;CA-ON Ontario;CA-PE Prince Edward Island;CA-QC Quebec|Québec;CA-SK Saskatchewan;CA-YT Yukon
AU-NSW New South Wales|NSW;AU-QLD Queensland;AU-SA South Australia;AU-TAS Tasmania;AU-VIC Victoria state
AU-WA Western Australia;AU-NT Northern Territory
DE-BW Baden-Württemberg|Baden-Wuerttemberg;DE-BY Bavaria;DE-BE Berlin;DE-BB Brandenburg;DE-HH Hamburg;DE-HE Hesse
DE-NI Lower Saxony;DE-NW North Rhine-Westphalia;DE-SN Saxony
ES-CT Catalonia;ES-AN Andalusia|Andalucia;ES-PV Basque Country;FR-BRE Brittany;FR-NOR Normandy;IT-25 Lombardy;IT-82 Sicily
IT-52 Tuscany;IT-88 Sardinia
IN-AP Andhra Pradesh;IN-AS Assam;IN-BR Bihar;IN-GJ Gujarat;IN-KA Karnataka;IN-KL Kerala;IN-MP Madhya Pradesh
IN-MH Maharashtra;IN-OD Odisha|Orissa;IN-PB Punjab;IN-RJ Rajasthan;IN-TN Tamil Nadu;IN-TG Telangana;IN-UP Uttar Pradesh
IN-WB West Bengal;IN-JK Kashmir;IN-HR Haryana
CN-GD Guangdong;CN-SC Sichuan;CN-HE Hebei;CN-HA Henan;CN-HB Hubei;CN-HN Hunan;CN-JS Jiangsu;CN-LN Liaoning;CN-SD Shandong
CN-SX Shanxi;CN-SN Shaanxi;CN-YN Yunnan;CN-ZJ Zhejiang;CN-XJ Xinjiang;CN-XZ Tibet;CN-FJ Fujian;CN-AH Anhui;CN-NM Inner Mongolia
JP-01 Hokkaido;JP-47 Okinawa;JP-07 Fukushima
RU-SAK Sakhalin;RU-CE Chechnya;RU:siberia Siberia;UA-43 Crimea;BR-SP Sao Paulo state;BR-MT Mato Grosso
MX-SON Sonora;ID-SM Sumatra;ID-JW Java;ID-BA Bali;ID:aceh Aceh;PH-MDN Mindanao;MY-12 Sabah;MY-13 Sarawak
PK-PB Pakistani Punjab;PK-SD Sindh;IQ:kurdistan Kurdistan;SD:darfur Darfur;NG:niger-delta Niger Delta;SCHENGEN Schengen
"""  # noqa: E501
CITIES = """
US New York|New York City|NYC;US Los Angeles;US Chicago;US Houston;US Philadelphia;US San Antonio;US San Diego;US Dallas
US San Francisco;US Austin;US Seattle;US Denver;US Boston;US Detroit;US Las Vegas;US Miami;US Atlanta;US Minneapolis
US New Orleans;US Cleveland;US Pittsburgh;US Baltimore;US Milwaukee;US Kansas City;US St. Louis|St Louis;US Cincinnati
US Salt Lake City;US Silicon Valley;US Manhattan;US Brooklyn;US Tampa;US Orlando;US Sacramento;US San Jose;US Honolulu
US Oakland;US Indianapolis;US Nashville;US Memphis;US Newark;US Long Island
GB London;GB Birmingham;GB Manchester;GB Liverpool;GB Leeds;GB Sheffield;GB Bristol;GB Glasgow;GB Edinburgh;GB Cardiff
GB Belfast;GB Newcastle;GB Nottingham;GB Southampton;GB Leicester;GB Aberdeen;GB Oxford;GB Cambridge;GB Coventry;GB Swansea
GB Sunderland;GB Heathrow;GB Gatwick
FR Paris;FR Marseille|Marseilles;FR Lyon;FR Toulouse;FR Bordeaux;FR Lille;FR Strasbourg
DE Munich;DE Frankfurt;DE Cologne;DE Stuttgart;DE Düsseldorf|Duesseldorf|Dusseldorf;DE Leipzig;DE Dresden;DE Hanover;DE Bremen
DE Wolfsburg;DE Bonn;IT Rome;IT Milan;IT Turin;IT Naples;IT Venice;IT Florence;ES Madrid;ES Barcelona;ES Valencia;ES Seville
PT Lisbon;NL Amsterdam;NL Rotterdam;NL The Hague;BE Brussels;BE Antwerp;CH Zurich|Zürich;CH Geneva;CH Basel;AT Vienna
SE Stockholm;SE Gothenburg;NO Oslo;DK Copenhagen;FI Helsinki;IS Reykjavik;IE Dublin;PL Warsaw;PL Krakow;CZ Prague;SK Bratislava
HU Budapest;RO Bucharest;BG Sofia;GR Athens;RS Belgrade;HR Zagreb;SI Ljubljana;UA Kiev|Kyiv;BY Minsk;LT Vilnius;LV Riga
EE Tallinn;RU Moscow;RU St. Petersburg|St Petersburg;TR Istanbul;TR Ankara;CY Nicosia
JP Tokyo;JP Osaka;JP Nagoya;JP Yokohama;JP Kyoto;JP Kobe;JP Hiroshima;CN Beijing|Peking;CN Shanghai;CN Shenzhen;CN Guangzhou
CN Wuhan;CN Chongqing;CN Tianjin;CN Chengdu;CN Shenyang;CN Nanjing;CN Dalian;CN Hangzhou;CN Xi'an;KR Seoul;KR Busan
KR Ulsan;KP Pyongyang;TW Taipei;IN Mumbai|Bombay;IN Delhi|New Delhi;IN Bangalore|Bengaluru;IN Chennai|Madras
IN Kolkata|Calcutta;IN Hyderabad;IN Ahmedabad;IN Pune;PK Karachi;PK Lahore;PK Islamabad;BD Dhaka|Dacca;LK Colombo
NP Kathmandu;TH Bangkok;VN Hanoi;VN Ho Chi Minh City|Saigon;MY Kuala Lumpur;ID Jakarta;PH Manila;MM Yangon|Rangoon
KH Phnom Penh;AF Kabul;IR Tehran|Teheran;IQ Baghdad;IQ Basra;SA Riyadh;SA Jeddah;SA Mecca;AE Dubai;AE Abu Dhabi;QA Doha
IL Tel Aviv;IL Jerusalem;LB Beirut;SY Damascus;SY Aleppo;JO Amman;YE Sanaa;EG Cairo;LY Tripoli;TN Tunis;DZ Algiers
MA Casablanca;MA Rabat;NG Lagos;NG Abuja;GH Accra;KE Nairobi;ET Addis Ababa;ZA Johannesburg;ZA Cape Town;ZA Durban
ZA Pretoria;ZW Harare;CD Kinshasa;UG Kampala;SD Khartoum;SN Dakar;AU Sydney;AU Melbourne;AU Brisbane;AU Perth;AU Adelaide
AU Canberra;AU Hobart;NZ Auckland;NZ Wellington;NZ Christchurch;CA Toronto;CA Montreal;CA Vancouver;CA Calgary;CA Ottawa
CA Edmonton;CA Winnipeg;MX Mexico City;MX Monterrey;MX Guadalajara;MX Tijuana;BR Sao Paulo|São Paulo;BR Rio de Janeiro
BR Brasilia;AR Buenos Aires;CL Santiago;PE Lima;CO Bogota|Bogotá;VE Caracas;EC Quito;UY Montevideo;BO La Paz
CU Havana;HT Port-au-Prince;PR San Juan;KZ Almaty;KZ Astana;UZ Tashkent;GE Tbilisi;AM Yerevan;AZ Baku
"""  # noqa: E501
PART_DEMONYMS = {
    "GB-ENG": "English", "GB-SCT": "Scottish|Scots|Scot", "GB-WLS": "Welsh", "GB-NIR": "Northern Irish",
    "US-CA": "Californian|Californians", "US-TX": "Texan|Texans", "US-HI": "Hawaiian", "US-AK": "Alaskan",
    "DE-BY": "Bavarian", "CN-XZ": "Tibetan", "CA-QC": "Quebecois", "ES-CT": "Catalan",
    "RU:siberia": "Siberian",
    "IQ:kurdistan": "Kurdish", "RU-CE": "Chechen", "IT-82": "Sicilian", "US:midwest": "Midwestern",
    "GB:london": "Londoner|Londoners", "US:new-york": "New Yorker|New Yorkers", "FR:paris": "Parisian",
}  # fmt: skip

# What only one place has: who names it speaks of that place. Parties, parliaments, ministers and offices,
# institutes of statistics, central banks, state lenders, trade unions, bodies that speak for a whole trade,
# who asks or measures one people; no regulators: their matters are companies'. A city's are its exchanges.
BODIES = """
GB:NHS|National Health Service|Home Office|Home Secretary|House of Commons|House of Lords|Downing Street|Whitehall
GB:Foreign Secretary|Foreign Office|Education Secretary|Health Secretary|Culture Secretary|Cabinet Office|Commons
GB:Labour|Labour Party|Tory|Tories|Conservatives|Conservative Party|Lib Dem|Lib Dems|Liberal Democrat|Liberal Democrats
GB:UKIP|Ukip|Scottish National Party|SNP|Plaid Cymru|Sinn Fein|Westminster|Chancellor of the Exchequer|Shadow Chancellor
GB:Office for National Statistics|ONS|Bank of England|Confederation of British Industry|CBI|Trades Union Congress|TUC
GB:British Chambers of Commerce|Federation of Small Businesses|Institute of Directors|British Retail Consortium
GB:Nationwide Building Society|Council of Mortgage Lenders|Land Registry|Rightmove|Hometrack|House Builders Federation
GB:Royal Institution of Chartered Surveyors|Building Societies Association|Association of British Insurers
GB:Audit Commission|National Audit Office|Public Accounts Committee|Electoral Commission|Crown Prosecution Service
GB:Inland Revenue|Ofcom|Ofsted|Ofgem|Oftel|Royal Mail|Network Rail|National Lottery|Child Support Agency
GB:Department of Health|Department for Education|Department of Trade and Industry|Department for Transport
GB:Department for Work and Pensions|Ministry of Defence|Defra|DEFRA|Higher Education Funding Council|Ucas|UCAS
GB:National Union of Teachers|NASUWT|Unison|British Medical Association|BMA|Age Concern|Citizens Advice|Acas
GB:YouGov|ICM|ICM Research|Mori|MORI|Ipsos MORI|Elspa|ELSPA|SMMT|BPI|MPs|Metropolitan Police|Law Lords
GB:ITV|ITV1|BBC1|BBC2|BBC One|BBC Two|BBC Radio|Channel 4|Freeview|Countryside Alliance|Local Government Association
GB-SCT:Scottish Executive|Scottish Parliament|MSPs|Holyrood;GB-WLS:Welsh Assembly
US:Labor Department|Department of Labor|Commerce Department|Department of Commerce|Census Bureau|Treasury Department
US:Agriculture Department|Department of Agriculture|USDA|Energy Information Administration|EIA|Energy Department
US:State Department|Justice Department|Transportation Department|Interior Department|Defense Department|Pentagon
US:Federal Reserve|Fed|FOMC|Federal Open Market Committee|Congress|Senate|House of Representatives|White House
US:Capitol Hill|Medicare|Medicare Part D|Medicaid|Social Security|Obamacare|Republicans|Democrats|Republican|Democrat|GOP
US:Bureau of Labor Statistics|Bureau of Economic Analysis|Congressional Budget Office|Government Accountability Office
US:General Accounting Office|Internal Revenue Service|IRS|FDIC|Freddie Mac|Fannie Mae|Ginnie Mae|Sallie Mae
US:Commodity Credit|Commodity Credit Corp|Commodity Credit Corporation|CCC|Export-Import Bank|Eximbank|Postal Service|Amtrak
US:Conference Board|Institute for Supply Management|National Association of Purchasing Management
US:National Federation of Independent Business|National Association of Realtors|National Association of Home Builders
US:Mortgage Bankers Association|American Petroleum Institute|RIAA|MPAA|National Retail Federation|Case-Shiller
US:Challenger Gray|AFL-CIO|United Auto Workers|UAW|Teamsters|Air Line Pilots Association|AARP|NCAA|NFL|NBA
US:Pew Research Center|Gallup|Autodata|Edmunds|Kelley Blue Book|Nielsen SoundScan
US:Centers for Disease Control and Prevention|CDC|National Institutes of Health|National Institute on Drug Abuse
US:Department of Health and Human Services|Department of Education|Homeland Security|Veterans Affairs
DE:Bundestag|Bundesbank|Destatis|Bundesrat|CDU|SPD|FDP|Ifo|ZEW|GfK|VDA|KBA|Verdi|IG Metall
FR:INSEE|Insee|Bank of France|Banque de France|National Front|UMP|Medef|MEDEF|SNCF|Ifop|TNS Sofres|CGT
IT:Istat|ISTAT|Bank of Italy|Confindustria|ISAE|Forza Italia;ES:Bank of Spain|PSOE|Anfac|ANFAC|Podemos
CH:Swiss National Bank|SNB|KOF;SE:Riksbank;NO:Norges Bank|Statistics Norway;NL:Statistics Netherlands;AT:OeNB
FI:Statistics Finland|Bank of Finland;GR:ELSTAT|Syriza|Pasok|PASOK;PT:Bank of Portugal;PL:Sejm|NBP;HU:Fidesz
IE:Dail|Taoiseach|Fianna Fail|Fine Gael;RU:Duma|Rosstat|Kremlin|Bank of Russia;TR:TurkStat|AKP;IL:Knesset|Likud|Bank of Israel
EZ:European Central Bank|ECB;EU:Eurostat|European Commission|European Parliament|ACEA|MEPs
CA:Statistics Canada|StatsCan|Bank of Canada|CMHC|Canadian Real Estate Association|Canadian Wheat Board
MX:Bank of Mexico|INEGI|Banxico|AMIA;BR:IBGE|Brazilian Central Bank|Anfavea|ANFAVEA|Fenabrave|Conab|CONAB|Datafolha|Ibope
AR:INDEC|Indec;CL:Cochilco;CO:Fedesarrollo;VE:PDVSA
AU:Reserve Bank of Australia|RBA|Australian Bureau of Statistics|ABARE|FCAI|Australian Wheat Board
NZ:Reserve Bank of New Zealand;JP:Bank of Japan|BOJ|MITI|METI|Tankan|tankan|Keidanren|JAMA|Japan Post
JP:Ministry of International Trade and Industry|Economic Planning Agency;KR:Bank of Korea
CN:People's Bank of China|PBOC|CAAM|National Bureau of Statistics|National People's Congress|CPCA|MIIT|NDRC
CN:China Passenger Car Association|National Development and Reform Commission;TW:DGBAS;HK:Hong Kong Monetary Authority|HKMA
IN:Reserve Bank of India|RBI|Congress Party|Lok Sabha|Rajya Sabha|BJP|Bharatiya Janata Party|SIAM|Nasscom|NASSCOM
PK:State Bank of Pakistan;ID:Bank Indonesia;MY:Bank Negara|Bank Negara Malaysia;TH:Bank of Thailand
PH:Bangko Sentral|Bangko Sentral ng Pilipinas;SG:Monetary Authority of Singapore
ZA:ANC|African National Congress|Stats SA|Statistics South Africa|South African Reserve Bank|Eskom|Cosatu|COSATU
US:new-york:Nymex|NYMEX|Comex|COMEX;GB:london:ICE Futures Europe|Liffe|LIFFE|International Petroleum Exchange
US:chicago:CBOT|Chicago Board of Trade|Chicago Mercantile Exchange
001:IATA|International Air Transport Association
"""  # noqa: E501
NO_COUNTRIES = ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "CQ", "AN")


def entries(table: str) -> list[str]:
    """Return the entries of a table above: its lines split at semicolons."""
    return [entry.strip() for entry in table.replace("\n", ";").split(";") if entry.strip()]


def slug(name: str) -> str:
    """Return the lower-case form of a name that codes are made of."""
    return name.lower().replace(".", "").replace("'", "").replace(" ", "-")


def currencies() -> dict[str, str]:
    """Return the present currency of each country (CLDR)."""
    present = {}
    for country, history in get_global("territory_currencies").items():
        current = [code for code, _, end, tender in history if end is None and tender]
        if current:
            present[country] = current[0]
    present["DE"] = "DEM"
    # No country of its own: an amount in euros says nothing about which.
    return {country: code for country, code in present.items() if code != "EUR" or country == "EZ"}


def places() -> list[tuple[str, ...]]:
    """Return the rows of places.csv: code, name, type, other names, demonyms, currency, bodies."""
    bodies: dict[str, str] = {}
    for entry in entries(BODIES):
        code, _, names = entry.rpartition(":")
        bodies[code] = f"{bodies[code]}|{names}" if code in bodies else names
    demonyms: dict[str, str] = {}
    for entry in DEMONYMS.replace("\n", "|").split("|"):
        code, *words = entry.split()[:1] + entry.split()[1:] if entry.strip() else [""]
        if code:
            demonyms[code] = "|".join(word.replace("_", " ") for word in words)
    rows = []
    for line in REGIONS.strip().splitlines():
        code, names, adjectives, _ = line.split(";")
        name, _, others = names.partition("|")
        kind = "world" if code == "001" else "country" if code in ("SU", "YU", "DD") else "region"
        rows.append((code, name, kind, others, adjectives, "", bodies.get(code, "")))
    money = currencies()
    english = Locale("en").territories
    for code in sorted(english):
        if len(code) != 2 or not code.isalpha() or code in NO_COUNTRIES:
            continue
        names = PREFERRED.get(code) or english[code].replace(" & ", " and ")
        name, _, others = names.partition("|")
        rows.append(
            (code, name, "country", others, demonyms.get(code, ""), money.get(code, ""), bodies.get(code, ""))
        )
    for entry in entries(PARTS):
        code, _, names = entry.partition(" ")
        name, _, others = names.partition("|")
        rows.append((code, name, "state", others, PART_DEMONYMS.get(code, ""), "", bodies.get(code, "")))
    for entry in entries(CITIES):
        country, _, names = entry.partition(" ")
        name, _, others = names.partition("|")
        code = f"{country}:{slug(name)}"
        rows.append((code, name, "city", others, PART_DEMONYMS.get(code, ""), "", bodies.get(code, "")))
    return rows


def place_parts() -> list[tuple[str, str]]:
    """Return the rows of place_parts.csv: whole and part."""
    rows = []
    for line in REGIONS.strip().splitlines():
        code, _, _, parts = line.split(";")
        rows.extend((code, part) for part in parts.split())
    for code, _, kind, *_ in places():
        if kind in ("state", "city") and code[2:3] in (":", "-"):
            rows.append((code[:2], code))
    rows.extend([("GB-EAW", "GB-ENG"), ("GB-EAW", "GB-WLS")])
    return rows


def main() -> None:
    """Print the table that the command line names."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    if sys.argv[1:] == ["places"]:
        writer.writerow(("place_code", "place", "type", "names", "demonyms", "currency", "bodies"))
        writer.writerows(places())
    elif sys.argv[1:] == ["place_parts"]:
        writer.writerow(("whole_code", "part_code"))
        writer.writerows(place_parts())
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
