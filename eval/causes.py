"""What was missed and made up, by cause: ``python -m eval.causes`` (after ``python -m eval``).

One line a cause with its count in each set, largest first, and with ``--show CAUSE`` the remarks behind it.
``--half developed`` keeps to the texts whose errors are read (``eval.halves``): rules are written from those only.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from eval.__main__ import folders
from eval.halves import developed
from eval.scoring import Scored, readings, score_folder, scorer

PARTIES = re.compile(r"parties (\[.*?\]), want (\[.*?\]):")
STATUS = re.compile(r"status (\w+), want (\w+):")
MISSED = re.compile(r"missed encounter: (\w+) ")


def cause(module: ModuleType, scored: Scored, remark: str) -> str:
    """The cause that a remark of the scorer points to."""
    if found := PARTIES.match(remark):
        return _parties(found)
    if found := STATUS.match(remark):
        return f"status: {found[1]} for {found[2]}"
    if found := MISSED.match(remark):
        return _missed(module, scored, remark)
    if remark.startswith("extra encounter"):
        return "encounter made up" if scored.gold.get("encounters") else "encounter made up where there is none"
    if remark.startswith("source []"):
        return "attribution: source not found"
    if remark.startswith("source ["):
        return "attribution: other source"
    return re.sub(r":.*", "", remark)


def texts(
    module: ModuleType, name: str, paths: list[Path], read: dict[str, dict[str, Any]], half: str | None
) -> Iterator[Scored]:
    """The scored texts of a set, or of one half of it."""
    for folder in paths:
        for index, scored in enumerate(score_folder(module, name, folder, read)):
            if half is None or developed(name, index, folder.name) == (half == "developed"):
                yield scored


def _parties(found: re.Match[str]) -> str:
    got, want = found[1].count("'") // 2, found[2].count("'") // 2
    return "parties: too many" if got > want else "parties: too few" if got < want else "parties: another"


def _missed(module: ModuleType, scored: Scored, remark: str) -> str:
    """Merged into another, read as another kind, or not seen at all."""
    gold = next((e for e in scored.gold["encounters"] if remark.endswith(f"{e.get('status_words')}")), None)
    if gold is None:
        return "encounter missed"
    for read in scored.reading.get("encounters", []):
        if _touches(module, gold, read):
            same = module.FAMILY[read["kind"]] == module.FAMILY[gold["kind"]]
            return "encounter missed: its words went to another" if same else "encounter missed: other kind"
    loose = [u["words"]["text"] for u in scored.reading.get("ungrounded", [])]
    words = " ".join(gold.get("status_words", []))
    return "encounter missed: no parties found" if any(x in words for x in loose) else "encounter missed: not seen"


def _touches(module: ModuleType, gold: dict[str, Any], read: dict[str, Any]) -> bool:
    evidence = module.evidence_words(read)
    return any(module.holds(e, module.words(w)) >= 0.7 for e in evidence for w in gold.get("status_words", []))


def main() -> None:
    """Print the causes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("build/eval"), help="folder that python -m eval wrote")
    parser.add_argument("--show", help="print the remarks of causes that begin so")
    parser.add_argument("--half", choices=("developed", "other"), help="one half of the texts only")
    args = parser.parse_args()
    module, count, shown = scorer(args.shared), Counter[tuple[str, str]](), list[str]()
    for name, paths in folders(args.shared).items():
        if name in {"seed", "dev"}:
            continue
        read = readings(args.out / f"{name}.jsonl")
        for scored in texts(module, name, paths, read, args.half):
            for remark in scored.remarks:
                why = cause(module, scored, remark)
                count[why, name] += 1
                if args.show and why.startswith(args.show):
                    shown.append(f"{name}/{scored.name}: {remark}")
    names = ("items", "readouts", "wikinews", "stories")
    print(f"{'':48s}" + "".join(f"{n:>10s}" for n in (*names, "all")))
    totals = Counter[str]()
    for (why, _), n in count.items():
        totals[why] += n
    for why, total in totals.most_common():
        print(f"{why:48s}" + "".join(f"{count[why, n]:10d}" for n in names) + f"{total:10d}")
    print("\n".join(shown))


if __name__ == "__main__":
    main()
