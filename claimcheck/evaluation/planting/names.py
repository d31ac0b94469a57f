"""Another person, place or body in the same role, by the whole name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.references.names import FEMALE_NAMES, FIRST_NAMES, MALE_NAMES
from claimcheck.datatypes import DifferenceKind
from claimcheck.evaluation.planting.edits import Edit, Family
from claimcheck.evaluation.planting.passages import Chance, Passage

if TYPE_CHECKING:
    from spacy.tokens import Span as Name
    from spacy.tokens import Token

# Names that can stand in each other's place, with the article that they take.
_CLASSES: Final = {
    "state": "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|"
    "Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|"
    "Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|"
    "New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|"
    "South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|"
    "Wyoming",
    "country": "Afghanistan|Argentina|Australia|Austria|Belgium|Brazil|Britain|Canada|Chile|China|"
    "Colombia|Cuba|Denmark|Egypt|Finland|France|Germany|Greece|Haiti|Honduras|Hungary|India|"
    "Indonesia|Iran|Iraq|Ireland|Israel|Italy|Japan|Kenya|Kuwait|Lebanon|Libya|Mexico|Morocco|"
    "Nigeria|North Korea|Norway|Pakistan|Peru|Poland|Portugal|Qatar|Russia|Saudi Arabia|Somalia|"
    "South Africa|South Korea|Spain|Sudan|Sweden|Switzerland|Syria|Thailand|Turkey|Ukraine|"
    "Venezuela|Vietnam|Yemen",
    "city": "Atlanta|Baghdad|Baltimore|Beijing|Berlin|Boston|Brussels|Cairo|Chicago|Cleveland|"
    "Dallas|Damascus|Denver|Detroit|Geneva|Houston|Jerusalem|Kabul|Las Vegas|London|Los Angeles|"
    "Madrid|Manhattan|Miami|Milwaukee|Minneapolis|Moscow|New Orleans|Orlando|Paris|Philadelphia|"
    "Phoenix|Pittsburgh|Portland|Rome|San Diego|San Francisco|Seattle|Seoul|St. Louis|Tehran|Tokyo",
    "agency": "CDC|CIA|DEA|EPA|FBI|FCC|FDA|FEC|IRS|NSA|SEC",
    "broadcaster": "ABC|ABC News|BBC|CBS|CBS News|CNN|Fox News|MSNBC|NBC|NBC News|NPR|PBS",
    "paper": "Associated Press|Boston Globe|Los Angeles Times|New York Post|New York Times|"
    "Wall Street Journal|Washington Examiner|Washington Post|Washington Times",
    "company": "Amazon|Apple|Boeing|Chevron|Comcast|Disney|ExxonMobil|Facebook|Ford|GM|"
    "General Motors|Goldman Sachs|Google|Microsoft|Netflix|Pfizer|Tesla|Twitter|Uber|Verizon|"
    "Walmart",
    "department": "Commerce Department|Defense Department|Education Department|Energy Department|"
    "Interior Department|Justice Department|Labor Department|Pentagon|State Department|"
    "Treasury Department",
    "university": "Columbia University|Georgetown University|Harvard University|"
    "New York University|Ohio State University|Princeton University|Stanford University|"
    "Yale University",
}  # fmt: skip
_CLASS_OF: Final = {
    name: kind for kind, names in _CLASSES.items() for name in re.split(r"\|", names)
}
_PERSON_WORD: Final = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+|-[A-Z][a-z]+)?")
_LABELS: Final = frozenset(("PERSON", "GPE", "ORG", "LOC"))


@dataclass(frozen=True, slots=True)
class NamePool:
    """Names of many articles by their class ("man", "state"), in alphabetical order."""

    names: dict[str, tuple[str, ...]]

    def others(self, kind: str, article_text: str) -> list[str]:
        """Return names of a class no word of which an article has."""
        return [
            name
            for name in self.names.get(kind, ())
            if not any(re.search(rf"\b{re.escape(word)}\b", article_text) for word in name.split())
        ]


def name_pool(passages: Iterable[Passage]) -> NamePool:
    """Collect the names that can take another one's place."""
    found: dict[str, set[str]] = {}
    for passage in passages:
        for name in passage.doc.ents:
            if kind := _class_of(name):
                found.setdefault(kind, set()).add(name_words(name))
    return NamePool({kind: tuple(sorted(names)) for kind, names in sorted(found.items())})


