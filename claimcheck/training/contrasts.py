"""Minimal pairs made from single sentences: one thing is changed, or nothing but the words for it.

Every maker takes a parsed sentence and yields pairs of premise and hypothesis with the label that
the change gives them. For each kind of change that makes a contradiction there is a twin that looks
like it and keeps the meaning, so that neither the change nor the words give the label away.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

ENTAILMENT, NEUTRAL, CONTRADICTION = "entailment", "neutral", "contradiction"


@dataclass(frozen=True, slots=True)
class Pair:
    """A premise, a hypothesis, their label, and the kind of contrast."""

    premise: str
    hypothesis: str
    label: str
    kind: str


Doc: TypeAlias = Any
Maker: TypeAlias = Callable[[Doc, random.Random], Iterator[Pair]]

MONTHS = (
    "January February March April May June July August September October November December".split()
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty".split()
)
_YEAR = re.compile(r"\b(1[6-9]|20)\d\d\b")
_FULL_DATE = re.compile(rf"\bon ({'|'.join(MONTHS)}) (\d{{1,2}}), (\d{{4}})\b")
_DIGITS = re.compile(
    r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?![\w,])|(?<![\w.,-])\d+(?:\.\d+)?(?![\w.,]*\d)"
)

_NO_QUANTITY = ("DATE", "TIME", "ORDINAL", "WORK_OF_ART", "ORG", "LAW", "EVENT", "FAC", "PRODUCT")
_DAY = re.compile(rf"\d{{1,2}} (?:{'|'.join(MONTHS)})\b")
_BOUND = re.compile(
    r"(?:[$\u20ac\u00a3]|\b(?:about|around|some|over|under|nearly|almost|than|least|most|only|by|to|"
    + "|".join(MONTHS)
    + r"))\s*$"
)

# Words that exclude each other, in the same form.
_OPPOSITES = [
    line.split("/")
    for line in (
        "rose/fell climbed/dropped increased/decreased grew/shrank gained/lost won/lost "
        "accepted/rejected approved/rejected approved/vetoed supported/opposed backed/opposed "
        "agreed/refused confirmed/denied admitted/denied allowed/banned permitted/forbade "
        "opened/closed began/ended started/stopped entered/left arrived/departed joined/quit "
        "bought/sold hired/fired appointed/dismissed elected/defeated arrested/released "
        "convicted/acquitted upheld/overturned passed/failed succeeded/failed survived/died "
        "raised/lowered raised/cut strengthened/weakened expanded/reduced extended/shortened "
        "praised/criticized welcomed/condemned kept/abandoned remembered/forgot included/excluded "
        "above/below before/after more/less more/fewer higher/lower largest/smallest first/last "
        "oldest/youngest best/worst north/south east/west northern/southern eastern/western "
        "male/female alive/dead guilty/innocent legal/illegal public/private inside/outside "
        "majority/minority winner/loser victory/defeat success/failure increase/decrease "
        "rise/fall all/none always/never everyone/nobody early/late same/different "
        "possible/impossible able/unable likely/unlikely safe/dangerous open/closed "
        "united/divided father/mother brother/sister son/daughter husband/wife"
    ).split()
]
# Words that say the same, in the same form.
_SYNONYMS = [
    line.split("/")
    for line in (
        "began/started ended/finished bought/purchased rose/climbed fell/dropped "
        "increased/grew decreased/declined won/captured killed/slain wrote/penned "
        "received/got established/founded created/made built/constructed showed/displayed "
        "helped/assisted tried/attempted left/departed large/big small/little "
        "approximately/about nearly/almost several/some many/numerous often/frequently "
        "also/additionally however/but because/since while/whereas film/movie "
        "company/firm attorney/lawyer physician/doctor automobile/car children/kids "
        "located/situated primarily/mainly stated/said asked/requested required/needed "
        "ordered/commanded chose/selected ended/concluded hit/struck"
    ).split()
]
# Words of one kind, of which one excludes the others where a sentence says which it is.
_KINDS = [
    frozenset(line.split("/"))
    for line in (
        "red/blue/green/yellow/white/black/brown/orange/purple/pink/grey "
        "spring/summer/autumn/winter monday/tuesday/wednesday/thursday/friday/saturday/sunday "
        "football/basketball/baseball/hockey/tennis/cricket/rugby/golf/swimming/boxing "
        "guitar/piano/violin/drums/saxophone/flute/trumpet/cello/harp "
        "wine/beer/coffee/tea/milk/water/whiskey/juice/cider "
        "dog/cat/horse/cow/sheep/pig/goat/rabbit/elephant/lion/bear "
        "wood/steel/glass/plastic/paper/stone/leather/cotton/gold/silver/copper "
        "car/bus/train/truck/bicycle/boat/helicopter/motorcycle/plane "
        "kitchen/bedroom/bathroom/garage/basement/office/library "
        "president/senator/governor/mayor/judge/ambassador/secretary "
        "actor/singer/politician/lawyer/teacher/engineer/physician/farmer/painter/chef/pilot "
        "murder/robbery/fraud/kidnapping/arson/perjury/bribery/burglary "
        "earthquake/flood/hurricane/tornado/wildfire/drought/blizzard "
        "army/navy/police parliament/court senate/house "
        "hospital/school/church/prison/museum/airport/restaurant/factory "
        "novel/film/song/album/play/painting/poem "
        "euros/dollars/pounds/yen miles/inches/feet/yards metres/kilometres "
        "minutes/hours/days/weeks/months/years "
        "first/second/third/fourth/fifth/sixth/seventh/eighth/ninth/tenth "
        "comedy/drama/thriller/horror/western/musical "
        "democrat/republican democrats/republicans democratic/republican "
        "christian/muslim/jewish/hindu/buddhist "
        "english/french/german/spanish/italian/russian/chinese/japanese/arabic/portuguese "
        "american/british/canadian/australian/indian/swedish/brazilian/turkish/polish/mexican "
        "oil/gas/coal/uranium rice/wheat/corn/sugar/potatoes breakfast/lunch/dinner "
        "morning/afternoon/evening/night uncle/nephew/cousin aunt/niece "
        "sleeping/running/swimming/reading/cooking/dancing/singing/eating/driving/fighting "
        "walked/swam/drove/flew/sailed shot/stabbed/strangled/poisoned"
    ).split()
]
_DISTANCING = ("claimed", "alleged", "suggested", "insisted", "speculated", "hinted")
_SPEAKERS = (
    "a spokesman|the minister|officials|the company|police|a witness|the mayor|Smith|the agency|"
    "the president|a government source|researchers|the campaign|Martinez|the union|her lawyer"
).split("|")


def copies(doc: Doc, chance: random.Random) -> Iterator[Pair]:
    """The same words again: whole, in other clothes, or less an adjunct."""
    text = doc.text
    clothes = [
        text,
        text.rstrip("."),
        text.replace('"', "'"),
        text.replace("'", "\u2019"),
        text.upper() if chance.random() < 0.1 else text.lower(),
        f"\u201c{text}\u201d",
    ]
    yield Pair(text, chance.choice(clothes), ENTAILMENT, "copy")
    for cut in _without_adjunct(doc):
        yield Pair(text, cut, ENTAILMENT, "dropped adjunct")
        yield Pair(cut, text, NEUTRAL, "added adjunct")


def numbers(doc: Doc, chance: random.Random) -> Iterator[Pair]:
    """Another quantity; the twin rounds it, spells it or bounds it."""
    text = doc.text
    found = [m for m in _DIGITS.finditer(text) if not _in_date(doc, m.start())]
    if found:
        match = chance.choice(found)
        raw = match.group()
        value = float(raw.replace(",", ""))
        if 1 < value < 1e9:
            other = _formatted(_altered(value, chance), raw)
            if other != raw:
                changed = _put(text, match.span(), other)
                yield Pair(text, changed, CONTRADICTION, "number")
                yield Pair(
                    changed,
                    chance.choice([changed, changed.rstrip(".")]),
                    ENTAILMENT,
                    "number twin",
                )
            if not _is_bounded(text, match.start()):
                yield from _bounds(text, match, value, raw, chance)
    words = [token for token in doc if token.lower_ in NUMBER_WORDS and token.ent_type_ != "DATE"]
    if words:
        token = chance.choice(words)
        place = NUMBER_WORDS.index(token.lower_)
        span = (token.idx, token.idx + len(token))
        other = chance.choice([word for word in NUMBER_WORDS if word != token.lower_])
        yield Pair(text, _put(text, span, _cased(other, token.text)), CONTRADICTION, "number")
        yield Pair(text, _put(text, span, str(place + 2)), ENTAILMENT, "number twin")


def dates(doc: Doc, chance: random.Random) -> Iterator[Pair]:
    """Another year, month or day; the twin is less exact."""
    text = doc.text
    if years := list(_YEAR.finditer(text)):
        match = chance.choice(years)
        other = str(int(match.group()) + chance.choice([-20, -10, -5, -3, -2, -1, 1, 2, 3, 5, 10]))
        changed = _put(text, match.span(), other)
        yield Pair(text, changed, CONTRADICTION, "date")
        yield Pair(changed, changed.rstrip("."), ENTAILMENT, "date twin")
    if full := _FULL_DATE.search(text):
        month, _, year = full.groups()
        shorter = chance.choice([f"in {month} {year}", f"in {year}"])
        yield Pair(text, _put(text, full.span(), shorter), ENTAILMENT, "date twin")
        yield Pair(_put(text, full.span(), shorter), text, NEUTRAL, "date more exact")
    for names in (MONTHS, _DAYS):
        tokens = [token for token in doc if token.text in names and token.ent_type_ == "DATE"]
        if tokens:
            token = chance.choice(tokens)
            other = chance.choice([name for name in names if name != token.text])
            span = (token.idx, token.idx + len(token))
            yield Pair(text, _put(text, span, other), CONTRADICTION, "date")


class Names:
    """Another person, place or body in the same role, taken from other sentences."""

    def __init__(self, pool: dict[str, list[str]]) -> None:
        self._pool = pool

    def __call__(self, doc: Doc, chance: random.Random) -> Iterator[Pair]:
        text = doc.text
        entities = [e for e in doc.ents if e.label_ in self._pool and is_plain_name(e.text)]
        if entities:
            entity = chance.choice(entities)
            other = chance.choice(self._pool[entity.label_])
            if other not in text and entity.text not in other:
                changed = _put(text, (entity.start_char, entity.end_char), other)
                yield Pair(text, changed, CONTRADICTION, "name")
                yield Pair(changed, changed.rstrip("."), ENTAILMENT, "name twin")
        people = [e for e in doc.ents if e.label_ == "PERSON" and len(e) > 1]
        if people:
            person = chance.choice(people)
            span = (person.start_char, person.end_char)
            yield Pair(text, _put(text, span, person[-1].text), ENTAILMENT, "name twin")
        yield from roles(doc, chance)


def is_plain_name(name: str) -> bool:
    """Tell whether a name can stand in another sentence as it is."""
    return len(name) > 2 and name[0].isupper() and not re.search(r"['\u2019\"(]", name)


def one_word(names: dict[str, list[str]]) -> tuple[Maker, ...]:
    """Return the makers that change one thing in a sentence; `names` by their kind."""
    return numbers, dates, Names(names), negation, antonyms, kinds


def negation(doc: Doc, chance: random.Random) -> Iterator[Pair]:
    """Denied and affirmed; the twin denies in other words."""
    text = doc.text
    if both := _negated(doc, chance):
        plain, short = both
        yield Pair(text, plain, CONTRADICTION, "negation")
        yield Pair(plain, text, CONTRADICTION, "negation")
        yield Pair(plain, short, ENTAILMENT, "negation twin")
        yield Pair(short, plain, ENTAILMENT, "negation twin")
        if inverted := _inverted(doc, chance):
            yield Pair(text, inverted, CONTRADICTION, "negation inverted")
            yield Pair(inverted, text, CONTRADICTION, "negation inverted")
            yield Pair(inverted, plain, ENTAILMENT, "negation inverted twin")
        if len(text) < 200:
            body = _inside(doc, text)
            yield Pair(
                f"It is {chance.choice(['not true', 'false', 'untrue'])} that {body}.",
                *chance.choice([(text, CONTRADICTION), (plain, ENTAILMENT)]),
                "negation outside",
            )
            yield Pair(f"It is true that {body}.", text, ENTAILMENT, "negation outside twin")
    yield from _nobody(doc, chance)
    nots = [token for token in doc if token.lower_ in ("not", "n't") and token.i > 0]
    if (
        len(nots) == 1
        and nots[0].lower_ == "not"
        and nots[0].head.tag_ in ("VBN", "VBG", "JJ", "VB")
    ):
        span = (nots[0].idx, nots[0].idx + 4)
        affirmed = _put(text, span, "")
        if doc[nots[0].i - 1].lower_ in ("is", "are", "was", "were", "has", "have", "will", "can"):
            yield Pair(text, affirmed, CONTRADICTION, "negation")
            yield Pair(affirmed, text, CONTRADICTION, "negation")
    if any(token.dep_ == "neg" for token in doc):
        for cut in _without_adjunct(doc):
            yield Pair(text, cut, ENTAILMENT, "negation twin")
        yield Pair(text, text.rstrip("."), ENTAILMENT, "negation twin")


def antonyms(doc: Doc, chance: random.Random) -> Iterator[Pair]:
    """A word that excludes another; the twin is a word that says the same."""
    for pairs, label, kind in (
        (_OPPOSITES, CONTRADICTION, "antonym"),
        (_SYNONYMS, ENTAILMENT, "antonym twin"),
    ):
        found = [
            (token, pair)
            for token in doc
            for pair in pairs
            if token.lower_ in pair and token.ent_type_ == ""
        ]
        if found:
            token, pair = chance.choice(found)
            other = next(word for word in pair if word != token.lower_)
            span = (token.idx, token.idx + len(token))
            changed = _put(doc.text, span, _cased(other, token.text))
            yield Pair(doc.text, changed, label, kind)


def kinds(doc: Doc, chance: random.Random) -> Iterator[Pair]:
    """Another word of the same kind; the twin is the sentence as changed."""
    found = [(token, kind) for token in doc for kind in _KINDS if token.lower_ in kind]
    if found:
        token, kind = chance.choice(found)
        others = sorted(kind - {word.lower_ for word in doc})
        if others:
            other = _cased(chance.choice(others), token.text)
            changed = _put(doc.text, (token.idx, token.idx + len(token)), other)
            changed = re.sub(r"\ba (?=[aeio])", "an ", changed)
            yield Pair(doc.text, changed, CONTRADICTION, "kind")
            yield Pair(changed, changed.rstrip("."), ENTAILMENT, "kind twin")


def modality(doc: Doc, chance: random.Random) -> Iterator[Pair]:
    """A fact against a possibility, a plan or a duty: one way it follows, the other it is open."""
    text, root = doc.text, _root(doc)
    if root is None:
        return
    will = [child for child in root.children if child.lower_ == "will" and child.dep_ == "aux"]
    if will:
        span = (will[0].idx, will[0].idx + 4)
        softer = _put(text, span, chance.choice(["may", "might", "could"]))
        yield Pair(text, softer, ENTAILMENT, "modality")
        yield Pair(softer, text, NEUTRAL, "modality")
        yield Pair(text, _put(text, span, "will not"), CONTRADICTION, "modality")
    if root.tag_ == "VBD" and not _has_aux(root) and root.lemma_ not in ("be", "have"):
        span = (root.idx, root.idx + len(root))
        phrases = ["planned to", "hoped to", "wanted to", "was expected to", "tried to"]
        plan = _put(text, span, f"{chance.choice(phrases)} {root.lemma_}")
        yield Pair(plan, text, NEUTRAL, "modality")
        yield Pair(_put(text, span, f"failed to {root.lemma_}"), text, CONTRADICTION, "modality")
        yield Pair(_put(text, span, f"managed to {root.lemma_}"), text, ENTAILMENT, "modality")


def speech(doc: Doc, chance: random.Random) -> Iterator[Pair]:
    """What a source says, news tells as so; what it denies or merely claims, news does not."""
    text = doc.text
    if not text.strip(". ") or text.startswith(('"', "\u201c", "'")) or len(text) > 200:
        return
    body = _inside(doc, text)
    one, other = chance.sample(_SPEAKERS, 2)
    said = f"{_capital(one)} said {body}."
    according = chance.choice(
        [f"According to {one}, {body}.", f"{_capital(body)}, {one} said.", said]
    )
    yield Pair(according, text, ENTAILMENT, "speech twin")
    yield Pair(text, said, NEUTRAL, "speech")
    claims = f"{_capital(one)} {chance.choice(_DISTANCING)} that {body}."
    yield Pair(claims, text, NEUTRAL, "speech")
    yield Pair(said, f"According to {one}, {body}.", ENTAILMENT, "speech twin")
    yield Pair(f"{_capital(body)}, {one} said.", said, ENTAILMENT, "speech twin")
    denial = f"{_capital(one)} {chance.choice(['denied', 'rejected claims'])} that {body}."
    yield Pair(denial, said, CONTRADICTION, "speech")
    yield Pair(said, denial, CONTRADICTION, "speech")
    yield Pair(denial, text, CONTRADICTION, "speech")
    factive = (
        f"{_capital(one)} {chance.choice(['confirmed', 'admitted', 'acknowledged'])} that {body}."
    )
    yield Pair(factive, text, ENTAILMENT, "speech twin")
    yield Pair(said, f"{_capital(other)} said {body}.", NEUTRAL, "speech")
    if both := _negated(doc, chance):
        body_denied = _inside(doc, both[0])
        yield Pair(said, f"{_capital(one)} said {body_denied}.", CONTRADICTION, "speech")
        yield Pair(according, both[1], CONTRADICTION, "speech against")


class SpeechAgainst:
    """What a source says against the plain sentence with one thing changed, and its plain twin."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        self._makers: tuple[Maker, ...] = (numbers, dates, Names(names), antonyms, kinds)

    def __call__(self, doc: Doc, chance: random.Random) -> Iterator[Pair]:
        text = doc.text
        if text.startswith(('"', "\u201c", "'")) or len(text) > 200:
            return
        made = [pair for maker in self._makers for pair in maker(doc, chance)]
        made = [pair for pair in made if pair.premise == text and pair.label == CONTRADICTION]
        if made:
            body, one = _inside(doc, text), chance.choice(_SPEAKERS)
            said = chance.choice(
                [f"{_capital(one)} said {body}.", f"{_capital(body)}, {one} said."]
            )
            yield Pair(said, chance.choice(made).hypothesis, CONTRADICTION, "speech against")
            yield Pair(said, text, ENTAILMENT, "speech against twin")


