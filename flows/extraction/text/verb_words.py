"""Verb forms that a light reading of clauses rests on."""

from typing import Final

from flows.extraction.text.plain_verbs import PLAIN_BASE, PLAIN_S

AUXILIARIES: Final = frozenset(
    """is are was were am be been being has have had having will would could can may might shall should must
    does do did isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't couldn't can't cannot don't
    doesn't didn't shouldn't isn’t aren’t wasn’t weren’t hasn’t haven’t won’t wouldn’t couldn’t can’t don’t
    doesn’t didn’t""".split()
)
FINITE_AUXILIARIES: Final = AUXILIARIES - {"be", "been", "being", "having", "may"} | {"may"}
# Past and other finite forms that are hardly ever anything else.
PAST: Final = frozenset(
    """cut read burst split quit set offset
    rose fell grew sold sank shrank climbed bought came went became began beat bore broke brought built
    chose cost did drew drove ate fought found flew forecast forgot froze gave got held hit kept knew laid
    led left lent lost made meant met paid put ran rang said saw sent shed shook shot showed shut slid
    spent spoke stood stole struck swung swept took taught told thought threw understood won wore wrote
    withdrew overtook undertook outsold underwent underpinned undershot overshot slipped dropped jumped
    soared plunged tumbled dipped edged surged rallied
    felt hid blew arose fled heard overcame rode sprang swore tore withheld withstood upheld underwent
    oversaw outgrew outran overran sought swam drank slept stuck hung clung dealt crept leapt wept bled dug
    shone sped spun flung strode caught sat""".split()
)
# Present forms; each is a noun too unless its neighbours say otherwise.
PRESENT_S: Final = PLAIN_S | frozenset(
    """says sees expects shows reports plans aims hopes claims estimates predicts believes thinks includes
    accounts remains represents makes sells employs owns holds operates produces generates becomes costs
    needs wants goes comes takes gives puts runs leads tops exceeds totals stands reaches rises falls grows
    means suggests indicates reflects compares brings leaves keeps provides offers uses has contains covers
    serves pays earns spends wins loses gains begins starts ends continues adds calls seems appears allows
    requires depends tends follows measures weighs lies sits receives contributes forecasts targets intends
    equals values houses features marks values carries faces looks ranks beats trails lags notes argues
    warns announces confirms reckons""".split()
)
PRESENT_S_NOUNS: Final = frozenset(
    """reports plans aims hopes claims estimates accounts costs needs runs leads tops rises falls gains
    starts ends calls uses offers measures forecasts targets values houses features marks faces looks ranks
    totals stands shows goes leaves pays spends means adds begins notes""".split()
)
BASE_PRESENT: Final = PLAIN_BASE | frozenset(
    """say expect think believe own account live have show remain include make sell need want hold see plan
    estimate predict hope use earn get claim suggest work play face run lead tend spend buy continue
    intend indicate argue warn agree feel rely differ vary belong depend attend""".split()
)
# Verbs that are nouns as often: finite only where an object, a number or an adverb follows.
_OBJECT_VERBS: Final = """
    account add aim announce average constitute equal represent approve attract avoid award back ban
    beat boost bring build buy call carry catch cause celebrate change claim climb close collect
    command comprise confirm consist contain control cost count cover create cross cut deal decline
    deliver demand deny detect dip discover dominate donate double drop earn ease eat edge eliminate
    employ enter exceed exclude expand export face fall feed fill find fine finish fire fly form gain get grow
    halve handle harvest help hire hit house import impose improve include increase invest join jump
    keep kill land launch lay lead lease leave lift link list lose lower make manage mark meet merge
    mine miss move near need offer open operate order outsell overtake own pass pay pick pledge plunge
    poll post produce promise provide publish pull pump push raise rally rank rate reach read recall
    receive record recover recruit reduce reject release rent repay replace report require rescue
    resell rise run save say score secure seek seize sell send serve set settle shed ship show shrink
    shut sign sink slash slide slip slow slump smoke soar spend stage stand start store strike study
    suffer supply surge swell take target teach tell test threaten top total trade train travel treat
    triple try accelerate contract crash dive leap narrow pop rebound retreat strengthen tighten
    tumble turn unveil urge weaken widen use vaccinate value visit vote want watch weigh win withdraw
    work write""".split()
