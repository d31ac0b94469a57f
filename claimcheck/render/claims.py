"""The claims of one article: a list for a person, and what JSON has on each beyond the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.annotate.details import Details
from claimcheck.annotate.quantities import Bound, Quantity
from claimcheck.annotate.times import TimeMention
from claimcheck.datatypes import Article, Claim, Span
from claimcheck.render import wording
from claimcheck.render.json import span_of
from claimcheck.render.layout import Line, Styled, draw
from claimcheck.render.sanitise import clean, tidy
from claimcheck.render.summary import quantity
from claimcheck.render.terminal import head, line, note

# One colour for each kind of words; what they are stands below the claim in words too.
_STYLES = {"negation": "bold red", "hedge": "yellow", "quantity": "green", "time": "cyan"}


def claims(
    found: Sequence[Claim],
    details: Sequence[Details],
    article: Article,
    *,
    width: int = 80,
    colour: bool = True,
) -> str:
    """Render the claims of one article in reading order."""
    lines = [*head(article.citation), Line(), line(f"{quantity(len(found), 'claim')}.")]
    for number, (claim, one) in enumerate(zip(found, details, strict=True), start=1):
        lines += [Line(), *_claim(f"{number}. ", claim, one)]
    if found and colour:
        lines += [Line(), _key()]
    return draw(lines, width, colour)


def as_json(details: Details, claim: Claim) -> dict[str, Any]:
    """Return what a claim's words tell, with the words; spans are places in the claim's text."""
    modality, text = details.modality, claim.text
    return {
        "cue": claim.cue,
        "stance": claim.stance and claim.stance.value,
        "unresolved": [span_of(span) for span in claim.unresolved],
        "factuality": details.factuality.value,
        "polarity": modality.polarity.value,
        "certainty": modality.certainty.value,
        "negations": [
            {"text": one.cue.of(text), "span": span_of(one.cue), "scope": span_of(one.scope)}
            for one in modality.negations
        ],
        "hedges": [_words(span, text) for span in modality.hedges],
        "conditions": [_words(span, text) for span in modality.conditionals],
        "plans": [_words(span, text) for span in modality.plans],
        "quantities": [{**_words(one.span, text), **_amount(one)} for one in details.quantities],
        "times": [{**_words(one.span, text), **_period(one)} for one in details.times],
    }


def _claim(margin: str, claim: Claim, details: Details) -> Iterator[Line]:
    after = "  ".join(part for part in (wording.place(claim), wording.voice(claim)) if part)
    yield Line((("“", ""), *_marked(claim.text, details), ("”  ", ""), (after, "dim")), margin)
    if reading := wording.reading(claim):
        yield note(f"read as: {reading}")
    for told in _notes(claim, details):
        yield note(told)


def _notes(claim: Claim, details: Details) -> Iterator[str]:
    modality, text = details.modality, claim.text
    if claim.cue:
        yield f"said with: {tidy(claim.cue)}" + (f" ({claim.stance})" if claim.stance else "")
    traits = [details.factuality.value, modality.certainty.value]
    traits += ["denied"] if modality.negations and modality.polarity == "negative" else []
    if claim.checkworthiness is not None:
        traits.append(f"worth checking {claim.checkworthiness:.2f}")
    yield ", ".join(traits)
    groups = {
        "negation": [one.cue for one in modality.negations],
        "hedge": [*modality.hedges, *modality.plans],
        "condition": list(modality.conditionals),
    }
    for name, spans in groups.items():
        if spans:
            yield f"{name}: " + ", ".join(f"“{tidy(span.of(text))}”" for span in spans)
    for one in details.quantities:
        yield f"quantity: “{tidy(one.span.of(text))}” = {_in_figures(one)}"
    for time in details.times:
        days = " to ".join(dict.fromkeys(str(day) for day in (time.start, time.end) if day))
        yield f"time: “{tidy(time.span.of(text))}” = {days or 'not sure'} ({time.granularity})"


def _in_figures(one: Quantity) -> str:
    bound = "" if one.bound is Bound.EXACT else f"{one.bound} "
    upper = "" if one.upper is None else f" to {one.upper:,g}"
    return f"{bound}{one.value:,.12g}{upper} {one.unit}".rstrip() + f" ({one.kind})"


def _marked(text: str, details: Details) -> list[Styled]:
    """Cut a claim's text into pieces by the kind of its words."""
    kinds = {
        "time": [one.span for one in details.times],
        "quantity": [one.span for one in details.quantities],
        "hedge": [*details.modality.hedges, *details.modality.plans],
        "negation": [one.cue for one in details.modality.negations],
    }
    styles = [""] * len(text)
    for kind, spans in kinds.items():
        for span in spans:
            styles[span.start : span.end] = [_STYLES[kind]] * (span.end - span.start)
    pieces: list[Styled] = []
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or styles[place] != styles[start]:
            pieces.append((clean(text[start:place]), styles[start]))
            start = place
    return pieces


def _key() -> Line:
    return Line(tuple((f"{kind}  ", style) for kind, style in _STYLES.items()))


def _words(span: Span, text: str) -> dict[str, Any]:
    return {"text": span.of(text), "span": span_of(span)}


def _amount(one: Quantity) -> dict[str, Any]:
    return {
        "value": one.value,
        "upper": one.upper,
        "unit": one.unit,
        "bound": one.bound.value,
        "kind": one.kind.value,
    }


def _period(one: TimeMention) -> dict[str, Any]:
    return {
        "start": one.start and one.start.isoformat(),
        "end": one.end and one.end.isoformat(),
        "granularity": one.granularity.value,
        "relative": one.relative,
    }