def denied(doc: Doc, chance: random.Random) -> str | None:
    """Return a sentence with its main verb denied, or None where that isn't sure."""
    both = _negated(doc, chance)
    return chance.choice(both) if both else None


def _bounds(
    text: str, match: re.Match[str], value: float, raw: str, chance: random.Random
) -> Iterator[Pair]:
    """Rounded, and bounded below and above."""
    if value >= 20 and value == int(value):
        size = 10 ** (len(str(int(value))) - 1)
        rounded = round(value / size * 2) / 2 * size
        if rounded and abs(rounded - value) / value < 0.05:
            about = _put(
                text, match.span(), f"{chance.choice(['about', 'around', 'some'])} {rounded:,.0f}"
            )
            yield Pair(text, about, ENTAILMENT, "number twin")
            if rounded != value:
                yield Pair(about, text, NEUTRAL, "number more exact")
        lower = _put(text, match.span(), f"more than {value * chance.uniform(0.5, 0.95):,.0f}")
        yield Pair(text, lower, ENTAILMENT, "number twin")
        upper = _put(text, match.span(), f"fewer than {value * chance.uniform(0.5, 0.95):,.0f}")
        yield Pair(text, upper, CONTRADICTION, "number")
        yield Pair(_put(text, match.span(), f"at least {raw}"), text, NEUTRAL, "number more exact")


