"""Words that news uses for each other and that share no synset of WordNet; the list is our own."""

from __future__ import annotations

from typing import Final

# Groups of lemmas, by part of speech; a word of several words is joined with underscores.
_GROUPS: Final = {
    "verb": """
        abduct kidnap; abolish scrap; acquire buy purchase; appoint name; assassinate murder slay;
        authorise authorize approve; back endorse support; ban forbid outlaw prohibit;
        blow_up detonate explode; bombard shell; build construct; call_off cancel scrap;
        capture seize; caution warn; close shut; conclude end finish; condemn denounce;
        confiscate seize; contract shrink; criticise criticize slam; cut lower reduce slash;
        die perish; decline decrease drop fall; decline refuse; defer delay postpone;
        demolish raze; depart leave; die pass_away; dismiss fire lay_off sack; employ hire recruit;
        escape flee; free release; grow increase rise; halt stop; hike increase lift raise;
        hurt injure wound; imprison jail; investigate probe; jump soar surge; kill slay;
        legalise legalize; oust overthrow topple; pledge promise vow; plummet plunge tumble;
        quit resign step_down; reject turn_down; rescue save; disclose reveal; begin commence start;
        assault attack; strike hit; uncover discover; ask request""",
    "noun": """
        accord agreement deal pact; aircraft airplane plane; apartment flat; assault attack;
        attorney lawyer; backing support; ballot vote; blast explosion; blaze fire; boss chief head
        leader; border frontier; business company corporation firm; cash money; ceasefire truce;
        chair chairman chairperson chairwoman; child kid; cop policeman police_officer;
        cut decline decrease drop fall reduction; demonstration protest; doctor physician;
        employee staffer worker; enquiry inquiry investigation probe; film movie; firearm gun;
        hike increase rise; homicide killing murder slaying; immigrant migrant; inmate prisoner;
        jail prison; journalist reporter; law legislation statute; lawmaker legislator;
        legislature parliament; premier prime_minister; pensioner retiree; pupil student;
        spokesman spokesperson spokeswoman; strike walkout; teen teenager; triumph victory win;
        earthquake quake; dispute row""",
    "adjective": """
        affluent rich wealthy; aged elderly old; annual yearly; bogus fake false phoney phony;
        critical crucial essential key vital; dead deceased; deadly fatal lethal;
        earlier previous prior; enormous huge massive vast; entire whole; ex former;
        fast quick rapid swift; grave serious severe; hurt injured wounded; illegal unlawful;
        imprisoned jailed; jobless unemployed; lawful legal; likely probable; foreign overseas;
        minor slight; safe secure; drunk intoxicated""",
    "adverb": """
        abroad overseas; about approximately around roughly some; almost nearly; also too;
        completely entirely fully totally;
        annually yearly; currently now presently; earlier previously; fast quickly rapidly swiftly;
        frequently often; illegally unlawfully; immediately instantly; just merely only;
        legally lawfully""",
}


def _groups_of(text: str) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(text.split(";")):
        for word in group.split():
            lemma = word.replace("_", " ")
            found[lemma] = found.get(lemma, frozenset()) | {number}
    return found


# The numbers of the groups that a lemma is in.
EQUALS: Final = {pos: _groups_of(text) for pos, text in _GROUPS.items()}
