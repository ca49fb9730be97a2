"""The compiled lexicon: raw tables by name, loaded once.

Every YAML file below this folder is one table, named by its path without suffix
(``languages/en/cues``). Run ``python -m parley.lexicon.compile`` after a change; a test fails while
the compiled file is stale. Typed views of the tables live beside this module, one for each subject.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

COMPILED = "compiled.json"
# States, bodies and their people: read only when somebody asks for an actor.
COMPILED_WORLD = "compiled_world.json"


@cache
def tables() -> dict[str, Any]:
    """All compiled tables by name."""
    data = files("parley.lexicon").joinpath(COMPILED).read_bytes()
    loaded: dict[str, Any] = json.loads(data)
    return loaded


@cache
def world_index() -> dict[str, Any]:
    """The index of actors (see ``actor_index``); read apart from the tables, when first asked for."""
    data = files("parley.lexicon").joinpath(COMPILED_WORLD).read_bytes()
    loaded: dict[str, Any] = json.loads(data)
    return loaded


def table(name: str) -> Any:
    """One table as plain values; ``KeyError`` names the table where there is none."""
    return tables()[name]


def names(folder: str) -> list[str]:
    """The names of the tables below a folder, sorted."""
    return sorted(n for n in tables() if n.startswith(folder.rstrip("/") + "/"))
