"""The words that report: verbs, nouns, adverbs and prepositions, and how they stand to what they
report.

The stances follow the distinctions of Vendler (1972), Kiparsky and Kiparsky (1970) on factives,
and of style guides for news on "claimed" and "admitted". The lists are our own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from typing import Final

from claimcheck.datatypes import Stance


class Frame(Flag):
    """What can be the content of a reporting verb."""

    # "said (that) it rained", "said: 'It rained.'"
    CLAUSE = auto()
    # "told them that it rained": the object is who hears it.
    HEARER = auto()
    # "announced a plan".
    OBJECT = auto()
    # "promised to go", "denied going".
    ACTION = auto()
    # "called him a liar", "accused him of lying": all that follows the verb.
    NAMING = auto()
    # "barked, 'Go back'": a quotation next to it, and nothing else.
    QUOTE = auto()
    # "fired back at": only with the particle.
    PHRASAL = auto()


@dataclass(frozen=True, slots=True)
class Report:
    """One form of a reporting word.

    `prepositions` are those that belong to the cue and have the content as their object ("called
    for a vote").
    """

    base: str
    frame: Frame
    stance: Stance = Stance.NEUTRAL
    prepositions: frozenset[str] = frozenset()


# One line per frame: the prepositions that belong to the verb follow a slash.
_FRAMES: Final = (
    (
        Frame.CLAUSE,
        "say add reply respond joke quip exclaim mutter muse interject opine theorize "
        "theorise hypothesize hypothesise remark comment/on,about reiterate conclude "
        "argue/for,against agree/with,on disagree/with insist/on complain/about,of "
        "boast/of,about brag/about claim lament vow contend maintain hint/at speculate/about "
        "swear conjecture reckon gripe/about tweet retweet post blog state write/of,about note "
        "observe find believe think/of,about feel assume suppose guess imagine suspect fear "
        "worry/about hope/for know/about,of realize realise understand learn/of decide show "
        "testify/about demonstrate imply read elaborate/on concur/with marvel/at fret/about "
        "wonder/about dream/of doubt counter crow declare deadpan tout caution/against "
        "warn/of,about,against pray/for rejoice/at shout yell scream whisper cry recount "
        "report/on wish/for scoff/at fume thunder echo acknowledge",
    ),
    (
        Frame.CLAUSE | Frame.OBJECT,
        "announce confirm deny reveal disclose admit concede confess/to acknowledge emphasize "
        "emphasise stress underline underscore predict forecast foresee expect anticipate "
        "estimate report mention assert allege propose recommend suggest indicate signal "
        "declare proclaim explain describe recall remember forget regret dispute question rebut "
        "refute reject repeat reiterate recount relate certify affirm reaffirm attest/to "
        "document calculate project note discuss highlight imply posit postulate preach profess "
        "prophesy lament bemoan decry applaud advocate/for demand request order rule dictate "
        "stipulate specify fear doubt contest cite trumpet state argue contend tout conclude "
        "insist plead pledge guarantee",
    ),
    (
        Frame.CLAUSE | Frame.HEARER,
        "tell inform notify remind assure reassure advise warn/of,about,against convince "
        "persuade promise instruct brief/on email text caution ask/about,for,whether quiz/on "
        "press/on,about query/about question/about alert/to",
    ),
    (
        Frame.QUOTE,
        "begin finish go laugh sigh sniff snap hold continue cry",
    ),
    (
        Frame.PHRASAL | Frame.OBJECT,
        "lash/out hit/back fire/back brush/off shrug/off play/down lay/out speak/of,about,out "
        "talk/about,of",
    ),
    (
        Frame.PHRASAL | Frame.CLAUSE,
        "fire/back shoot/back hit/back push/back chime/in weigh/in point/out",
    ),
    (
        Frame.ACTION,
        "promise vow pledge swear threaten offer agree refuse decline hope propose suggest "
        "recommend deny admit recall regret demand ask claim profess purport expect urge "
        "call/for,on,upon encourage advise tell order instruct direct invite beg implore press "
        "push/for lobby/for,against beseech exhort counsel caution warn remind command allege",
    ),
    (
        Frame.NAMING,
        "call describe label brand dub deem term characterize characterise portray depict paint "
        "denounce dismiss accuse blame suspect charge fault credit regard view see consider "
        "declare pronounce cast frame hail nickname compare liken rate rank cite quote report "
        "name urge implore press reckon find think believe perceive refer/to peg tout mock",
    ),
    (
        Frame.OBJECT,
        "criticize criticise condemn denounce dismiss decry slam blast rip attack assail "
        "lambaste excoriate rebuke chide scold deride ridicule mock praise laud commend hail "
        "applaud defend endorse advocate reject disavow disown repudiate debunk discredit "
        "contradict protest/against object/to tout propose apologize/for apologise/for "
        "articulate echo cite quote reference bash savage doubt warn/of,about congratulate "
        "bemoan denigrate disparage complain/about demand urge refute rebut mention discuss "
        "detail outline downplay allude/to,at call/for,on,out,into argue/for,against "
        "campaign/for,against blame ask/for,about",
    ),
)

_STANCES: Final = {
    Stance.FACTIVE: (
        "admit acknowledge concede confess reveal disclose confirm know realize realise learn "
        "discover find show prove demonstrate establish note point recall remember remind regret "
        "understand see hear detect discern determine verify document observe underscore underline "
        "emphasize emphasise stress highlight certify notify inform forget"
    ),
    Stance.DISTANCING: (
        "claim allege contend insist assert maintain purport profess pretend boast brag accuse "
        "charge speculate suspect theorize theorise hypothesize hypothesise conjecture imply hint "
        "tout opine posit reckon guess imagine suppose assume"
    ),
    Stance.DENYING: (
        "deny reject dispute refute rebut dismiss repudiate disavow disown debunk discredit "
        "contradict contest doubt disagree challenge question"
    ),
}

_IRREGULAR: Final = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "know": "knows knew known knowing",
    "find": "finds found finding",
    "feel": "feels felt feeling",
    "see": "sees saw seen seeing",
    "show": "shows showed shown showing",
    "hear": "hears heard hearing",
    "hold": "holds held holding",
    "swear": "swears swore sworn swearing",
    "understand": "understands understood understanding",
    "forget": "forgets forgot forgotten forgetting",
    "foresee": "foresees foresaw foreseen foreseeing",
    "forecast": "forecasts forecasted forecasting",
    "cast": "casts casting",
    "begin": "begins began begun beginning",
    "go": "goes went gone going",
    "speak": "speaks spoke spoken speaking",
    "seek": "seeks sought seeking",
    "read": "reads reading",
    "hit": "hits hitting",
    "choose": "chooses chose chosen choosing",
    "lay": "lays laid laying",
    "teach": "teaches taught teaching",
    "forbid": "forbids forbade forbidden forbidding",
    "beseech": "beseeches besought beseeching",
    "beg": "begs begged begging",
    "brag": "brags bragged bragging",
    "blog": "blogs blogged blogging",
    "admit": "admits admitted admitting",
    "refer": "refers referred referring",
    "prefer": "prefers preferred preferring",
    "concur": "concurs concurred concurring",
    "plan": "plans planned planning",
    "quip": "quips quipped quipping",
    "snap": "snaps snapped snapping",
    "try": "tries tried trying",
    "rip": "rips ripped ripping",
    "slam": "slams slammed slamming",
    "pan": "pans panned panning",
    "dub": "dubs dubbed dubbing",
    "peg": "pegs pegged pegging",
    "rebut": "rebuts rebutted rebutting",
    "fret": "frets fretted fretting",
    "quiz": "quizzes quizzed quizzing",
    "label": "labels labeled labelled labeling labelling",
    "signal": "signals signaled signalled signaling signalling",
    "counsel": "counsels counseled counselled counseling counselling",
    "shoot": "shoots shot shooting",
}

_NOUNS: Final = {
    Stance.NEUTRAL: (
        "statement assessment announcement argument assertion belief comment conclusion "
        "declaration estimate explanation opinion position prediction forecast promise pledge "
        "proposal recommendation remark report suggestion testimony thought view vow "
        "warning word hope fear concern message demand call request expectation complaint threat "
        "feeling sense idea impression understanding commitment hint signal wish desire plan"
    ),
    Stance.FACTIVE: "admission acknowledgment acknowledgement confirmation concession confession "
    "disclosure revelation finding discovery observation recognition reminder realization",
    Stance.DISTANCING: "claim allegation accusation contention insistence charge speculation "
    "suspicion insinuation implication rumor rumour conjecture theory notion assumption",
    Stance.DENYING: "denial rejection refutation rebuttal doubt",
}

ADVERBS: Final = {
    "reportedly": Stance.NEUTRAL,
    "allegedly": Stance.DISTANCING,
    "purportedly": Stance.DISTANCING,
    "supposedly": Stance.DISTANCING,
    "ostensibly": Stance.DISTANCING,
    "admittedly": Stance.FACTIVE,
}

# The judgements that a negation turns into their opposite: "don't think that" is "think that not".
NEGATION_RAISING: Final = frozenset(
    "think believe expect agree accept feel suppose reckon imagine support endorse back favor "
    "favour want see consider approve hope".split()
)
# Verbs after which the negated content is simply not given: "would not say whether".
SILENCE: Final = frozenset(("decline", "refuse"))

# Where something is said: "said in a statement" is one cue.
VENUES: Final = frozenset(
    "statement statements interview interviews tweet tweets post posts email emails letter memo "
    "speech report reports article op-ed column blog filing testimony release message video "
    "call conference briefing twitter facebook hearing ruling opinion".split()
)

# What speaks without being a person: "the poll shows", "Report: ...".
DOCUMENTS: Final = frozenset(
    "poll polls survey surveys study studies report reports record records data figures statistics "
    "numbers documents document research analysis audit census emails email filings results "
    "insiders police officials sources experts".split()
)
# Verbs whose object is a finding where the subject is a document: "the poll shows a lead".
EVIDENT: Final = frozenset(("show", "find", "indicate", "put"))
# What stands before a colon and is no source.
LABELS: Final = frozenset(
    "video photo photos watch breaking update updated correction note editor exclusive analysis "
    "opinion related read live image source credit live-updates".split()
)

# Verbs that make one cue with the infinitive after them: "went on to say", "refused to confirm".
_CATENATIVE_BASES: Final = (
    "decline refuse fail continue go begin start try want seek appear seem dare hasten hesitate "
    "rush use"
)


def _inflected(base: str) -> list[str]:
    if base in _IRREGULAR:
        return _IRREGULAR[base].split()
    if base.endswith("e"):
        return [base + "s", base + "d", base[:-1] + "ing"]
    if base.endswith("y") and base[-2] not in "aeou":
        return [base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    plural = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [plural, base + "ed", base + "ing"]


def _verbs() -> dict[str, Report]:
    frames: dict[str, Frame] = {}
    prepositions: dict[str, set[str]] = {}
    for frame, listed in _FRAMES:
        for item in listed.split():
            base, _, after = item.partition("/")
            frames[base] = frames.get(base, Frame(0)) | frame
            prepositions.setdefault(base, set()).update(filter(None, after.split(",")))
    return {
        form: Report(base, frame, _stance(base, _STANCES), frozenset(prepositions[base]))
        for base, frame in frames.items()
        for form in (base, *_inflected(base))
    }


def _stance(base: str, stances: dict[Stance, str]) -> Stance:
    found = (stance for stance, words in stances.items() if base in words.split())
    return next(found, Stance.NEUTRAL)


def _nouns() -> dict[str, Report]:
    return {
        form: Report(base, Frame.CLAUSE, stance)
        for stance, words in _NOUNS.items()
        for base in words.split()
        for form in (base, _inflected(base)[0])
    }


VERBS: Final = _verbs()
NOUNS: Final = _nouns()
CATENATIVES: Final = frozenset(
    form for base in _CATENATIVE_BASES.split() for form in (base, *_inflected(base))
)