def _altered(value: float, chance: random.Random) -> float:
    if value < 12 and value == int(value):
        return float(chance.choice([n for n in range(2, 15) if n != value]))
    return value * chance.choice([0.3, 0.5, 0.6, 0.7, 0.8, 1.2, 1.3, 1.5, 2, 3])


def _formatted(value: float, like: str) -> str:
    decimals = len(like.partition(".")[2])
    return f"{value:,.{decimals}f}" if "," in like else f"{value:.{decimals}f}"


def _in_date(doc: Doc, place: int) -> bool:
    """Tell whether a number is part of a date, a title or a name."""
    inside = any(e.label_ in _NO_QUANTITY and e.start_char <= place < e.end_char for e in doc.ents)
    return inside or bool(_YEAR.match(doc.text, place) or _DAY.match(doc.text, place))


def _is_bounded(text: str, place: int) -> bool:
    """Tell whether a number has a currency sign or a bound before it."""
    return bool(_BOUND.search(text[:place]))


def _without_adjunct(doc: Doc) -> Iterator[str]:
    """Drop a prepositional phrase at the end of the main clause."""
    root = _root(doc)
    if root is None:
        return
    last = [
        child for child in root.children if child.dep_ in ("prep", "npadvmod") and child.i > root.i
    ]
    if last and last[-1].dep_ == "prep" and root.lemma_ not in ("be", "depend", "rely", "refer"):
        subtree = list(last[-1].subtree)
        start, end = subtree[0].i, subtree[-1].i
        if end >= len(doc) - 2 and start > root.i + 1:
            yield doc[:start].text.rstrip(" ,") + "."


