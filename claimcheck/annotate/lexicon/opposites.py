"""Opposites that news is full of and WordNet lacks; the list is our own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

# Pairs `a/b` of lemmas, by part of speech; `against` and `for` stand among the adverbs.
_PAIRS: Final = {
    "verb": """
        abandon/keep abolish/introduce abolish/keep abstain/vote accept/decline accept/refuse
        accept/reject acquit/convict acquit/sentence admit/deny adopt/reject adopt/scrap
        advance/retreat agree/disagree agree/refuse allow/ban allow/bar allow/block allow/forbid
        allow/prevent allow/prohibit appoint/dismiss appoint/fire approve/block approve/reject
        approve/veto approve/oppose arrest/free arrest/release arrive/depart arrive/leave
        attack/defend authorise/ban authorize/ban back/oppose ban/permit begin/end begin/stop
        boost/cut boost/reduce build/demolish buy/sell cancel/confirm cancel/hold climb/drop
        climb/fall close/open close/reopen confirm/contradict confirm/deny confirm/refute
        continue/halt continue/stop continue/suspend create/destroy create/scrap cut/increase
        cut/raise deny/acknowledge deny/grant deny/concede detain/free detain/release
        deteriorate/improve die/survive dismiss/uphold double/halve drop/gain drop/grow drop/jump
        drop/rise elect/oust embrace/reject enter/exit enter/leave escalate/ease exclude/include
        expand/shrink expel/admit extend/shorten fail/pass fail/succeed fall/gain fall/grow
        fall/increase fall/jump fall/rise fall/soar fall/surge fire/hire free/imprison free/jail
        gain/lose grant/refuse grow/decline grow/shrink halt/resume harm/help hide/reveal
        conceal/reveal hire/sack hire/dismiss ignore/heed impose/lift improve/worsen
        increase/decline increase/decrease increase/drop increase/reduce invest/divest
        invade/withdraw join/leave join/quit keep/scrap kill/save kill/spare launch/end
        legalise/ban legalize/ban lift/lower lock/unlock loosen/tighten lose/win lower/raise
        live/die overturn/uphold plunge/soar plunge/surge praise/condemn praise/criticise
        praise/criticize prove/disprove quash/uphold raise/reduce ratify/reject recover/worsen
        reject/endorse reject/welcome remain/leave remain/resign repeal/enact resign/stay
        resume/suspend reverse/uphold rise/decline rise/plunge rise/tumble save/spend shut/open
        shut/reopen send/receive sink/float start/end start/halt start/stop
        stay/leave strengthen/weaken support/oppose support/reject surge/plummet
        soar/plummet surrender/resist trust/distrust
        vote/boycott welcome/condemn win/concede withdraw/deploy""",
    "noun": """
        acquittal/conviction ally/enemy ally/foe ally/rival approval/disapproval
        approval/rejection approval/opposition arrest/release ban/permission beginning/end
        boom/bust ceasefire/war confirmation/denial closure/opening cut/increase cut/rise
        decline/growth decline/increase decline/rise decrease/increase deficit/surplus
        defeat/victory defeat/win democracy/dictatorship drop/increase drop/rise
        employment/unemployment entry/exit export/import failure/success fall/increase fall/rise
        gain/loss growth/recession guilt/innocence improvement/deterioration income/expenditure
        loss/profit loss/win buyer/seller friend/enemy north/south east/west majority/minority
        opponent/supporter opposition/support peace/war reduction/increase reduction/rise
        strength/weakness survivor/victim truth/lie withdrawal/deployment""",
    "adjective": """
        able/unable accurate/inaccurate alive/dead armed/unarmed authentic/fake
        available/unavailable biased/impartial current/former bullish/bearish civilian/military
        clean/contaminated closed/open conservative/liberal constitutional/unconstitutional
        domestic/foreign early/late effective/ineffective false/true fatal/harmless foreign/local
        free/jailed full/empty genuine/fake genuine/forged guilty/innocent guilty/acquitted
        heavy/light high/low hostile/friendly illegal/lawful legal/unlawful sick/healthy
        illegal/legal illegal/legitimate innocent/convicted intact/damaged large/small
        lawful/unlawful likely/unlikely major/minor male/female mandatory/optional
        mandatory/voluntary negative/positive new/old northern/southern eastern/western
        official/unofficial offline/online partial/total partial/full peaceful/violent
        permanent/temporary popular/unpopular private/public real/fake right/wrong rich/poor
        rural/urban safe/dangerous safe/unsafe secret/public stable/unstable strong/weak
        successful/failed successful/unsuccessful true/untrue unanimous/divided
        religious/secular vaccinated/unvaccinated valid/invalid vulnerable/safe well/ill
        binding/nonbinding binding/non-binding open/shut""",
    "adverb": """
        abroad/home against/for always/never ahead/behind above/below after/before down/up
        downward/upward downwards/upwards early/late first/last in/out inside/outside
        legally/illegally more/less off/on often/rarely often/seldom over/under partly/fully
        peacefully/violently permanently/temporarily privately/publicly secretly/openly
        slowly/quickly successfully/unsuccessfully together/apart voluntarily/forcibly
        with/without here/there lawfully/unlawfully rightly/wrongly""",
}


def _both_ways(pairs: Iterable[str]) -> frozenset[tuple[str, str]]:
    split = [pair.partition("/") for pair in pairs]
    return frozenset((a, b) for one, _, other in split for a, b in ((one, other), (other, one)))


OPPOSITES: Final = {pos: _both_ways(pairs.split()) for pos, pairs in _PAIRS.items()}
