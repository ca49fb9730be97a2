"""Writing an actor's entry as YAML that a person likes to read and that changes little between runs."""

from __future__ import annotations

import json
from typing import Any

HEAD = "# Made by lexicon_tools.build_world from public facts: do not edit; additions go to reviewed/{file}.yaml.\n"


def scalar(value: Any) -> str:
    """One value as YAML (JSON scalars are YAML)."""
    return "null" if value is None else json.dumps(value, ensure_ascii=False)


def flow(value: Any) -> str:
    """A list or mapping on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {flow(v)}" for k, v in value.items() if v is not None) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def entry_yaml(entry: dict[str, Any], file: str) -> str:
    """The whole file for one actor; holders one a line."""
    lines = [HEAD.format(file=file)]
    for key, value in entry.items():
        if value in (None, [], {}):
            continue
        if key == "holders":
            lines.append("holders:\n" + "".join(f"  - {flow(row)}\n" for row in value))
        else:
            lines.append(f"{key}: {flow(value)}\n")
    return "".join(lines)