OBJECT_BASE: Final = frozenset(_OBJECT_VERBS)
OBJECT_S: Final = frozenset(
    verb[:-1] + "ies"
    if verb.endswith("y") and verb[-2] not in "aeou"
    else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    for verb in _OBJECT_VERBS
)
# Of these "by" and "to" say how far.
MOVING: Final = frozenset(
    """widen narrow tighten contract rise fall grow drop climb soar plunge rally jump slide slip decline
    increase tumble shrink slump weaken strengthen""".split()
)
OBJECT_OPENERS: Final = frozenset(
    """about nearly almost over more less fewer just some only roughly around up out $ £ € a an the its their
    his her our this that all half most between at to under below above by from""".split()
)
# Counts in words: an object begins with one, and what follows one and ends in s is a noun.
COUNTS: Final = frozenset("two three four five six seven eight nine ten eleven twelve dozen".split())
PLURALS: Final = frozenset("men women people children police staff they we you".split())
SAYING: Final = frozenset(
    """said says say saying added adds claimed claims claim told announced reported reports forecast forecasts
    predicted predicts estimated estimates expects expected believes believe showed shows show noted notes
    projected projects explained warned warns stated states argued argues suggested suggests confirmed
    revealed indicated indicates found finds calculated calculates reckons reckoned thinks thought insisted
    acknowledged admitted calling boasted wrote writes disclosed saw sees cited hopes hoped denied
    mentioned declared means meant know knew ensure pledged""".split()
)
# Finite after a noun, whatever preposition follows.
INTRANSITIVE: Final = frozenset(
    """agreed increased climbed declined decreased jumped dropped gained advanced improved totalled totaled
    slumped tumbled eased widened narrowed doubled tripled quadrupled halved expanded moved retreated rallied
    accelerated slowed ended closed finished opened started continued remained stayed happened amounted
    belonged wanted decided refused planned hoped failed tended needed appeared seemed died lived voted
    reacted responded returned arrived worked served scored turned swelled plunged soared surged edged dipped
    slipped crashed rocketed contracted recovered rebounded weakened strengthened traded reached topped
    exceeded earned""".split()
)
# Participles that compare or add: never the verb of a clause before their preposition.
COMPARING_PARTICIPLES: Final = frozenset(
    "compared followed based driven helped boosted hurt led joined".split()
)
# Participles that hold no clause of their own before a noun or after a preposition.
NOT_VERBS: Final = frozenset(
    """united need speed feed seed exceed proceed succeed indeed hundred red bed wed shed led-by based
    so-called limited unlimited related aged combined adjusted non-adjusted hybrid fed unified advanced
    estimated annualised annualized expected unexpected mixed seasoned continued increased reduced
    improved fixed detailed limited recycled renewed bred sacred kindred ltd embed ted fred""".split()
)
# "combined" and its like stand before nouns; after a subject some are verbs all the same.
ADJECTIVE_OR_VERB: Final = frozenset(
    "estimated expected continued increased reduced improved combined based limited related renewed".split()
)
DETERMINERS: Final = frozenset(
    """the a an this that these those its his her their our my your each every some any no all both several
    another such other many few most more less what whose""".split()
)
PREPOSITIONS: Final = frozenset(
    """of in on at by for from to with without within into onto over under above below between among across
    through throughout during after before since until till about against along around behind beyond despite
    except inside near off outside per plus toward towards upon via versus vs like amid including excluding
    as than because due up down out compared following according""".split()
)
SUBORDINATORS: Final = frozenset(
    """while although though because when whereas if unless after before since until as once where whereby
    but yet however so and or nor than""".split()
)
RELATIVES: Final = frozenset("which who that whose whom".split())
LY_NOUNS: Final = frozenset(
    """family supply italy july assembly monopoly reply anomaly ally rally jelly fly butterfly bully belly
    lily emily sally molly kelly oligopoly subfamily""".split()
)
PRONOUNS: Final = frozenset("it they he she we i you this that these those which who there both one".split())
ADVERBS: Final = frozenset(
    """also still now only just even already then again together recently today currently so far not never
    nearly almost sharply slightly further each both again steadily quickly probably likely later
    earlier previously today's once ever meanwhile itself themselves alone too instead eventually yesterday
    nonetheless overall globally worldwide""".split()
)

NOMINATIVE: Final = frozenset("it they he she we i you there".split())
# Marks between clauses, as tokens.
COMMAS: Final = frozenset((",", "(", ")", ";", ":", "--", "—", "–", "...", "“", "”", '"'))


def is_adverb(word: str) -> bool:
    """Whether a word in lower case is an adverb, by list or by its ending."""
    return word in ADVERBS or (word.endswith("ly") and word not in LY_NOUNS)
