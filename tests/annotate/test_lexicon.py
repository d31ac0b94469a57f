"""What the shipped lexicon says of words that news is full of."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.annotate.lexicon import (
    Pos,
    are_antonyms,
    are_related_verbs,
    are_synonyms,
    is_broader,
    is_person,
    lemma,
    verb_of,
)
from claimcheck.annotate.lexicon import lexicon as module
from claimcheck.annotate.lexicon.opposites import OPPOSITES
from claimcheck.errors import ModelError


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(a, b) for a, _, b in (pair.partition("/") for pair in text.split())]


@pytest.mark.parametrize(
    ("pos", "forms"),
    [
        (Pos.VERB, "said/say fled/flee stopped/stop dying/die denies/deny found/find seed/seed"),
        (Pos.VERB, "criticised/criticise bombed/bomb wound/wound was/be resigning/resign"),
        (Pos.NOUN, "men/man countries/country crises/crisis taxes/tax news/news police/police"),
        (Pos.NOUN, "Officials/official people/people boss/boss lives/life firemen/fireman"),
        (Pos.ADJECTIVE, "deadliest/deadly higher/high worst/bad former/former honest/honest"),
        (Pos.ADVERB, "faster/fast later/later never/never sooner/soon"),
    ],
)
def test_a_form_goes_back_to_its_lemma(pos: Pos, forms: str) -> None:
    pairs = _pairs(forms)
    assert [(form, lemma(form, pos)) for form, _ in pairs] == pairs


def test_an_unknown_word_is_its_own_lemma_in_lower_case() -> None:
    assert lemma("Glimfobbed", Pos.VERB) == "glimfobbed"
    assert lemma("Glimfobs", Pos.NOUN) == "glimfobs"


@pytest.mark.parametrize(
    ("pos", "same", "not_same"),
    [
        (
            Pos.VERB,
            "buy/purchase say/state begin/start arrest/apprehend reveal/disclose fire/sack",
            "run/die kill/defeat say/allege buy/bribe pass/die charge/attack arrest/stop",
        ),
        (
            Pos.NOUN,
            "lawyer/attorney quake/earthquake lawmaker/legislator death/demise salary/wage",
            "law/rule party/group charge/cost death/injury president/minister sanction/penalty",
        ),
        (
            Pos.ADJECTIVE,
            "big/large deadly/lethal dangerous/unsafe wealthy/rich annual/yearly",
            "late/dead public/common high/drunk local/national medical/legal",
        ),
        (
            Pos.ADVERB,
            "about/approximately nearly/almost often/frequently soon/shortly",
            "never/always reportedly/allegedly up/down",
        ),
    ],
)
def test_synonyms_share_a_frequent_meaning(pos: Pos, same: str, not_same: str) -> None:
    assert [pair for pair in _pairs(same) if not are_synonyms(*pair, pos)] == []
    assert [pair for pair in _pairs(not_same) if are_synonyms(*pair, pos)] == []


@pytest.mark.parametrize(
    ("pos", "opposed", "not_opposed"),
    [
        (
            Pos.VERB,
            "approve/reject confirm/deny win/lose rise/fall hire/fire lend/borrow acquit/convict",
            "say/deny kill/die kill/wound find/search vote/elect lead/follow glimfob/deny",
        ),
        (
            Pos.NOUN,
            "ally/enemy victory/defeat peace/war guilt/innocence birth/death",
            "president/minister city/country police/thief",
        ),
        (
            Pos.ADJECTIVE,
            "alive/dead guilty/innocent legal/illegal huge/small rapid/slow bogus/genuine",
            "dead/wounded federal/state red/blue medical/legal big/good",
        ),
        (Pos.ADVERB, "for/against always/never up/down legally/illegally", "here/now often/soon"),
    ],
)
def test_antonyms_are_opposed_in_either_order(pos: Pos, opposed: str, not_opposed: str) -> None:
    assert [(a, b) for a, b in _pairs(opposed) if not are_antonyms(a, b, pos)] == []
    assert [(a, b) for a, b in _pairs(opposed) if not are_antonyms(b, a, pos)] == []
    assert [pair for pair in _pairs(not_opposed) if are_antonyms(*pair, pos)] == []


@pytest.mark.parametrize("pos", Pos)
def test_no_pair_of_our_own_is_both_opposed_and_the_same(pos: Pos) -> None:
    assert [pair for pair in OPPOSITES[pos] if are_synonyms(*pair, pos)] == []


@pytest.mark.parametrize("pos", Pos)
def test_our_own_pairs_are_lemmas(pos: Pos) -> None:
    words = {word for pair in OPPOSITES[pos] for word in pair}
    assert {word: lemma(word, pos) for word in words} == {word: word for word in words}


def test_a_noun_of_an_act_gives_its_verb() -> None:
    acts = dict(
        _pairs(
            "resignation/resign killing/kill death/die denial/deny vote/vote victory/win sale/sell "
            "allegation/allege withdrawal/withdraw explosion/explode appointment/appoint "
            "destruction/destroy theft/steal arrest/arrest shelling/shell"
        )
    )
    assert {noun: verb_of(noun) for noun in acts} == acts


def test_a_noun_of_something_else_has_no_verb() -> None:
    nouns = (
        "officer car house government fire time case state action morning building doxxing".split()
    )
    assert [noun for noun in nouns if verb_of(noun)] == []


def test_a_kind_is_broader_than_what_it_holds() -> None:
    broader = "weapon/rifle vehicle/car vehicle/truck aircraft/helicopter crime/theft tax/tariff"
    assert [pair for pair in _pairs(broader) if not is_broader(*pair)] == []


def test_neither_a_narrower_nor_an_all_embracing_noun_is_broader() -> None:
    others = "rifle/weapon object/rifle entity/car person/officer group/party car/truck rifle/rifle"
    assert [pair for pair in _pairs(others) if is_broader(*pair)] == []


def test_persons_are_told_from_other_things() -> None:
    persons = "passenger officer protester civilian people person minister star rebel nurse".split()
    others = "car police government dog bank party hand war glimfob".split()
    assert [noun for noun in [*persons, *others] if is_person(noun)] == persons


def test_related_verbs_share_a_way_of_doing() -> None:
    related = "kill/murder murder/kill say/announce murder/execute drop/plunge jail/imprison"
    others = "increase/decrease acquit/convict rise/fall kill/arrest buy/sell say/go glimfob/say"
    assert [pair for pair in _pairs(related) if not are_related_verbs(*pair)] == []
    assert [pair for pair in _pairs(others) if are_related_verbs(*pair)] == []


def test_a_changed_lexicon_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = tmp_path / "english.json.gz"
    changed.write_bytes(module.DATA.read_bytes()[:-1])
    monkeypatch.setattr(module, "DATA", changed)
    module._lexicon.cache_clear()
    with pytest.raises(ModelError, match="was changed"):
        lemma("said", Pos.VERB)
