"""The account on the terminal, held against a reading made by hand: every promise at every width."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from parley.cli.account import words
from parley.cli.account.marks import COLOURS, FULL, PLAIN, glyphs_for, state_of
from parley.cli.account.page import by_importance, print_account
from parley.model.encounter import ClaimStatus, Status
from parley.model.reading import Reading
from tests.cli.story import ENCOUNTERS, READING, SOLHEIM, SUMMIT_CLAIMS

WIDTHS = (40, 80, 120)


def account(reading: Reading = READING, width: int = 80, encoding: str = "utf-8") -> str:
    """What a terminal of ``width`` columns shows."""
    raw = io.BytesIO()
    paper = io.TextIOWrapper(raw, encoding=encoding, errors="replace")
    print_account(Console(file=paper, width=width, force_terminal=False, legacy_windows=False), reading)
    paper.flush()
    return raw.getvalue().decode(encoding)


def flat(text: str) -> str:
    """The words without line breaks, so that wrapping does not matter."""
    return " ".join(text.split())


@pytest.mark.parametrize("width", WIDTHS)
class TestAtEveryWidth:
    def test_no_line_is_wider_than_the_terminal(self, width: int) -> None:
        assert max(map(cell_len, account(width=width).splitlines())) <= width

    def test_the_header_tells_what_was_read(self, width: int) -> None:
        shown = flat(account(width=width))
        assert "Bergen cod summit called off" in shown
        assert "The Harbour Post · 17 March 2026" in shown
        assert "4 encounters · 5 attributions · 2 positions · 2 contradictions" in shown

    def test_every_encounter_stands_with_state_parties_place_and_time(self, width: int) -> None:
        shown = flat(account(width=width))
        assert "✕ CANCELLED disputed Summit · Ingrid Solheim – Duarte Vasconcelos · Bergen · on 24 March" in shown
        assert "✓ HELD Meeting · Henrik Aasen – Teresa Falcão · Lisbon · last week" in shown
        assert "○ PROPOSED Call · Henrik Aasen – Teresa Falcão · on Friday" in shown

    def test_the_rule_that_decided_is_told_in_words_and_by_name(self, width: int) -> None:
        assert "Why: It was planned, and somebody reports that it has been called off" in flat(account(width=width))
        assert "[called_off]" in account(width=width)

    def test_every_claim_shows_its_status(self, width: int) -> None:
        shown = account(width=width)
        assert all(word in shown for word in ("● scheduled", "✕ cancelled", "⊘ no plans", "◐ on hold"))

    def test_contradictions_name_what_they_are_over(self, width: int) -> None:
        shown = flat(account(width=width))
        assert "They differ over how it stands:" in shown
        assert "They differ over whether it was or is to be at all:" in shown

    def test_relations_name_the_other_encounter(self, width: int) -> None:
        assert "prepares Summit · Ingrid Solheim – Duarte Vasconcelos" in flat(account(width=width))

    def test_positions_stand_by_actor(self, width: int) -> None:
        shown = flat(account(width=width))
        assert "Norway demand: trawlers around Svalbard" in shown
        assert "Portugal condition: inspectors on board (softened)" in shown

    def test_what_was_left_open_is_said(self, width: int) -> None:
        assert "LEFT OPEN “the talks” which talks, and between whom" in flat(account(width=width))


class TestTrail:
    def test_claims_run_from_the_oldest_state_of_affairs(self) -> None:
        shown = account()
        places = [shown.index(w) for w in ("● scheduled", "⊘ no plans", "◐ on hold")]
        assert places == sorted(places)

    def test_each_claim_has_its_words_and_the_chain_of_its_sources(self) -> None:
        shown = account(width=120)
        assert "“has been called off”" in shown
        assert "two people with knowledge of the preparations → Northline" in shown

    def test_the_articles_own_voice_is_named_as_such(self) -> None:
        assert "the article · in the headline" in account()

    def test_doubts_and_dates_stand_beside_the_source(self) -> None:
        shown = flat(account(width=120))
        assert "the article · hedged · may take place (eos3)" in shown
        assert "Ingrid Solheim · an earlier state · for 24 March 2026 · said 3 March 2026" in shown
        assert "Jonas Brekke · disputes that it was ever planned" in shown

    def test_sides_stand_beside_each_other_on_a_wide_terminal(self) -> None:
        assert any("✕ cancelled" in line and "◐ on hold" in line for line in account().splitlines())

    def test_sides_stand_below_each_other_on_a_narrow_one(self) -> None:
        assert not any("✕ cancelled" in line and "◐ on hold" in line for line in account(width=40).splitlines())


class TestTerminals:
    def test_shapes_give_way_where_the_encoding_has_none(self) -> None:
        shown = account(encoding="ascii")
        assert "x CANCELLED  disputed  Summit | Ingrid Solheim - Duarte Vasconcelos" in shown
        assert '"has been called off"' in shown

    def test_a_file_gets_no_escape_codes(self) -> None:
        assert "\x1b" not in account()

    def test_colour_is_not_the_only_sign(self) -> None:
        assert len(set(FULL.status.values())) == len(set(PLAIN.status.values())) == len(COLOURS)

    @pytest.mark.parametrize("encoding", ["latin-1", "ascii", "no-such-encoding", None])
    def test_poor_encodings_get_plain_shapes(self, encoding: str | None) -> None:
        assert glyphs_for(encoding) is PLAIN

    @pytest.mark.parametrize("status", [*Status.__args__, *ClaimStatus.__args__])
    def test_every_status_has_a_shape_and_a_colour(self, status: str) -> None:
        state = state_of(status)
        assert state in COLOURS
        assert state in FULL.status
        assert state in PLAIN.status


class TestEdges:
    def test_an_article_without_encounters_says_so(self) -> None:
        shown = account(replace(READING, encounters=(), contradictions=(), relations=()))
        assert "No encounter found" in shown

    def test_a_bare_reading_is_shown(self) -> None:
        document = replace(READING.document, title=None, outlet=None, published=None, warnings=())
        shown = account(Reading(document=document))
        assert "examples/bergen-summit.txt" in shown
        assert "no date known" in shown

    def test_markup_in_an_article_is_shown_as_it_stands(self) -> None:
        shown = account(replace(READING, document=replace(READING.document, title="Talks [bold]on[/bold] :tada: ice")))
        assert "Talks [bold]on[/bold] :tada: ice" in shown

    def test_an_unknown_rule_is_shown_by_its_name(self) -> None:
        assert "Why: my_rule [my_rule]" in account(
            replace(READING, encounters=(replace(ENCOUNTERS[2], rule="my_rule"),))
        )

    def test_of_many_parties_the_first_are_named(self) -> None:
        many = tuple(replace(SOLHEIM, actor=f"b{n}", name=f"Party {n}") for n in range(9))
        assert "Party 4 – 4 more" in flat(account(replace(READING, encounters=(replace(ENCOUNTERS[2], parties=many),))))

    def test_who_stays_away_is_marked(self) -> None:
        away = (replace(SOLHEIM, attends=False), ENCOUNTERS[0].parties[1])
        shown = flat(account(replace(READING, encounters=(replace(ENCOUNTERS[0], parties=away),))))
        assert "Ingrid Solheim (stays away)" in shown

    def test_claims_outside_the_history_are_not_lost(self) -> None:
        shown = account(replace(READING, encounters=(replace(ENCOUNTERS[0], history=("c2",)),), contradictions=()))
        assert all(c.evidence.text[:20] in shown for c in SUMMIT_CLAIMS)

    def test_the_encounter_with_most_claims_comes_first(self) -> None:
        assert by_importance(tuple(reversed(ENCOUNTERS)))[0].id == "e1"


@pytest.mark.parametrize(
    ("earliest", "latest", "shown"),
    [
        ("2026-03-24", "2026-03-24", "24 March 2026"),
        ("2026-03-09", "2026-03-15", "9–15 March 2026"),
        ("2026-03-30", "2026-04-02", "30 March – 2 April 2026"),
        ("2025-12-30", "2026-01-02", "30 December 2025 – 2 January 2026"),
        ("2026-03-24T10:00", "2026-03-24T11:00", "24 March 2026"),
        ("2026-03-24", None, "from 24 March 2026"),
        (None, "2026-03-24", "until 24 March 2026"),
        (None, None, ""),
        ("soon", "soon", ""),
    ],
)
def test_intervals_are_written_as_people_write_them(earliest: str | None, latest: str | None, shown: str) -> None:
    assert words.interval(earliest, latest, "–") == shown


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("called off", 20, "called off"),
        ("called\n  off", 20, "called off"),
        ("the summit has been called off", 18, "the summit has…"),
        ("unbroken-run-of-characters", 10, "unbroken-…"),
    ],
)
def test_quotes_are_cut_at_words(text: str, width: int, shown: str) -> None:
    assert words.shorten(text, width, "…") == shown
