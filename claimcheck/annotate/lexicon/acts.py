"""Nouns that name acts and events in news, where WordNet links no verb or another; our own."""

from __future__ import annotations

from typing import Final

# The same word is the verb.
_SAME: Final = """
    appeal boycott clash climb collapse cut debate delay dip drop estimate fall flood gain halt hack
    increase jump launch leak march massacre murder pardon pause plan plunge probe rally rape
    rebound recall reform release review riot sentence slide slump surge surrender talk test
    veto vow""".split()
_OTHER: Final = """
    hanging/hang homicide/kill infection/infect loss/lose meeting/meet opening/open sale/sell
    speech/speak suspension/suspend talks/talk theft/steal threat/threaten triumph/win victory/win
    outbreak/break_out apology/apologize consideration/consider layoff/lay_off
    takeover/take_over crackdown/crack_down"""

ACTS: Final = {noun: noun for noun in _SAME} | {
    noun: verb.replace("_", " ")
    for noun, _, verb in (pair.partition("/") for pair in _OTHER.split())
}
