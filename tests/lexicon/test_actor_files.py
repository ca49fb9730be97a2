"""The actor files: whole, consistent, and compiled."""

import re
from pathlib import Path

import pytest

from parley.lexicon import compile as compiler
from parley.lexicon.people import LEVELS
from parley.lexicon.store import COMPILED, COMPILED_WORLD, world_index

HERE = compiler.HERE


@pytest.fixture(scope="module")
def reviewed():
    paths = sorted((HERE / "actors" / "reviewed").glob("*.yaml"))
    return {path: compiler.parse(path.read_text(encoding="utf-8")) for path in paths}


def test_the_compiled_tables_are_up_to_date():
    assert (HERE / COMPILED).read_text(encoding="utf-8") == compiler.compiled(), "run python -m parley.lexicon.compile"


def test_the_compiled_world_is_up_to_date():
    text = (HERE / COMPILED_WORLD).read_text(encoding="utf-8")
    assert text == compiler.compiled_world(), "run python -m parley.lexicon.compile"


def test_the_compiled_world_stays_small():
    assert (HERE / COMPILED_WORLD).stat().st_size < 1_500_000


def test_reviewed_files_are_named_by_their_code(reviewed):
    assert [p.stem for p, entry in reviewed.items() if entry["code"].lower() != p.stem] == []


def test_reviewed_files_hold_known_keys_only(reviewed):
    known = set(re.findall(r"`(\w+)(?:: body)?`", (HERE / "README.md").read_text(encoding="utf-8")))
    known |= {"code", "lat", "lon", "independent", "also", "offices"}
    assert {(p.stem, key) for p, entry in reviewed.items() for key in entry if key not in known} == set()


def test_terms_of_office_do_not_end_before_they_begin(reviewed):
    held = [h for entry in reviewed.values() for office in entry.get("offices", ()) for h in office["held"]]
    assert [h for h in held if h.get("since") and h.get("until") and str(h["since"])[:7] > str(h["until"])[:7]] == []


def test_levels(reviewed):
    offices = [office for entry in reviewed.values() for office in entry.get("offices", ())]
    assert {o["level"] for o in offices} <= set(LEVELS)
    assert {row[3] for row in world_index()["holders"]} <= set(LEVELS)


def test_every_country_of_an_actor_is_an_actor():
    actors = world_index()["actors"]
    assert {row[1] for row in actors.values()} <= set(actors)


def test_no_absolute_paths_in_the_tables():
    files = [p for p in Path(HERE).rglob("*.yaml") if str(HERE.parents[2]) in p.read_text(encoding="utf-8")]
    assert files == []
