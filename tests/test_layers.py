"""The rooms of the package: imports go one way, and each heavy library is known to one room only."""

from __future__ import annotations

from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

Rooms = str | tuple[str, ...]
ROOT = Path(__file__).parents[1]
ROOMS: dict[str, Rooms] = {
    "onnxruntime": "parley.analysis",
    "click": "parley.cli",
    "rich": "parley.cli",
    "httpx2": "parley.ingest",
    "trafilatura": "parley.ingest",
    "py3langid": "parley.ingest",
    "yaml": "parley.lexicon",
    "sqlalchemy": "parley.ledger",
    "alembic": "parley.ledger",
    "psycopg": "parley.ledger",
    "pyarrow": ("parley.export", "parley.batch", "parley.ingest"),
    "ray": "parley.batch",
    "rensa": "parley.link",
    "rapidfuzz": "parley.link",
    "fastapi": "parley.web",
    "jinja2": "parley.views",
    "icalendar": "parley.export",
    "feedparser": "parley.watch",
    "protego": "parley.watch",
}


def test_the_contracts_of_pyproject_hold() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("parley", include_external_packages=True, cache_dir=None)


@pytest.mark.parametrize(("library", "room"), ROOMS.items())
def test_a_heavy_library_is_known_to_few_rooms(
    graph: grimp.ImportGraph, library: str, room: str | tuple[str, ...]
) -> None:
    importers = graph.find_modules_that_directly_import(library) if library in graph.modules else set()
    assert {m for m in importers if not m.startswith(room)} == set()


def test_the_engine_does_not_need_the_command_line(graph: grimp.ImportGraph) -> None:
    assert graph.find_modules_that_directly_import("parley.cli.main") == {"parley.cli"}
    outside = {m for m in graph.find_modules_that_directly_import("parley.cli") if not m.startswith("parley.cli.")}
    assert outside == {"parley.__main__"}
