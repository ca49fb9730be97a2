"""What stands behind a decision: rules by name, lexicon entries by word."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from parley.cli.explain import command
from parley.derive.rules import RULES
from parley.explain import entries, explain, rule_in_words


@pytest.mark.parametrize("name", RULES)
def test_every_rule_explains_itself_in_a_sentence(name: str) -> None:
    words = rule_in_words(name)
    assert words.endswith(".")
    assert len(words) > 20


def test_a_rule_is_found_by_its_name_with_its_place() -> None:
    first, *_ = explain("called_off")
    assert first.startswith("rule called_off (tried as number ")
    assert rule_in_words("called_off") in first


@pytest.mark.parametrize("name", ["premise_denied", "later_word", "another_day", "firmer_or_softer", "same_parties"])
def test_a_rule_of_the_ledger_is_found_by_its_name(name: str) -> None:
    first, *_ = explain(name)
    assert first.startswith(f"rule {name} (of the ledger)")
    assert first.endswith(".")


@pytest.mark.parametrize(
    ("word", "file", "holds"),
    [
        ("shelve", "languages/en/status.yaml", "word: shelve"),
        ("shelved", "languages/en/status.yaml", "word: shelve"),
        ("Resuming", "languages/en/status.yaml", "word: resume"),
        ("called off", "languages/en/status.yaml", "word: call off"),
        ("on ice", "languages/en/status.yaml", "words: on ice"),
        ("teleconference", "encounters/call.yaml", "- teleconference"),
        ("Reykjavik", "actors/isl.yaml", "capital"),
    ],
)
def test_an_entry_is_found_by_its_word_or_a_regular_form(word: str, file: str, holds: str) -> None:
    assert any(e.file == file and holds in e.words for e in entries(word))


def test_an_entry_tells_what_its_effect_means() -> None:
    assert any("suspends: paused, no decision" in text for text in explain("shelve"))


def test_words_of_example_sentences_are_no_entries() -> None:
    assert not [e for e in entries("Monday.") if "status" in e.file]


def test_the_language_comes_before_the_world() -> None:
    order = [e.file.startswith("actors/") for e in entries("call")]
    assert order == sorted(order)


def test_nothing_behind_a_word_is_told_with_status_2() -> None:
    done = CliRunner().invoke(command, ["zzzz"], standalone_mode=False)
    assert done.return_value == 2
    assert "no lexicon entry holds it" in done.stderr


def test_several_words_need_no_quotes() -> None:
    done = CliRunner().invoke(command, ["on", "ice"], standalone_mode=False)
    assert done.return_value == 0
    assert "on ice" in done.stdout
