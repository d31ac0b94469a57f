"""How much a sentence is worth checking, from 0 to 1, by its words alone.

A logistic regression over words, pairs of words and cues such as figures, names, tense and first
person, in the manner of ClaimBuster (Hassan et al. 2017), with probabilities after Platt (1999).
`claimcheck.training.checkworthiness` makes the weights, on debates; names are masked there and
here, so that it isn't the politicians of those debates that make a sentence worth checking.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from claimcheck.checksums import sha256
from claimcheck.errors import ModelError

WEIGHTS: Final = Path(__file__).with_suffix(".json")
_SHA256: Final = "cd332556af6350eb04486e9fc1d410118377041dafddb71686cb7d783c63ea8d"
# Added to the number of a sentence's words and pairs, whose root divides their weights: a long
# sentence shouldn't rank first for its length, nor a short one for a single word.
_LENGTH_OFFSET: Final = 5

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,:]*%?|[$£€%?!\"“”]")
_NUMBER, _NAME = "<num>", "<name>"
_QUANTITY: Final = "quantity"
_CLASSES: Final = {
    "first": "i i'm i've i'd i'll my me mine myself we we're we've we'd we'll our us ours "
    "ourselves",
    "second": "you you're you've you'd you'll your yours",
    "modal": "will would should could can may might must shall ought won't wouldn't shouldn't "
    "couldn't can't cannot i'll we'll he'll she'll they'll it'll going gonna",
    "compared": "more less fewer most least than higher lower highest lowest larger largest "
    "biggest bigger smaller smallest greatest better worse worst best double doubled tripled "
    "half twice first last only every never ever record",
    _QUANTITY: "percent million billion trillion hundred thousand dozens hundreds thousands "
    "millions billions majority quarter third half two three four five six seven eight nine ten "
    "twelve fifteen twenty thirty forty fifty",
    "trend": "rose risen rise rising fell fallen fall falling increased increase increases "
    "decreased decline declined dropped drop grew grown growth cut cuts raised raise raises lost "
    "gained climbed soared plunged jumped surged shrank slashed reduced doubled tripled",
    "opinion": "think believe feel hope want need like love hate know guess wish should great "
    "terrible wonderful awful horrible beautiful good bad right wrong sad proud disgrace shame",
    "source": "said says according reported told study report poll survey officials data figures "
    "statistics census",
    "law": "voted vote veto vetoed signed law bill act tax taxes budget court ruled passed banned "
    "approved rejected opposed supported",
    "past": "was were had did been made said voted got went took gave left paid spent created "
    "became lost won built came told signed passed found knew ran began held kept put sent sold "
    "brought",
}
_CLASSES_OF: Final = {
    word: tuple(name for name, words in _CLASSES.items() if word in words.split())
    for words in _CLASSES.values()
    for word in words.split()
}
# Cues that say more together than each does.
_TOGETHER: Final = (
    ("past", "number"),
    ("compared", "number"),
    ("trend", "number"),
    ("past", "name"),
    ("first", "past"),
    ("first", "no past"),
    ("modal", "no number"),
)


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained model: log-odds are `slope * (bias + what the features weigh) + shift`."""

    words: Mapping[str, float]
    cues: Mapping[str, float]
    bias: float
    slope: float
    shift: float


def checkworthiness(texts: Sequence[str]) -> list[float]:
    """Return for each sentence the probability that it is worth checking, 0 to 1.

    The probability is one among sentences of debates, of which 23 in 100 are worth checking; in
    news its order counts. Raises ModelError where the weights are missing or damaged.
    """
    model = weights()
    return [probability(model, text) for text in texts]


@cache
def weights() -> Weights:
    """Return the shipped weights, read once per process. Raises ModelError."""
    try:
        if sha256(WEIGHTS) != _SHA256:
            raise ModelError(f"The model file {WEIGHTS} was changed.", "Reinstall claimcheck.")
        return Weights(**json.loads(WEIGHTS.read_text("utf-8")))
    except OSError as error:
        raise ModelError(
            f"The model file {WEIGHTS} cannot be read ({error.strerror}).", "Reinstall claimcheck."
        ) from error


def probability(model: Weights, text: str) -> float:
    """Return the probability (0 to 1) that `model` gives a sentence."""
    tokens = tokens_of(text)
    known = [model.words[name] for name in words_and_pairs(tokens) if name in model.words]
    logit = model.bias + math.fsum(known) * share_of(len(known))
    logit += math.fsum(model.cues.get(name, 0.0) for name in cues(tokens))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, model.slope * logit + model.shift))))


def share_of(known: int) -> float:
    """Return the factor on the weight of each of a sentence's `known` words and pairs."""
    return 1 / math.sqrt(known + _LENGTH_OFFSET)


def tokens_of(text: str) -> list[str]:
    """Return the words in lower case, figures and runs of names replaced by a mark for each."""
    titled = _is_titled(text)
    tokens: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word[0].isdigit():
            tokens.append(_NUMBER)
        elif not titled and tokens and word[0].isupper() and not _is_i(word):
            if tokens[-1] != _NAME:
                tokens.append(_NAME)
        else:
            tokens.append(word.lower().replace("’", "'"))
    return tokens


def _is_titled(text: str) -> bool:
    """Tell whether capitals mark no names, since nearly every longer word has one."""
    words = [word for word in text.split() if len(word) > 4 and word[0].isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _is_i(word: str) -> bool:
    return word == "I" or word[:2] in ("I'", "I’")


def words_and_pairs(tokens: Sequence[str]) -> set[str]:
    """Return every word, and every two that follow each other, sentence ends included."""
    ends = ["^", *tokens, "$"]
    return {*tokens, *map(" ".join, pairwise(ends))}


def cues(tokens: Sequence[str]) -> set[str]:
    """Return the names of what a sentence shows: `number 2`, `past`, `first & past`, `length 3`."""
    counts = Counter(name for token in tokens for name in _CLASSES_OF.get(token, ()))
    past = counts.pop("past", 0) or any(len(one) > 4 and one.endswith("ed") for one in tokens)
    numbers, names = tokens.count(_NUMBER), tokens.count(_NAME)
    shown = {*counts, "past" if past else "no past", "number" if numbers else "no number"}
    shown |= {"name"} if names else set()
    both = {f"{one} & {other}" for one, other in _TOGETHER if one in shown and other in shown}
    bare = {"bare"} if not (numbers or names or past or counts[_QUANTITY]) else set()
    words = sum(token[0].isalpha() or token == _NAME for token in tokens)
    return {
        f"number {min(numbers, 3)}",
        f"name {min(names, 3)}",
        f"length {min(words // 5, 8)}",
        *(f"{name} 2" for name, count in counts.items() if count > 1),
        *(name for name in shown if name not in ("number", "no number", "name")),
        *both,
        *bare,
        *({"?", "!"} & set(tokens)),
    }
