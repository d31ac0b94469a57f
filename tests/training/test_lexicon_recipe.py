"""The recipe of the lexicon, on a dictionary of our own in WordNet's format."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.training.lexicon import lexicon_of, write
from claimcheck.training.wordnet import Sense, read_wordnet

NOTICE = "  1 A notice, whose lines begin with spaces.\n"
# Offset, file, kind, words in hexadecimal, each word with its number, pointers, gloss.
DATA = {
    "verb": """
00000010 41 v 02 glim 0 glom 0 002 ! 00000020 v 0101 + 00000010 n 0101 01 + 01 00 | to glim
00000020 41 v 01 unglim 0 001 ! 00000010 v 0101 01 + 01 00 | to undo it
00000030 41 v 01 glom 0 001 @ 00000010 v 0000 01 + 01 00 | to glim rarely""",
    "noun": """
00000010 04 n 01 glimment 0 001 + 00000010 v 0101 | the act of it
00000020 18 n 01 glimmer 0 001 @ 00000030 n 0000 | who does it
00000030 18 n 01 doer_of_it 0 000 | who does anything
00000040 18 n 01 Glimson 0 001 @i 00000030 n 0000 | who did it first
00000050 15 n 02 land 0 glimmed_land 0 000 | where things are done""",
    "adj": """
00000010 00 a 01 glim(p) 0 002 ! 00000020 a 0101 & 00000030 a 0000 | done
00000020 00 a 01 grum 0 001 ! 00000010 a 0101 | not done
00000030 00 s 01 glimmish 0 001 & 00000010 a 0000 | nearly done""",
    "adv": "00000010 02 r 01 glimly 0 000 | in that manner",
}
# Lemma, part of speech, number of synsets, symbols, of senses, of tagged senses, offsets.
INDEX = {
    "verb": """
glim v 1 1 ! 1 1 00000010
glom v 2 1 @ 2 1 00000030 00000010
unglim v 1 1 ! 1 0 00000020""",
    "noun": """
doer_of_it n 1 0 1 0 00000030
glimmed_land n 1 0 1 0 00000050
glimment n 1 1 + 1 0 00000010
glimmer n 1 1 @ 1 0 00000020
glimson n 1 0 1 0 00000040
land n 1 0 1 0 00000050""",
    "adj": """
glim a 1 1 ! 1 0 00000010
glimmish a 1 1 & 1 0 00000030
grum a 1 1 ! 1 0 00000020""",
    "adv": "glimly r 1 0 1 0 00000010",
}
COUNTS = """
glim%2:41:00:: 1 9
glom%2:41:00:: 1 80
glom%2:41:01:: 2 3
glimmish%5:00:00:glim:00 1 2
grum%3:00:00:: 1 2"""
EXCEPTIONS = {"verb": "glam glim", "noun": "glimmena glimment", "adj": "", "adv": ""}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, lines in DATA.items():
        (tmp_path / f"data.{name}").write_text(NOTICE + lines.lstrip() + "\n", "utf-8")
        (tmp_path / f"index.{name}").write_text(NOTICE + INDEX[name].lstrip() + "\n", "utf-8")
        (tmp_path / f"{name}.exc").write_text(EXCEPTIONS[name], "utf-8")
    (tmp_path / "cntlist.rev").write_text(COUNTS.lstrip(), "utf-8")
    return tmp_path


def test_senses_are_read_in_order_with_their_counts(folder: Path) -> None:
    wordnet = read_wordnet(folder)
    assert wordnet.senses["v"]["glom"] == (Sense(("v", 30), 80), Sense(("v", 10), 3))
    assert wordnet.synsets["a", 10].words == ("glim",)
    assert wordnet.exceptions["n"] == {"glimmena": ("glimment",)}


def test_a_rare_meaning_is_left_out_and_its_word_no_synonym(folder: Path) -> None:
    verbs = lexicon_of(read_wordnet(folder))["verb"]
    assert verbs == {
        "lemmas": "glim|glom|unglim",
        "senses": [[0], [1], [2]],
        "persons": 0,
        "broader": [[], [0], []],
        "irregular": {"glam": "glim"},
        "antonyms": {"glim": ["unglim"], "unglim": ["glim"]},
    }


def test_persons_come_first_and_single_ones_and_other_compounds_not_at_all(folder: Path) -> None:
    nouns = lexicon_of(read_wordnet(folder))["noun"]
    assert (nouns["lemmas"], nouns["senses"]) == (
        "doer of it|glimment|glimmer|land",
        [[0], [2], [1], [3]],
    )
    assert (nouns["persons"], nouns["broader"]) == (2, [[], [0], [], []])


def test_an_adjective_takes_the_antonym_of_the_one_it_is_like(folder: Path) -> None:
    adjectives = lexicon_of(read_wordnet(folder))["adjective"]
    assert adjectives["antonyms"] == {"glim": ["grum"], "glimmish": ["grum"], "grum": ["glim"]}


def test_a_noun_of_an_act_has_its_verb(folder: Path) -> None:
    assert lexicon_of(read_wordnet(folder))["acts"] == {"glimment": "glim"}


def test_the_same_dictionary_gives_the_same_bytes_always(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "lexicon.gz"
    lexicon = lexicon_of(read_wordnet(folder))
    write(lexicon, target)
    time_of_writing = target.read_bytes()[4:8]
    assert time_of_writing == bytes(4)
    assert json.loads(gzip.decompress(target.read_bytes())) == lexicon


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "data.noun").unlink()
    with pytest.raises(InputError, match=r"data\.noun cannot be read"):
        read_wordnet(folder)
