"""Which of two days is meant: by the tree where there is one, and for a caller who knows the tense better."""

from __future__ import annotations

import pytest

from parley.extract.times import find_times, resolve_against, resolve_for
from parley.model.mention import Time
from tests.handmade import document, flat, tree

PUBLISHED = "2031-05-14"  # a Wednesday
CLAUSES = [
    (
        "said … will come on Friday",
        "They PRP nsubj 2 | said/say VBD root 0 | she PRP nsubj 5 | will MD aux 5 | come VB ccomp 2 | on IN case 7"
        " | Friday NNP obl 5",
        "2031-05-16",
    ),
    (
        "said on Friday that she will come",
        "They PRP nsubj 2 | said/say VBD root 0 | on IN case 4 | Friday NNP obl 2 | she PRP nsubj 7 | will MD aux 7"
        " | come VB ccomp 2",
        "2031-05-09",
    ),
    (
        "announced a visit on Friday: the visit lies ahead",
        "They PRP nsubj 2 | announced/announce VBD root 0 | a DT det 4 | visit NN obj 2 | on IN case 6"
        " | Friday NNP nmod 4",
        "2031-05-16",
    ),
    (
        "agreed to meet on Friday",
        "They PRP nsubj 2 | agreed/agree VBD root 0 | to TO mark 4 | meet VB xcomp 2 | on IN case 6 | Friday NNP obl 4",
        "2031-05-16",
    ),
    (
        "was forced to leave on Friday",
        "She PRP nsubj:pass 3 | was VBD aux:pass 3 | forced VBN root 0 | to TO mark 5 | leave VB xcomp 3"
        " | on IN case 7 | Friday NNP obl 5",
        "2031-05-09",
    ),
    (
        "moved the talks to Friday: the new day lies ahead",
        "They PRP nsubj 2 | moved/move VBD root 0 | the DT det 4 | talks NNS obj 2 | to IN case 6 | Friday NNP obl 2",
        "2031-05-16",
    ),
    (
        "put the talks off until Friday",
        "They PRP nsubj 2 | put VBD root 0 | the DT det 4 | talks NNS obj 2 | off RP compound:prt 2 | until IN case 7"
        " | Friday NNP obl 2",
        "2031-05-16",
    ),
    (
        "stayed until Friday",
        "They PRP nsubj 2 | stayed/stay VBD root 0 | until IN case 4 | Friday NNP obl 2",
        "2031-05-09",
    ),
    (
        "the envoy arrives on Friday",
        "She PRP nsubj 2 | arrives VBZ root 0 | on IN case 4 | Friday NNP obl 2",
        "2031-05-16",
    ),
]


@pytest.mark.parametrize(("name", "rows", "day"), CLAUSES, ids=[c[0] for c in CLAUSES])
def test_the_clause_around_a_weekday_decides(name: str, rows: str, day: str) -> None:
    made = tree(rows)
    assert [t.earliest for t in find_times(made, document(made.text, PUBLISHED))] == [day]


def only(text: str) -> Time:
    """The one time of a text."""
    (found,) = find_times(flat(text), document(text, PUBLISHED))
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