def names(passage: Passage, pool: NamePool, chance: Chance) -> Iterator[Edit]:
    """Yield edits that put another name of the same class in, sources of statements left alone."""
    surnames = last_names(passage)
    for name in passage.doc.ents:
        kind = _class_of(name)
        is_short = kind is None and name.text in surnames and name.label_ == "PERSON"
        if (kind is None and not is_short) or is_source(name) or not _stands_alone(name):
            continue
        form = kind or surnames[name.text]
        others = pool.others(form, passage.article.text)
        if others:
            other = chance.pick(others)
            other = other.split()[-1] if is_short else other
            start = name.end_char - len(name_words(name))
            change = passage.place(start, name.end_char), other
            fitting = passage.article_before(start, other)
            label = f"{form}, last name" if is_short else form
            yield passage.edit((Family.NAME, label), change, {DifferenceKind.ENTITY}, fitting)


def person_class(words: str) -> str | None:
    """Return "man" or "woman" for a full name of a person that is told by its first name."""
    parts = words.split()
    if len(parts) not in (2, 3) or not all(_PERSON_WORD.fullmatch(part) for part in parts):
        return None
    if parts[0] not in FIRST_NAMES or parts[-1] in FIRST_NAMES:
        return None
    kinds = ((MALE_NAMES, "man"), (FEMALE_NAMES, "woman"))
    return next((kind for names, kind in kinds if parts[0] in names), None)


def name_words(name: Name) -> str:
    """Return a name without "the" before it."""
    return re.sub(r"^[Tt]he ", "", name.text)


def is_source(name: Name) -> bool:
    """Tell whether a name is, or is part of, who says something."""
    root = name.root
    above = (root, *root.ancestors)
    subjects = [one for one in above if one.dep_ in ("nsubj", "nsubjpass")]
    return any(one.lower_ in _SAID_BY or one.lemma_ in _SAYINGS for one in above) or any(
        verb.lemma_ in REPORTING or _has_content(verb)
        for subject in subjects
        for verb in _verbs_of(subject)
    )


def _verbs_of(subject: Token) -> list[Token]:
    beside = (one for one in subject.head.children if one.dep_ in ("advcl", "xcomp"))
    return [subject.head, *subject.head.conjuncts, *beside]


_SAID_BY: Final = frozenset("according quoted cited citing".split())
_SAYINGS: Final = frozenset("claim argument statement comment remark opinion".split())


def _has_content(verb: Token) -> bool:
    """Tell whether a verb takes what is said, in words of its own or quoted."""
    return any(one.dep_ == "ccomp" or one.text in ("“", '"') for one in verb.children)


REPORTING: Final = frozenset(
    "say tell add write claim argue announce note report insist state tweet warn explain testify "
    "acknowledge admit allege assert believe call confirm conclude contend declare deny estimate "
    "predict suggest think ask reply respond recall stress urge describe continue joke quip "
    "remark observe promise pledge vow talk speak comment threaten propose demand condemn "
    "disagree answer".split()
)


def _class_of(name: Name) -> str | None:
    if name.label_ not in _LABELS:
        return None
    words = name_words(name)
    if name.label_ == "PERSON":
        return person_class(words)
    return _CLASS_OF.get(words)


def last_names(passage: Passage) -> dict[str, str]:
    """Return the last names that the article gives in full, with the class of the person."""
    full = re.findall(r"\b[A-Z][a-z]+ [A-Z][A-Za-z-]+\b", passage.article.text)
    found = {name.split()[1]: kind for name in full if (kind := person_class(name))}
    return {name: kind for name, kind in found.items() if len(name) > 2}


def _stands_alone(name: Name) -> bool:
    """Tell whether a name is no part of a longer one ("Ohio State", "Paris Agreement")."""
    doc = name.doc
    before = doc[name.start - 1] if name.start else None
    after = doc[name.end] if name.end < len(doc) else None
    joined = ("-", "/", "&", "(", "of")
    if after is not None and (after.tag_ in ("NNP", "NNPS") or after.text in joined[:4]):
        return False
    if after is not None and after.text == "," and doc[name.end + 1 : name.end + 2].text.istitle():
        return name.label_ != "GPE" or _CLASS_OF.get(name.text) != "city"
    if before is None:
        return True
    is_joined = before.text in joined and not (before.text == "of" and name.label_ != "ORG")
    is_longer = before.tag_ in ("NNP", "NNPS") and name.label_ != "PERSON"
    return not is_joined and not is_longer
