"""A president's site as a stream: ``python -m eval.stream NEWS [--check 50] [--save]``.

NEWS is the file of the items of en.kremlin.ru (one JSON record a line with ``id``, ``date``, ``time``, ``title``,
``lead``, ``text``). All of them go into a new ledger by the command ``parley add``; told are its time, memory and size,
and how many of the meetings that an item announces ("will meet") the ledger links with a later item that tells them as
held. The site's announcements carry no date: they get that of the item numbered next below, which was published just
before. ``--check N`` prints N of the linked pairs, drawn at random, for a person to judge.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from eval import machine, store

PLANNED = frozenset({"proposed", "announced", "scheduled", "rescheduled"})
HELD = frozenset({"held", "under_way"})
Record = dict[str, Any]


@dataclass(frozen=True)
class Pair:
    """An announcement and the first later item that tells the same encounter as held."""

    announced: Record
    held: Record
    kind: str
    parties: tuple[str, ...]


def lines(records: Iterable[Record]) -> list[Record]:
    """Article lines of the items in the order in which they were published, undated ones dated by the item before."""
    return sorted(_dated(records), key=lambda line: str(line["published"]))


def _dated(records: Iterable[Record]) -> Iterator[Record]:
    day = None
    for r in sorted(records, key=lambda r: int(r["id"])):
        day = r["date"] or day
        published = f"{r['date']}T{r['time'] or '00:00'}:00" if r["date"] else day
        text = "\n\n".join(t for t in (r["title"], r["lead"], r["text"]) if t)
        yield {
            "id": r["id"],
            "url": r["url"],
            "title": r["title"],
            "text": text,
            "published": published,
            "outlet": "Kremlin",
        }


def add(articles: Path, ledger: Path) -> Record:
    """Run ``parley add``; seconds, memory (MB) and size of the ledger (MB)."""
    began = time.monotonic()
    command = [sys.executable, "-m", "parley", "add", str(articles), "--ledger", str(ledger)]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr[-2000:])
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "closing line": done.stderr.strip().splitlines()[-1].removeprefix("parley: "),
        "seconds": round(time.monotonic() - began),
        "processor seconds": round(used.ru_utime + used.ru_stime),
        "memory": round(used.ru_maxrss / 1024),
        "size": round(sum(p.stat().st_size for p in ledger.parent.glob(f"{ledger.name}*")) / 2**20),
    }


def encounters(ledger: Path) -> list[Record]:
    """All encounters of the ledger as exported."""
    command = [sys.executable, "-m", "parley", "export", "encounters", "--format", "jsonl", "--ledger", str(ledger)]
    out = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def _states(appearance: Record) -> set[str]:
    return {c["status"] for c in appearance["claims"] if not c["earlier"]}


def announced_in(encounter: Record) -> Record | None:
    """The first appearance of an encounter, if it only tells it as still to come."""
    first = min(encounter["appearances"], key=lambda a: a["at"])
    states = _states(first)
    return first if states and states <= PLANNED else None


def pair_of(encounter: Record) -> Pair | None:
    """The announcement of an encounter with the item that first tells it as held, if there is one."""
    first = announced_in(encounter)
    if first is None:
        return None
    later = sorted((a for a in encounter["appearances"] if a["at"] > first["at"]), key=lambda a: a["at"])
    held = next((a for a in later if _states(a) & HELD), None)
    if held is None:
        return None
    return Pair(first, held, encounter["kind"], tuple(p["name"] for p in encounter["parties"]))


def shown(pair: Pair) -> str:
    """A pair with the words of both sides, for a person to judge."""
    rows = [f"{pair.kind}: {' + '.join(pair.parties)}"]
    for a in (pair.announced, pair.held):
        words = "; ".join(c["evidence"]["text"].replace("\n", " ") for c in a["claims"][:2])
        rows.append(f"  {a['at'][:10]} {a['title']}\n             {words[:300]}")
    return "\n".join(rows)


def main() -> None:
    """Add the stream and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("--ledger", type=Path, help="keep the ledger here; one that exists is only counted")
    parser.add_argument("--check", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        articles, ledger = Path(folder, "stream.jsonl"), given.ledger or Path(folder, "stream.db")
        items = [json.loads(line) for line in given.news.read_text(encoding="utf-8").splitlines()]
        articles.write_text("".join(json.dumps(x) + os.linesep for x in lines(items)), encoding="utf-8")
        facts = machine.facts()
        cost = add(articles, ledger) if not ledger.exists() else {}
        told = encounters(ledger)
    announced = [e for e in told if announced_in(e)]
    pairs = [p for e in announced if (p := pair_of(e)) is not None]
    undated = {x["id"] for x in items if not x["date"]}
    of_undated = [e for e in announced if announced_in(e)["document"] in undated]  # type: ignore[index]
    figures = {
        "items": len(items),
        **cost,
        "encounters": len(told),
        "first told as to come": len(announced),
        "of these told later as held": len(pairs),
        "announced by an item of its own": len(of_undated),
        "of these told later as held too": sum(p.announced["document"] in undated for p in pairs),
    }
    for name, value in figures.items():
        print(f"{name:36} {value}")
    for pair in Random(given.seed).sample(pairs, min(given.check, len(pairs))):
        print(f"\n{shown(pair)}")
    if given.save:
        store.save("stream", {"figures": figures, "machine": facts, "model": store.model()})


if __name__ == "__main__":
    main()