def roles(doc: Doc, chance: random.Random) -> Iterator[Pair]:
    """Who did it to whom, changed over; the twin is in the passive, or the active, or converse."""
    if acts := _active(doc) or _passive(doc):
        one, verb, other, rest, plural = acts
        active = f"{_capital(one)} {verb} {other}{rest}"
        swapped = f"{_capital(other)} {verb} {one}{rest}"
        participle = _PARTICIPLES.get(verb, verb)
        passive = f"{_capital(other)} {'were' if plural else 'was'} {participle} by {one}{rest}"
        yield Pair(doc.text, swapped, CONTRADICTION, "roles")
        again = passive if doc.text == active else active
        yield Pair(doc.text, again, ENTAILMENT, "roles twin")
        yield Pair(again, swapped, CONTRADICTION, "roles")
        yield Pair(again, doc.text, ENTAILMENT, "roles twin")
        if verb in ("beat", "defeated"):
            lost = f"{_capital(other)} lost to {one}{rest}"
            yield Pair(doc.text, lost, ENTAILMENT, "roles twin")
            yield Pair(doc.text, f"{_capital(one)} lost to {other}{rest}", CONTRADICTION, "roles")


_PARTICIPLES = dict(
    pair.split("/")
    for pair in (
        "beat/beaten took/taken gave/given saw/seen wrote/written chose/chosen drove/driven "
        "won/won made/made bought/bought sold/sold led/led hit/hit left/left met/met sent/sent "
        "told/told shot/shot held/held lost/lost paid/paid built/built fought/fought"
    ).split()
)


