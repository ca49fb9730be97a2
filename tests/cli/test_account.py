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
from parley.cli.encodings import fitting
from parley.model.attribution import Attribution, Source
from parley.model.encounter import ClaimStatus, Contradiction, PlaceRef, Status
from parley.model.reading import Reading
from parley.model.span import Span
from parley.views.sides import Sides, grouped
from tests.cli.story import ENCOUNTERS, READING, SOLHEIM, SUMMIT_CLAIMS, TEXT, source, span

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

    def test_many_encounters_are_listed_first_in_one_line_each(self, width: int) -> None:
        listed = flat(account(width=width).split("\n\n")[1])
        assert "✕ cancelled Summit · Ingrid Solheim – Duarte Vasconcelos · Bergen · 24 March 2026 · disputed" in listed
        assert listed.endswith("○ proposed Call · Henrik Aasen – Teresa Falcão · 20 March 2026")

    def test_every_encounter_stands_with_state_parties_place_and_time(self, width: int) -> None:
        shown = flat(account(width=width))
        assert "✕ CANCELLED disputed Summit · Ingrid Solheim – Duarte Vasconcelos Bergen · 24 March 2026 " in shown
        assert "✓ HELD Meeting · Henrik Aasen – Teresa Falcão Lisbon · 9–15 March 2026 (“last week”)" in shown
        assert "○ PROPOSED Call · Henrik Aasen – Teresa Falcão 20 March 2026 (“on Friday”)" in shown

    def test_the_rule_that_decided_is_told_in_words_and_by_name(self, width: int) -> None:
        assert "It was planned, and somebody reports that it has been called off" in flat(account(width=width))
        assert "[called_off]" in account(width=width)

    def test_every_claim_shows_its_status(self, width: int) -> None:
        shown = account(width=width)
        assert all(word in shown for word in ("● scheduled", "✕ cancelled", "⊘ no plans", "◐ on hold"))

    def test_contradictions_name_what_they_are_over(self, width: int) -> None:
        shown = flat(account(width=width))
        assert "Accounts differ over how it stands:" in shown
        assert "Accounts differ over whether there was or is to be any:" in shown

    def test_relations_name_the_other_encounter(self, width: int) -> None:
        named = "Summit · Ingrid Solheim – Duarte Vasconcelos · Bergen · 24 March 2026"
        assert f"prepares {named} “to prepare the summit”" in flat(account(width=width))

    def test_positions_stand_by_actor(self, width: int) -> None:
        shown = flat(account(width=width))
        assert "Norway demand trawlers around Svalbard “Norway demands" in shown
        assert "Portugal condition inspectors on board · softened · as told by Teresa Falcão “Portugal" in shown

    def test_what_was_left_open_is_said(self, width: int) -> None:
        reason = "which talks, and between whom, the text does not tell"
        assert f"LEFT OPEN {reason}: “the talks”" in flat(account(width=width))


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
        assert "the article · may take place “may speak" in shown
        assert "Ingrid Solheim · how it stood earlier · said 3 March 2026 “Solheim announced" in shown
        assert "Jonas Brekke · disputes that it was ever planned" in shown

    def test_a_day_is_told_where_it_is_not_that_of_the_encounter(self) -> None:
        moved = replace(
            SUMMIT_CLAIMS[2], when=replace(SUMMIT_CLAIMS[2].when, earliest="2026-03-25", latest="2026-03-25")
        )
        claims = (*SUMMIT_CLAIMS[:2], moved)
        shown = flat(account(replace(READING, encounters=(replace(ENCOUNTERS[0], claims=claims),), contradictions=())))
        assert "how it stood earlier · for 25 March 2026 · said" in shown

    def test_a_word_such_as_he_gives_way_to_the_name(self) -> None:
        he = replace(READING.attributions[3], chain=(source("he", "a8"),))
        shown = flat(account(replace(READING, attributions=(*READING.attributions[:3], he))))
        assert "Jonas Brekke · disputes" in shown

    def test_of_a_long_quotation_the_beginning_and_the_end_are_shown(self) -> None:
        start = span("A summit between Norwegian Prime Minister").start
        whole = Span.of(TEXT, start, span("reported on Tuesday").end)
        claims = (replace(SUMMIT_CLAIMS[1], evidence=whole),)
        one = replace(ENCOUNTERS[0], claims=claims)
        shown = flat(account(replace(READING, encounters=(one,), contradictions=(), relations=())))
        assert "“A summit between Norwegian Prime Minister … " in shown
        assert "the news agency Northline reported on Tuesday”" in shown

    def test_sides_stand_beside_each_other_on_a_wide_terminal(self) -> None:
        assert any("✕ cancelled" in line and "◐ on hold" in line for line in account().splitlines())

    def test_sides_stand_below_each_other_on_a_narrow_one(self) -> None:
        assert not any("✕ cancelled" in line and "◐ on hold" in line for line in account(width=40).splitlines())


