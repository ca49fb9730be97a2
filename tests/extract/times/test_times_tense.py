"""Which of two days is meant: by the tree where there is one, and for a caller who knows the tense better."""

from __future__ import annotations

import pytest
from times_handmade import analysis, document

from parley.extract.times import find_times, resolve_against, resolve_for
from parley.model.analysis import Analysis, Sentence, Token
from parley.model.mention import Time

PUBLISHED = "2031-05-14"  # a Wednesday
PAST, PRESENT = "Mood=Ind|Tense=Past|VerbForm=Fin", "Mood=Ind|Tense=Pres|VerbForm=Fin"
Row = tuple[str, str, str, int, str]


def tree(*rows: Row) -> Analysis:
    """One sentence from rows of (word, part of speech, features, governor counted from 1, relation)."""
    text, tokens = "", []
    for i, (word, upos, feats, head, deprel) in enumerate(rows):
        text += " " if text else ""
        lemma = {"has": "have", "had": "have", "was": "be", "agreed": "agree", "announced": "announce"}.get(word, word)
        tokens.append(Token(i, len(text), len(text) + len(word), word, upos, "_", feats, lemma, head - 1, deprel, 0))
        text += word
    return Analysis(text, tuple(tokens), (Sentence(0, 0, len(tokens)),))


CLAUSES = [
    (
        "said … will meet on Friday",
        (
            ("They", "PRON", "_", 2, "nsubj"),
            ("said", "VERB", PAST, 0, "root"),
            ("she", "PRON", "_", 5, "nsubj"),
            ("will", "AUX", "VerbForm=Fin", 5, "aux"),
            ("come", "VERB", "VerbForm=Inf", 2, "ccomp"),
            ("on", "ADP", "_", 7, "case"),
            ("Friday", "PROPN", "_", 5, "obl"),
        ),
        "2031-05-16",
    ),
    (
        "said on Friday that she will come",
        (
            ("They", "PRON", "_", 2, "nsubj"),
            ("said", "VERB", PAST, 0, "root"),
            ("on", "ADP", "_", 4, "case"),
            ("Friday", "PROPN", "_", 2, "obl"),
            ("she", "PRON", "_", 7, "nsubj"),
            ("will", "AUX", "VerbForm=Fin", 7, "aux"),
            ("come", "VERB", "VerbForm=Inf", 2, "ccomp"),
        ),
        "2031-05-09",
    ),
    (
        "announced a visit on Friday: the visit lies ahead",
        (
            ("They", "PRON", "_", 2, "nsubj"),
            ("announced", "VERB", PAST, 0, "root"),
            ("a", "DET", "_", 4, "det"),
            ("visit", "NOUN", "_", 2, "obj"),
            ("on", "ADP", "_", 6, "case"),
            ("Friday", "PROPN", "_", 4, "nmod"),
        ),
        "2031-05-16",
    ),
    (
        "agreed to meet on Friday",
        (
            ("They", "PRON", "_", 2, "nsubj"),
            ("agreed", "VERB", PAST, 0, "root"),
            ("to", "PART", "_", 4, "mark"),
            ("meet", "VERB", "VerbForm=Inf", 2, "xcomp"),
            ("on", "ADP", "_", 6, "case"),
            ("Friday", "PROPN", "_", 4, "obl"),
        ),
        "2031-05-16",
    ),
    (
        "was forced to leave on Friday",
        (
            ("She", "PRON", "_", 3, "nsubj:pass"),
            ("was", "AUX", PAST, 3, "aux:pass"),
            ("forced", "VERB", "Tense=Past|VerbForm=Part", 0, "root"),
            ("to", "PART", "_", 5, "mark"),
            ("leave", "VERB", "VerbForm=Inf", 3, "xcomp"),
            ("on", "ADP", "_", 7, "case"),
            ("Friday", "PROPN", "_", 5, "obl"),
        ),
        "2031-05-09",
    ),
    (
        "the envoy arrives on Friday",
        (
            ("She", "PRON", "_", 2, "nsubj"),
            ("arrives", "VERB", PRESENT, 0, "root"),
            ("on", "ADP", "_", 4, "case"),
            ("Friday", "PROPN", "_", 2, "obl"),
        ),
        "2031-05-16",
    ),
]


@pytest.mark.parametrize(("name", "rows", "day"), CLAUSES, ids=[c[0] for c in CLAUSES])
def test_the_clause_around_a_weekday_decides(name: str, rows: tuple[Row, ...], day: str) -> None:
    made = tree(*rows)
    assert [t.earliest for t in find_times(made, document(made.text, PUBLISHED))] == [day]


def only(text: str) -> Time:
    """The one time of a text."""
    (found,) = find_times(analysis(text), document(text, PUBLISHED))
    return found


@pytest.mark.parametrize(
    ("text", "tense", "days"),
    [
        ("They met on Friday.", "future", ("2031-05-16", "2031-05-16")),
        ("They will meet on Friday.", "past", ("2031-05-09", "2031-05-09")),
        ("They met in October.", "future", ("2031-10-01", "2031-10-31")),
        ("They will meet in late October.", "past", ("2030-10-16", "2030-10-31")),
        ("They met from Monday to Wednesday.", "future", ("2031-05-19", "2031-05-21")),
        ("They met on Friday evening.", "future", ("2031-05-16", "2031-05-16")),
        ("They will answer by Friday.", "future", ("2031-05-14", "2031-05-16")),
    ],
)
def test_a_caller_who_knows_the_tense_resolves_again(text: str, tense: str, days: tuple[str, str]) -> None:
    again = resolve_for(only(text), tense, PUBLISHED)  # type: ignore[arg-type]
    assert (again.earliest, again.latest) == days


@pytest.mark.parametrize("text", ["They met last week.", "They met on 5 May 2030.", "They met two days ago."])
def test_times_that_do_not_hang_on_tense_come_back_unchanged(text: str) -> None:
    time = only(text)
    assert resolve_for(time, "future", PUBLISHED) == time


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They will meet on the eve of the summit.", "2031-06-19"),
        ("They will meet the day before the summit.", "2031-06-19"),
        ("They will meet the day after the summit.", "2031-06-22"),
        ("They will meet two days later.", "2031-06-23"),
        ("They will meet next week.", "2031-05-19"),
    ],
)
def test_a_caller_who_knows_the_event_counts_from_it(text: str, day: str) -> None:
    assert resolve_against(only(text), "2031-06-20", "2031-06-21").earliest == day
