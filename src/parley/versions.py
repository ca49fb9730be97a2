"""Which engine and which lexicon made a reading."""

from __future__ import annotations

import os
from functools import cache
from hashlib import sha256
from pathlib import Path

SIZE = 12  # hexadecimal digits


@cache
def engine() -> str:
    """The version of Parley and of the model that reads."""
    from parley.analysis.engine import DATA
    from parley.doctor import installed

    folder = Path(os.environ.get("PARLEY_MODEL_DIR") or DATA)
    return f"parley {installed()}, model {_digest(sorted(folder.glob('*.onnx')))}"


@cache
def lexicon() -> str:
    """The version of the lexicon."""
    import parley.lexicon as room

    return _digest(sorted(Path(room.__file__).parent.glob("*.json")))


def _digest(files: list[Path]) -> str:
    digest = sha256()
    for file in files:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:SIZE]