class TestSides:
    @pytest.mark.parametrize(
        ("pairs", "groups"),
        [
            ([("c1", "c4")], [[["c1"], ["c4"]]]),
            ([("c1", "c5"), ("c2", "c5"), ("c3", "c5")], [[["c1", "c2", "c3"], ["c5"]]]),
            ([("c1", "c4"), ("c1", "c5"), ("c2", "c5")], [[["c1", "c2"], ["c4", "c5"]]]),
            ([("c1", "c2"), ("c2", "c3"), ("c1", "c3")], [[["c1"], ["c2"], ["c3"]]]),
            ([("c1", "c2"), ("c3", "c4")], [[["c1"], ["c2"]], [["c3"], ["c4"]]]),
        ],
    )
    def test_each_claim_stands_once_on_one_side(self, pairs: list[tuple[str, str]], groups: list[Sides]) -> None:
        assert grouped(pairs) == groups

    def test_below_each_other_a_word_parts_them(self) -> None:
        assert "against" in flat(account(width=40))

    def test_of_many_claims_of_a_side_the_first_are_shown(self) -> None:
        many = tuple(replace(SUMMIT_CLAIMS[1], id=f"d{n}") for n in range(6))
        pairs = tuple(Contradiction("e1", (c.id, "c4"), "status") for c in many)
        one = replace(ENCOUNTERS[0], claims=(*SUMMIT_CLAIMS, *many))
        assert "3 more claims" in flat(account(replace(READING, encounters=(one,), contradictions=pairs)))


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
    def test_few_encounters_need_no_list(self) -> None:
        assert "✕ cancelled    Summit" not in account(replace(READING, encounters=ENCOUNTERS[:2]))

    def test_a_place_in_the_capitals_of_a_dateline_is_written_small(self) -> None:
        there = replace(ENCOUNTERS[0], place=PlaceRef("p1", "BERGEN", "NOR"))
        assert "  Bergen · 24 March 2026" in account(replace(READING, encounters=(there,)))

    def test_words_left_open_twice_are_told_once(self) -> None:
        shown = flat(account(replace(READING, ungrounded=READING.ungrounded * 2)))
        assert "“the talks” (2 times)" in shown

    def test_only_what_was_found_is_counted(self) -> None:
        shown = account(replace(READING, positions=(), contradictions=()))
        assert "4 encounters · 5 attributions\n" in shown

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
        assert "  my_rule [my_rule]" in account(replace(READING, encounters=(replace(ENCOUNTERS[2], rule="my_rule"),)))

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
        ("the summit has been called off", 18, "the … called off"),
        ("the summit of the two has been called off", 30, "the summit … been called off"),
        ("unbroken-run-of-characters", 10, "unbroken-…"),
    ],
)
def test_quotes_are_cut_in_the_middle_and_at_words(text: str, width: int, shown: str) -> None:
    assert words.squeeze(text, width, "…") == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The official", "the official"),
        ("A senior diplomat", "a senior diplomat"),
        ("The Harbour Post", "The Harbour Post"),
        ("Anna Brek", "Anna Brek"),
    ],
)
def test_a_source_reads_as_inside_a_sentence(text: str, shown: str) -> None:
    told = Attribution("q", (Source(text, 0, len(text), None, "speaker", False),), None, (), "indirect")
    assert words.chain(told, {}, " → ") == shown


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("Aydın – “Łódź”…", "utf-8", "Aydın – “Łódź”…"),
        ("Aydın – “Łódź”…", "ascii", 'Aydin - "Lodz"...'),
        ("Aydın – “Łódź”…", "latin-1", 'Aydin - "Lódz"...'),
        ("Šime Šarić → Œuvre", "cp1252", "Šime Šaric -> Œuvre"),
        ("Порту", "ascii", "?????"),
    ],
)
def test_letters_that_an_encoding_lacks_give_way_to_the_nearest(text: str, encoding: str, shown: str) -> None:
    assert fitting(text, encoding) == shown
