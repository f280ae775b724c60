"""What stands in place of an article: paywalls, cookie walls and pages that are missing, by their words."""

import re
from dataclasses import dataclass

# The beginning of an article that sites show of it.
MOST_TEASER = 500


@dataclass(frozen=True, slots=True)
class Wall:
    """What stands in place of an article.

    Attributes:
        sure: words that an article never has of itself.
        words: words that count in sentences to a reader.
        own: words by which a site speaks of itself; they count where hardly anything is reported.
        most_report: so many characters may report all the same: the beginning of what is not shown.
        told: what the page does.
    """

    reason: str
    sure: re.Pattern[str]
    words: re.Pattern[str]
    own: re.Pattern[str]
    most_report: int
    told: str


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(alternatives)})", re.IGNORECASE)


PIECE = r"(?:article|piece|story|report|content|text|page|analysis)"
PRICE = r"[$\u20ac\u00a3]\s?\d+(?:\.\d\d)?|\d+(?:\.\d\d)? (?:dollars|euros?|pounds|\u20ac)|\d+\.\d\d"
# Where these stand on a page, what is not shown goes on behind them.
GATE = _pattern(
    r"\b(?:subscribe|log ?in|sign (?:in|up)|register)\b.{0,30} to (?:continue|read|unlock|keep|view)\b"
    # An advertisement below an article that is shown.
    r"(?! (?:more )?(?:\w+ )?(?:stories|articles|news|from|like|about|of)\b)",
    r"^the rest is (?:only |reserved )?(?:available|open|reserved|for)\b",
    rf"\bthe (?:rest|remainder) of (?:this|the) (?:\w+ )?{PIECE} (?:can|is|may)\b",
    r"^continue (?:reading )?with (?:an? |your )?(?:\S+ ){0,2}subscription\b",
    r"\b(?:please|now) to (?:continue|keep) reading\b|^to (?:continue|keep) reading\b",
    r"\bto (?:read|see) (?:this|more|the (?:full|whole|rest))\b.{0,40}"
    r"\b(?:register|subscri\w+|log ?in|sign)\b",
    rf"\b(?:this|the rest of this|the full) (?:\w+ )?{PIECE} is (?:\w+ )?(?:exclusive|reserved|only|for|"
    r"available to (?:\w+ )?(?:members|subscribers))\b",
)
# What a subscription is offered with, and where a subscriber goes: the two stand below a beginning.
OFFER = _pattern(
    rf"(?:{PRICE})\W+(?:(?:for )?(?:the |your )?first\b|(?:a|per|every) (?:\w+ )?(?:week|month|year)\b)",
    r"\b(?:subscriber|member|premium|registered)s?[- ](?:only|exclusive)\b|^premium(?: content)?$",
    r"\bstart reading for\b",
    r"\b(?:see|choose|compare) (?:your |our |a |the )?(?:plans?|subscriptions?|offers)\b",
    r"^(?:unlock|buy) (?:this|the full|the whole) (?:\w+ )?\w+$|\bcancel (?:at )?any ?time\b",
)
ACCOUNT = _pattern(
    r"^(?:already (?:a |an )?.{0,30}|have an account|got an account)\?",
    r"^(?:log|sign) ?in(?: here| now)?\W*$|^subscribe(?: now)?\W*$",
    r"^(?:see|choose|compare) (?:plans|your plan)$",
)
# Above or below an article that is shown: so many more may be read for nothing.
METERED = re.compile(
    r"^(?=.{0,200}$)(?=.*\byou).*\b(?:[1-9]\d*|one|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:more |of \d+ )?(?:free )?(?:articles?|story|stories) (?:left|remain(?:s|ing)?)\b",
    re.IGNORECASE,
)
# What a page says of itself for machines.
FREE = re.compile(r"isAccessibleForFree[\"']?\s*:\s*[\"']?(?:https?://schema\.org/)?false", re.IGNORECASE)
WALLS = (
    Wall(
        "missing_page",
        _pattern(
            rf"\b(?:this|that|the) {PIECE}s? (?:(?:that )?(?:you|we) (?:\w+ ){{1,3}})?(?:requested )?"
            r"(?:has been|have been|was|is) (?:removed|deleted|moved|withdrawn|archived|unpublished|"
            r"taken (?:down|offline))",
            rf"\b(?:this|that) {PIECE}s? (?:(?:that )?(?:you|we) (?:\w+ ){{1,3}})?(?:requested )?(?:"
            r"(?:was|is|were) not found|"
            r"(?:has|have) expired|(?:could not|can(?:no|'|\u2019)t) be found|"
            r"(?:is|are) (?:no longer|not|currently un) ?available)",
            r"\bour (?:web)?site is (?:currently|temporarily) (?:un|not )available\b",
            r"\bnothing (?:was|has been) found at this",
            r"\bpage (?:can(?:no|'|\u2019)t be|not) found\b",
            r"\b(?:40[34]|410|50[03])\b.{0,20}\b(?:not found|gone|forbidden|unavailable)\b",
            r"\bray id\b",
            r"^error (?:code )?(?:40\d|410|451|50[0-4])\b(?!,)",
            r"\benable javascript\b",
            r"\bunhandled exception\b|\bstack trace\b|^server error in\b|^(?:fatal|parse) error: |"
            r"\b(?:apache|nginx|tomcat)/\d",
            r"\bupdate your bookmarks?\b|\byou will be (?:taken there|redirected|forwarded)\b",
            r"\b(?:resource requested|requested url|on this server)\b",
            r"\bdown for (?:\w+ )?maintenance\b",
            r"\b(?:the|this) \w+ (?:that )?you(?:'re|\u2019re| are| were) "
            r"(?:looking for|trying to (?:reach|see|view|open))\b",
            r"\bthis (?:vacancy|position|job|listing|event|auction|advert|offer) (?:is|has) (?:been )?"
            r"(?:filled|closed|ended|expired|over)\b",
            r"\byour browser (?:is (?:out of date|outdated|too old|(?:no longer|not) supported)|"
            r"does(?: not|n.t))\b",
        ),
        _pattern(
            r"\bpage (?:you|that you)\b.{0,60}\b(?:exist|found|moved|removed|available)",
            r"\b(?:no longer|not|un|currently un) ?available\b",
            r"\bcan(?:no|'|\u2019)t (?:find|be found)\b",
            r"\bcould not be found\b",
            r"\bnothing (?:here|was found)\b",
            r"\b(?:has|have) (?:expired|been (?:removed|moved|deleted))\b",
            r"\blink (?:that )?you followed\b",
            r"\baccess denied\b",
            r"\bpermission to access\b",
            r"\bsomething went wrong\b",
            r"\berror (?:code )?(?:40[0-9]|410|451|50[0-4])\b",
            r"\b(?:are|were) (?:you )?(?:a |an |not a )*(?:human|(?:ro)?bot)\b",
            r"\b(?:javascript|unusual (?:traffic|activity)|pardon our interruption)\b",
            r"\b(?:been|was|are) blocked\b|\b(?:captcha|security check)\b",
            r"\bchecking (?:if|your browser)\b",
            r"\btry (?:again|the search)\b",
            r"\b(?:taken down|archived|no such page|wrong address|maintenance)\b",
            r"\bwill be back\b",
            r"\bin your (?:region|country|location)\b",
        ),
        _pattern(
            r"\b(?:page|(?:web)?site|browser|server|gateway|link|requests?|url|address|computers)\b",
            r"\bthis (?:article|story|content|video)\b|\b(?:article|story) that does\b",
            r"\bdead end\b",
        ),
        200,
        "says that the page is missing or barred",
    ),
    Wall(
        "consent_wall",
        _pattern(
            r"\b(?:this|our) (?:web)?site (?:uses|stores) cookies\b",
            r"\bcookie (?:settings|preferences|notice)\b",
            r"\b(?:we|us|our) and our (?:\d+ )?(?:partners|vendors)\b",
            r"\bwe (?:value|care about) your privacy\b",
        ),
        _pattern(
            r"\bcookies?\b",
            r"\b(?:trackers|(?:personali[sz]e|show) (?:\w+ (?:and )?)?ads)\b",
            r"\b(?:partners|vendors|third part(?:y|ies)|advertisers)\b",
            r"\bconsent\b",
            r"\blegitimate interest\b",
            r"\bprivacy (?:policy|cent(?:re|er)|settings|choices)\b",
            r"\bpersonal (?:data|information)\b",
            r"\bopt out\b",
            r"\b(?:load|show|allow) (?:this|external|all) (?:content|media|embeds?)\b",
            r"\bdata may be (?:sent|transferred)\b|\bsocial (?:network|media)\b",
            r"\b(?:tracking|similar) technologies\b",
            r"\bpersonali[sz]ed (?:ads|advertis\w+|content)\b",
        ),
        _pattern(
            r"\bprivacy\b",
            r"\btrack(?:ing|ers)\b",
            r"\b(?:ads|advertising|ad companies)\b",
            r"\bwhich data\b|\byour data\b",
        ),
        250,
        "asks for consent to cookies in place of an article",
    ),
    Wall(
        "paywall",
        _pattern(
            GATE.pattern,
            r"\balready an? (?:\S+ ){0,2}(?:subscriber|member|customer)\b",
            r"\b(?:subscribers|members) (?:only|can read)\b",
            r"\bfor (?:\w+ )?(?:subscribers|members|readers) only\b",
            r"\bfree (?:article|storie|story)s? (?:left|remaining|this month)\b",
            r"\b(?:subscriber|member)s?[- ]only (?:article|story|content)\b",
            r"\barticle limit\b",
            rf"\b(?:buy|unlock) this {PIECE}\b",
            r"\bunlock all (?:stories|articles)\b",
        ),
        _pattern(
            r"\bsubscri(?:be|ption|bers?)\b(?! to our (?:\w+ )?newsletter)",
            r"\bmember(?:ship)?s?\b",
            r"\b(?:create|need|have) an? (?:free )?account\b",
            r"\bforgot(?:ten)? your password\b",
            r"\b(?:e-?mail address and )?password\b",
            r"\b(?:unlimited|full) access\b",
            r"\bfree (?:articles|stories)\b",
            r"\b(?:free trial|without charge|days? free|month free|free for \d+ days)\b",
            r"\bcancel (?:at )?any ?time\b",
            rf"(?:{PRICE}) (?:(?:a|per|every|/) ?)(?:\w+ )?(?:week|month|year)",
            r"\bread (?:on|more\?|the full)",
            r"\bindependent journalism\b",
            r"\bregist(?:er|ration)\b",
            r"\bunsubscribe\b|\bjoin \d[\d,.]* (?:readers|subscribers|members|others|people)\b",
            r"\bdonat(?:e|ions?)\b|\b(?:support us|our appeal)\b",
            r"\b(?:request|book) a demo\b|\bcontact sales\b|\bsingle sign-on\b",
        ),
        _pattern(
            r"\b(?:log ?in|sign (?:in|up))\b",
            r"\b(?:offers?|preview|patrons|customer number|newsroom|free views)\b",
            rf"\b(?:this|the full|open this|one) {PIECE}\b",
        ),
        MOST_TEASER,
        "asks to subscribe in place of an article",
    ),
)
