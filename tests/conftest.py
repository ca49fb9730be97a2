"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

ROOT = Path(__file__).parents[1]

# The same examples on every run and no clock: a slow machine never turns a run red. To look for new examples:
# pytest --hypothesis-profile=explore
CALM = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("parley", derandomize=True, **CALM)
settings.register_profile("explore", max_examples=1000, **CALM)
settings.load_profile("parley")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shared", help="folder of annotated texts (else PARLEY_SHARED, else ../shared)")


@pytest.fixture(scope="session")
def shared(request: pytest.FixtureRequest) -> Path:
    """The folder of annotated texts beside the checkout; tests that need it are skipped without it."""
    given = request.config.getoption("--shared") or os.environ.get("PARLEY_SHARED")
    folder = Path(given) if given else ROOT.parent / "shared"
    if not (folder / "dev").is_dir():
        pytest.skip(f"no annotated texts in {folder}: give --shared FOLDER")
    return folder


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The engine of the package, loaded once; tests that need it are skipped where the model is missing."""
    from parley.analysis.engine import load

    try:
        return load()
    except FileNotFoundError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def example() -> Path:
    """The invented article that the README reads."""
    return ROOT / "examples" / "bergen-summit.txt"
