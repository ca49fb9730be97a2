"""Make ``lexicon/actors/<code>.yaml`` from public facts: ``python -m lexicon_tools.build_world --data FOLDER``.

Hand-written knowledge stands in ``lexicon/actors/reviewed`` and is never touched.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from lexicon_tools.states import states
from lexicon_tools.write import entry_yaml

ACTORS = Path(__file__).parent.parent / "src" / "parley" / "lexicon" / "actors"


def main() -> None:
    """Write one file for each state and territory."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True, help="folder that holds the unpacked fact files")
    data = arguments.parse_args().data
    ACTORS.mkdir(exist_ok=True)
    for code, entry in states(data).items():
        (ACTORS / f"{code.lower()}.yaml").write_text(entry_yaml(entry, code.lower()), encoding="utf-8")


if __name__ == "__main__":
    main()
