"""The hand-labelled short texts as a folder for the scorer: ``python -m eval.short_texts encounters.jsonl FOLDER``.

They are no part of the development sets, so they show what holds beyond them. Their parties are words
of the text where the sets have keys, one status only, and no resolved dates: figures are lower than a
set with alternatives would give, and are good for comparing two versions of the reader.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any


def many(value: Any) -> list[str]:
    """A field that holds nothing, one or several words, as a list."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else [v if isinstance(v, str) else v["name"] for v in value]


def gold(row: dict[str, Any]) -> dict[str, Any]:
    """One labelled text in the form of the annotated sets."""
    encounters = [
        {
            "kind": e["kind"],
            "parties": many(e.get("parties")),
            # The sets count the country visited among the parties; here it is the place.
            "also": [*many(e.get("others")), *(many(e.get("place")) if e["kind"] == "visit" else [])],
            "place": e.get("place"),
            "when": None,
            "status": e["status"],
            "status_words": [e.get("cue") or e["trigger"], e["trigger"]],
            "on_whose_word": [],
            "core": True,
        }
        for e in row["encounters"]
    ]
    attributions = [
        {
            "source": a.get("source") or a.get("outlet"),
            "via": a.get("outlet") if a.get("source") else None,
            "content": a["content"],
            "cue": a.get("cue"),
            "kind": a.get("kind"),
        }
        for a in row["attributions"]
        if a.get("content")
    ]
    positions = [
        {"actor": p["actor"], "issue": "", "stance": p["stance"], "words": p["words"]} for p in row["positions"]
    ]
    return {
        "id": row["id"],
        "published": row["published"],
        "outlet": None,
        "encounters": encounters,
        "attributions": attributions,
        "positions": positions,
    }


def write(source: Path, folder: Path, half: int | None = None) -> int:
    """Write the texts with their gold to ``folder``, all or one half by hash of the id; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for line in source.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if half is not None and hashlib.sha256(row["id"].encode()).digest()[1] % 2 != half:
            continue
        (folder / f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")
        (folder / f"{row['id']}.json").write_text(json.dumps(gold(row), ensure_ascii=False), encoding="utf-8")
        count += 1
    return count


def main() -> None:
    """Write a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=[0, 1])
    args = parser.parse_args()
    print(f"{write(args.source, args.folder, args.half)} texts in {args.folder}")


if __name__ == "__main__":
    main()
