"""What the few claims that may speak of one fact say, taken apart with their syntax."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claimcheck.annotate.attribution import attributions
from claimcheck.annotate.modality import Modality, modality
from claimcheck.annotate.parsing import Sentence, parse
from claimcheck.annotate.quantities import Quantity, quantities
from claimcheck.annotate.references.naming import Mention, naming
from claimcheck.annotate.times import TimeMention, mentions
from claimcheck.compare.profile import Profile
from claimcheck.compare.tokens import Token
from claimcheck.datatypes import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Analysis:
    """One claim, taken apart; every span is a place in its text."""

    profile: Profile
    doc: Doc
    names: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeMention, ...]
    modality: Modality
    attributions: tuple[Attribution, ...]

    @property
    def text(self) -> str:
        """The claim's words, as they stand: a difference points to them."""
        return self.profile.text

    @property
    def tokens(self) -> list[Token]:
        """The words of the claim."""
        return self.profile.tokens

    @property
    def day(self) -> date | None:
        """When the claim was published."""
        return self.profile.day


def analyse(profiles: Sequence[Profile]) -> list[Analysis]:
    """Take claims apart, parsing all in one batch."""
    docs = parse([one.text for one in profiles])
    return [_analysis(one, doc) for one, doc in zip(profiles, docs, strict=True)]


def _analysis(claim: Profile, doc: Doc) -> Analysis:
    text = claim.text
    sentence = Sentence(Span(0, len(text)), doc)
    return Analysis(
        profile=claim,
        doc=doc,
        names=tuple(naming(text, sentence, 0)),
        quantities=tuple(quantities(text)),
        times=tuple(mentions(text, claim.day)),
        modality=modality(text, doc),
        attributions=tuple(attributions(text, [sentence])),
    )