def _active(doc: Doc) -> tuple[str, str, str, str, bool] | None:
    """Return agent, verb, target, the rest, and whether the target is plural."""
    root = _root(doc)
    if root is None or root.tag_ != "VBD" or _has_aux(root):
        return None
    if not root.lower_.endswith("ed") and root.lower_ not in _PARTICIPLES:
        return None
    subject = [c for c in root.children if c.dep_ == "nsubj" and c.i < root.i]
    target = [c for c in root.children if c.dep_ == "dobj" and c.i > root.i]
    if len(subject) != 1 or len(target) != 1:
        return None
    one, other = _whole(subject[0]), _whole(target[0])
    if one is None or other is None or one.start != 0 or one.end != root.i != other.start - 1:
        return None
    plural = target[0].tag_ in ("NNS", "NNPS")
    return _inside(doc, one.text), root.text, other.text, doc.text[other.end_char :], plural


def _passive(doc: Doc) -> tuple[str, str, str, str, bool] | None:
    """Return the same of a sentence in the passive."""
    root = _root(doc)
    if root is None or root.tag_ != "VBN" or not root.lower_.endswith("ed"):
        return None
    aux = [c for c in root.children if c.dep_ in ("aux", "auxpass", "neg")]
    agents = [c for c in root.children if c.dep_ == "agent"]
    subject = [c for c in root.children if c.dep_ == "nsubjpass"]
    if (
        len(aux) != 1
        or aux[0].lower_ not in ("was", "were")
        or (len(agents), len(subject)) != (1, 1)
    ):
        return None
    agent = next((c for c in agents[0].children if c.dep_ == "pobj"), None)
    one, other = agent and _whole(agent), _whole(subject[0])
    if not one or not other or other.start != 0 or agents[0].i != root.i + 1:
        return None
    plural = aux[0].lower_ == "were"
    return one.text, root.text, _inside(doc, other.text), doc.text[one.end_char :], plural


