"""Compile the YAML tables into one JSON file: ``python -m parley.lexicon.compile``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, ClassVar

from parley.lexicon.actor_index import index
from parley.lexicon.store import COMPILED, COMPILED_WORLD

HERE = Path(__file__).parent
# Compiled into an index of their own: hundreds of files that only look-ups of actors need.
WORLD = "actors/"


def read_tables(folder: Path = HERE) -> dict[str, Any]:
    """Every YAML table below ``folder`` by name; a ``yes:``/``no:`` example stays in the YAML and its test only."""
    out: dict[str, Any] = {}
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        out[name] = without_examples(parse(path.read_text(encoding="utf-8")))
    return out


def parse(text: str) -> Any:
    """The value of a YAML text in which "yes", "no", "on" and "off" are words, not truth values (as in YAML 1.2)."""
    import yaml

    class Words(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
            first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
            for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return yaml.load(text, Loader=Words)


def without_examples(value: Any) -> Any:
    """The value without the example sentences, which tests read from the YAML itself."""
    if isinstance(value, dict):
        return {k: without_examples(v) for k, v in value.items() if k not in {"yes", "no"}}
    if isinstance(value, list):
        return [without_examples(v) for v in value]
    return value


def compiled() -> str:
    """The text that the compiled file should hold now."""
    return as_text({k: v for k, v in read_tables().items() if not k.startswith(WORLD)})


def compiled_world() -> str:
    """The text that the index of actors should hold now."""
    return as_text(index({k: v for k, v in read_tables().items() if k.startswith(WORLD)}))


def as_text(values: dict[str, Any]) -> str:
    """JSON with one line for each key, so that changes can be read."""
    rows = (f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False, default=str)}" for k, v in values.items())
    return "{\n" + ",\n".join(rows) + "\n}\n"


def main() -> int:
    """Write the compiled files."""
    (HERE / COMPILED).write_text(compiled(), encoding="utf-8")
    (HERE / COMPILED_WORLD).write_text(compiled_world(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
