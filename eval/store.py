"""Where measured figures are kept, so that the docs can be rendered from them: ``eval/results/NAME.json``."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from parley.analysis.engine import DATA
from training.evaluate import digest

RESULTS = Path(__file__).with_name("results")


def save(name: str, figures: dict[str, Any]) -> Path:
    """Keep the figures of one command; the file is committed together with the docs rendered from it."""
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def load(name: str) -> dict[str, Any] | None:
    """The figures kept last, or None where the command has not been run with ``--save``."""
    path = RESULTS / f"{name}.json"
    if not path.exists():
        return None
    figures: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return figures


def model_folder() -> Path:
    """The model that is read with: that of the package, or of ``PARLEY_MODEL_DIR``."""
    return Path(os.environ.get("PARLEY_MODEL_DIR") or DATA).resolve()


def model() -> str:
    """Which model the figures belong to."""
    return digest(model_folder())