def _whole(head: Any) -> Any:
    """Return a noun with all that belongs to it, or None for a pronoun or a long one."""
    tokens = list(head.subtree)
    if head.pos_ not in ("NOUN", "PROPN") or len(tokens) > 7:
        return None
    span = head.doc[tokens[0].i : tokens[-1].i + 1]
    return span if len(span) == len(tokens) else None


def _negated(doc: Doc, chance: random.Random) -> tuple[str, str] | None:
    """Return the sentence with its main verb denied, in full and shortened or with never."""
    root = _root(doc)
    if root is None or any(child.dep_ == "neg" for child in root.children):
        return None
    text = doc.text
    aux = [c for c in root.children if c.dep_ in ("aux", "auxpass") and c.i < root.i]
    carrier = (
        aux[0]
        if aux
        else root
        if root.lemma_ == "be" and root.tag_ in ("VBD", "VBZ", "VBP")
        else None
    )
    if carrier is not None and carrier.lower_ in _SHORT:
        span = (carrier.idx, carrier.idx + len(carrier))
        return (
            _put(text, span, f"{carrier.text} not"),
            _put(text, span, _cased(_SHORT[carrier.lower_], carrier.text)),
        )
    if carrier is None and root.tag_ in ("VBD", "VBZ", "VBP") and root.lemma_ not in ("be",):
        do = {"VBD": "did", "VBZ": "does", "VBP": "do"}[root.tag_]
        span = (root.idx, root.idx + len(root))
        short = chance.choice([f"{do}n't {root.lemma_}", f"never {root.text}"])
        if short.startswith("never") and root.tag_ != "VBD":
            short = f"{do}n't {root.lemma_}"
        return _put(text, span, f"{do} not {root.lemma_}"), _put(text, span, short)
    return None


