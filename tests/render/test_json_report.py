"""The JSON contract."""

from __future__ import annotations

import json as stdlib_json
from dataclasses import replace

from claimcheck.datatypes import Comparison, Decision, NliScores, Relation, Scores
from claimcheck.render import json

UNTOLD = {"a_value": None, "b_value": None, "bearing": None}
AT_LEAST = {
    "relation": "differs",
    "confidence": 0.7,
    "differences": [
        {
            "kind": "number",
            "a": "Twelve",
            "b": "At least 10",
            "a_span": [0, 6],
            "b_span": [0, 11],
            **UNTOLD,
        },
        {"kind": "added", "a": "on Monday", "b": "", "a_span": [58, 67], "b_span": None, **UNTOLD},
    ],
    "nli": None,
    "why": "The figures are compatible.",
}


def test_compared_pair(story):
    """`a` holds the words of the claim, `b` those of the evidence."""
    assert json.match(story.at_least) == AT_LEAST


def test_nli_scores(story):
    """Both directions, when a model took part."""
    assert json.match(story.nobody)["nli"] == {
        "forward": {"entailment": 0.01, "neutral": 0.04, "contradiction": 0.95},
        "backward": {"entailment": 0.02, "neutral": 0.08, "contradiction": 0.90},
    }


def test_lookup(story):
    """Every field of the contract, and no other."""
    evidence = story.at_least.evidence
    assert json.lookup(story.lookup) == {
        "schema": 1,
        "query": "Twelve people injured",
        "results": [
            {
                "id": story.lookup.matches[0].id,
                "claim_id": 8,
                "article_id": evidence.citation.article_id,
                "source_id": None,
                "outlet": "Northern Wire",
                "date": "2024-05-06",
                "published": "2024-05-06",
                "url": "https://wire.example/fire",
                "title": None,
                "text": "At least 10 people were injured in the fire at Larnhaven harbour.",
                "spans": [[0, 65]],
                "kind": "statement",
                "speaker": None,
                "score": 0.0161,
                "scores": {
                    "similarity": 0.88,
                    "vector_rank": 2,
                    "lexical_rank": None,
                    "fused": 0.0161,
                },
                **AT_LEAST,
                "decision": None,
            }
        ],
        "signature": story.report.signature,
    }


def test_score_without_fusion_is_the_similarity(story):
    """A pair that was never ranked still has a score."""
    assert json.result(story.friday)["score"] == 0.79


def test_claims(story):
    """The reading is the text where the claim reads by itself."""
    value = json.claims([json.claim(story.warning), json.claim(story.damage)], story.article)
    assert value["article"]["source_id"] == "cd-1"
    assert value["claims"] == [
        {
            "spans": [[112, 139]],
            "text": "We never received a warning",
            "reading": "Larnhaven harbour never received a warning",
            "kind": "quotation",
            "speaker": "Ida Brandt",
            "checkworthy": 0.75,
        },
        {
            "spans": [[174, 211]],
            "text": "The damage is put at 3 million euros.",
            "reading": "The damage is put at 3 million euros.",
            "kind": "statement",
            "speaker": None,
            "checkworthy": None,
        },
    ]


def test_report(story):
    """Findings by origin, copies within their origin, then what nobody else reports."""
    text = json.report(story.report)
    assert text.startswith('{\n  "schema": 1,\n  "article": {\n    "id": ')
    value = stdlib_json.loads(text)
    assert list(value) == [
        "schema",
        "article",
        "summary",
        "findings",
        "omissions",
        "silent",
        "rejected",
        "signature",
    ]
    assert value["article"] == {
        "id": story.article.id,
        "source_id": "cd-1",
        "outlet": "Coast Daily",
        "title": "Twelve hurt in harbour fire",
        "url": "https://coast.example/fire",
        "published": "2024-05-06T18:00:00+02:00",
        "modified": None,
        "language": None,
    }
    assert value["findings"] == [
        {
            "claim": json.claim(story.injured),
            "origins": [
                [json.result(story.nobody)],
                [json.result(story.at_least), json.result(story.reprint)],
            ],
        },
        {"claim": json.claim(story.reopen), "origins": [[json.result(story.friday)]]},
    ]
    assert value["silent"] == [json.claim(story.warning), json.claim(story.damage)]


def test_what_a_difference_means(story):
    """Its bearing, and what the words of each side come to."""
    assert json.match(story.update)["differences"][0] == {
        "kind": "number",
        "a": "Twelve",
        "b": "At least 10",
        "a_span": [0, 6],
        "b_span": [0, 11],
        "a_value": "12",
        "b_value": "at least 10",
        "bearing": "update",
    }


def test_decision(story):
    """What a person decided, or only noted."""
    noted = replace(story.update, decision=Decision(None, "Ask the harbour"))
    assert [json.result(match)["decision"] for match in (story.update, noted)] == [
        {
            "judgement": "confirmed",
            "note": "Figures of Monday",
            "decided": "2024-05-08T09:30:00Z",
        },
        {"judgement": None, "note": "Ask the harbour", "decided": None},
    ]


def test_omissions(story):
    """By independent origin, copies within it, each with what a reader needs to find it."""
    value = stdlib_json.loads(json.report(story.full))
    (wire, echo), (post,) = story.omission.origins
    assert value["omissions"] == [
        {"origins": [[json.evidence(wire), json.evidence(echo)], [json.evidence(post)]]}
    ]
    assert value["omissions"][0]["origins"][1][0] == {
        "claim_id": 21,
        "article_id": post.citation.article_id,
        "source_id": "hp-7",
        "outlet": "Harbour Post",
        "date": "2024-05-07",
        "published": "2024-05-07",
        "url": "https://post.example/nobody",
        "title": None,
        "text": "The police want to hear two men who saw the fire.",
        "spans": [[66, 115]],
        "kind": "statement",
        "speaker": None,
    }
    assert value["rejected"] == 2


def test_numbers_that_are_none_become_null(story):
    """NaN and infinity have no place in JSON."""
    nan = float("nan")
    rated = NliScores(nan, 1 / 3, 0.5)
    odd = replace(
        story.friday,
        scores=Scores(nan, fused=float("inf")),
        comparison=Comparison(Relation.SAME, nan, forward=rated),
    )
    result = stdlib_json.loads(json.dump(json.result(odd)))
    assert [result["score"], result["confidence"], result["scores"]["similarity"]] == [None] * 3
    assert result["nli"] == {
        "forward": {"entailment": None, "neutral": 0.333333, "contradiction": 0.5},
        "backward": None,
    }
    assert json.claim(replace(story.damage, checkworthiness=nan))["checkworthy"] is None


def test_hostile_text_survives_the_round_trip():
    """Escaped where it could do harm, the same text after parsing; one line for JSON lines."""
    text = 'Ünï 港 "q" \\ \x1b[31m \x9b \x85 \u2028 \u202e \ud800 [\n 1,\n 2\n]'
    line = json.dump({"text": text})
    assert stdlib_json.loads(line) == {"text": text}
    assert line == (
        '{"text": "Ünï 港 \\"q\\" \\\\ \\u001b[31m \\u009b \\u0085 \\u2028 \\u202e \\ud800'
        ' [\\n 1,\\n 2\\n]"}'
    )


def test_spans_stay_on_one_line():
    """Indented JSON is for people to read as well."""
    assert json.dump({"spans": [[0, 68]]}, indent=2) == '{\n  "spans": [\n    [0, 68]\n  ]\n}'
