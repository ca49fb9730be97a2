"""What is in force and what is missing: the facts behind ``parley doctor``."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

DISTRIBUTION = "parley-news"
RUNTIME = (
    "alembic",
    "click",
    "httpx2",
    "numpy",
    "onnxruntime",
    "py3langid",
    "python-dateutil",
    "rensa",
    "rich",
    "sqlalchemy",
    "trafilatura",
)
SAMPLE = "The two foreign ministers will meet in Lisbon on Friday, a spokeswoman said."


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: ``advice`` says what to do, empty where all is well."""

    what: str
    value: str
    advice: str = ""


def examine() -> Iterator[Finding]:
    """Every finding, cheap ones first; never raises."""
    for what, check in CHECKS.items():
        try:
            yield check()
        except Exception as fault:
            yield Finding(what, f"{type(fault).__name__}: {fault}", "reinstall parley-news")


def installed() -> str:
    """The version of the installed package."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "unknown"


def _version() -> Finding:
    here = Path(__file__).parent
    return Finding("parley", f"{installed()} in {here}")


def _python() -> Finding:
    return Finding("python", f"{platform.python_version()} on {platform.machine()} ({sys.executable})")


def _settings() -> Finding:
    given = [f"{k}={v}" for k, v in sorted(os.environ.items()) if k.startswith("PARLEY_")]
    return Finding("settings", ", ".join(given) or "none; defaults everywhere")


def _packages() -> Finding:
    found, missing = [], []
    for name in RUNTIME:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    return Finding("packages", ", ".join(found), f"pip install {' '.join(missing)}" if missing else "")


def _model() -> Finding:
    from parley.analysis.engine import DATA

    folder = Path(os.environ.get("PARLEY_MODEL_DIR") or DATA)
    held = sorted(p for p in folder.glob("*") if p.is_file()) if folder.is_dir() else []
    size = sum(p.stat().st_size for p in held) / 1e6
    graphs = {p.name for p in held if p.suffix == ".onnx"}
    advice = "" if "main.onnx" in graphs else "reinstall parley-news, or unset PARLEY_MODEL_DIR"
    return Finding("model", f"{len(held)} files, {size:.1f} MB in {folder}", advice)


def _engine() -> Finding:
    started = time.perf_counter()
    from parley.analysis.engine import load

    analysis = load().analyse(SAMPLE)
    seconds = time.perf_counter() - started
    return Finding("engine", f"reads {len(analysis.tokens)} words, {seconds:.2f} s from cold")


def _lexicon() -> Finding:
    from parley.lexicon.store import tables

    count = sum(_leaves(t) for t in tables().values())
    return Finding("lexicon", f"{len(tables())} tables, {count} entries")


def _world() -> Finding:
    from parley.lexicon.store import world_index

    sizes = (f"{len(rows)} {name}" for name, rows in world_index().items() if isinstance(rows, dict | list))
    return Finding("world", ", ".join(sizes))


def _rules() -> Finding:
    from parley.derive.rules import RULES

    return Finding("rules", f"{len(RULES)}, tried in this order: {', '.join(RULES)}")


def _ledger() -> Finding:
    from parley.ledger.facts import told

    value, advice = told()
    return Finding("ledger", value, advice)


def _leaves(value: object) -> int:
    """Entries of a table: mappings without mappings inside, and single words."""
    if isinstance(value, dict):
        inner = [v for v in value.values() if isinstance(v, dict | list)]
        return sum(map(_leaves, inner)) or 1
    return sum(map(_leaves, value)) if isinstance(value, list) else 1


CHECKS: dict[str, Callable[[], Finding]] = {
    "parley": _version,
    "python": _python,
    "settings": _settings,
    "packages": _packages,
    "lexicon": _lexicon,
    "world": _world,
    "rules": _rules,
    "ledger": _ledger,
    "model": _model,
    "engine": _engine,
}