_SHORT = {
    "is": "isn't", "are": "aren't", "was": "wasn't", "were": "weren't", "has": "hasn't",
    "have": "haven't", "had": "hadn't", "will": "won't", "would": "wouldn't", "could": "couldn't",
    "should": "shouldn't", "can": "can't", "did": "didn't", "does": "doesn't", "do": "don't",
}  # fmt: skip


def _inverted(doc: Doc, chance: random.Random) -> str | None:
    """Return the sentence denied by its first words: "At no time did ..."."""
    root = _root(doc)
    assert root is not None
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or next(iter(subject.subtree)).i != 0:
        return None
    whole = doc[: max(token.i for token in subject.subtree) + 1]
    aux = [c for c in root.children if c.dep_ in ("aux", "auxpass")]
    carrier = aux[0] if aux else root if root.lemma_ == "be" else None
    before = root if carrier is None else carrier
    if before.i != whole.end:
        return None
    first = chance.choice(["At no time", "Never", "Not once", "In no way", "Under no condition"])
    name = _inside(doc, whole.text)
    if carrier is not None:
        rest = doc.text[carrier.idx + len(carrier) :]
        return f"{first} {carrier.lower_} {name}{rest}"
    if root.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    do = {"VBD": "did", "VBZ": "does", "VBP": "do"}[root.tag_]
    return f"{first} {do} {name} {root.lemma_}{doc.text[root.idx + len(root) :]}"


def _nobody(doc: Doc, chance: random.Random) -> Iterator[Pair]:
    """Some, and none: the subject itself is denied."""
    root, first = _root(doc), doc[0]
    if root is None or any(child.dep_ == "neg" for child in root.children):
        return
    head = first.head
    some = first.lower_ in ("a", "an", "some", "several", "many") or first.dep_ == "nummod"
    if not some or head.dep_ not in ("nsubj", "nsubjpass") or head.head.i != root.i:
        return
    rest = doc.text[len(first) :]
    none = f"No{rest}"
    yield Pair(doc.text, none, CONTRADICTION, "nobody")
    yield Pair(none, doc.text, CONTRADICTION, "nobody")
    if head.tag_ == "NNS":
        yield Pair(none, f"None of the{rest}", ENTAILMENT, "nobody twin")
    else:
        yield Pair(none, f"Not a single{rest}", ENTAILMENT, "nobody twin")


def _root(doc: Doc) -> Any:
    roots = [token for token in doc if token.dep_ == "ROOT"]
    if len(roots) != 1 or roots[0].pos_ not in ("VERB", "AUX"):
        return None
    has_subject = any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in roots[0].children)
    return roots[0] if has_subject else None


def _has_aux(root: Any) -> bool:
    return any(child.dep_ in ("aux", "auxpass", "neg") for child in root.children)


def _keeps_capital(doc: Doc) -> bool:
    return bool(doc[0].ent_type_) or doc[0].pos_ == "PROPN" or doc[0].text == "I"


def _inside(doc: Doc, text: str) -> str:
    """Return a sentence as it stands inside another: no full stop, no capital but a name's."""
    body = text.rstrip(".")
    return body if _keeps_capital(doc) else body[0].lower() + body[1:]


def _capital(name: str) -> str:
    return name[0].upper() + name[1:]


def _cased(word: str, like: str) -> str:
    return _capital(word) if like[:1].isupper() else word


def _put(text: str, span: tuple[int, int], words: str) -> str:
    changed = text[: span[0]] + words + text[span[1] :]
    return re.sub(r" {2,}", " ", changed)
