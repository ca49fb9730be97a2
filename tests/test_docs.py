"""The documentation keeps up with the code: every command, option and value stands in it, and no link is dead."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import click
import pytest

from parley.cli.main import COMMANDS, cli
from parley.model import encounter, position
from parley.model.encounter import Contradiction, Relation

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
VALUES: tuple[Any, ...] = (
    encounter.EncounterKind,
    encounter.Level,
    encounter.Stance,
    encounter.ClaimStatus,
    encounter.Status,
    encounter.Certainty,
    position.PositionStance,
    position.Movement,
)


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def commands() -> list[tuple[str, click.Command]]:
    context = click.Context(cli)
    return [(name, command) for name in COMMANDS if (command := cli.get_command(context, name))]


@pytest.mark.parametrize("value", sorted({v for kind in VALUES for v in get_args(kind)}))
def test_every_value_stands_in_the_glossary(value: str) -> None:
    assert f"`{value}`" in text("glossary.md")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_chapter(name: str) -> None:
    assert f"\n## parley {name}" in text("cli.md")


@pytest.mark.parametrize(("name", "option"), [(n, o) for n, c in commands() for p in c.params for o in p.opts])
def test_every_option_is_documented(name: str, option: str) -> None:
    chapter = text("cli.md").split(f"\n## parley {name}", 1)[1].split("\n## ", 1)[0]
    assert (
        option in chapter
        or option.upper() in chapter
        or (name in {"add", "batch", "explain", "read"} and not option.startswith("-"))
    )


@pytest.mark.parametrize("page", sorted([ROOT / "README.md", *DOCS.rglob("*.md")]), ids=lambda p: p.name)
def test_no_link_is_dead(page: Path) -> None:
    dead = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert dead == []


@pytest.mark.parametrize("name", ["kind", "over"])
def test_the_names_of_relations_and_differences_stand_in_the_glossary(name: str) -> None:
    kinds = {
        "kind": "Literal['prepares', 'led_to', 'follows']",
        "over": "Literal['status', 'time', 'place', 'existence']",
    }
    declared = {**Relation.__annotations__, **Contradiction.__annotations__}[name]
    assert set(re.findall(r"\w+", declared)) == set(re.findall(r"\w+", kinds[name]))
    assert all(f"`{word}`" in text("glossary.md") for word in re.findall(r"[\"'](\w+)[\"']", declared))
