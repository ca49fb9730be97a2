"""Measure time expressions against MEANTIME (120 Wikinews articles with TIMEX3).

``python eval/meantime.py --data FOLDER [--half dev|test|all] [--details]`` where FOLDER holds ``MEANTIME/``. The
halves are every other article in order of file name: the grammar was developed on ``dev``. The engine is used for
tenses where a model is there, else plain words without tags.
"""

from __future__ import annotations

import argparse
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from parley.extract.times import find_times
from parley.model.analysis import Analysis, Sentence, Token
from parley.model.document import Document
from parley.model.mention import Time

NO_SPACE_BEFORE = re.compile(r"^(?:[,.;:!?%)\]]|['’]s|n['’]t|''|['’])$")


@dataclass(frozen=True)
class Article:
    """One article: text, its date, gold times as (start, end, type, value)."""

    name: str
    text: str
    published: str | None
    times: tuple[tuple[int, int, str, str], ...]


def read(path: Path) -> Article:
    """Rebuild the text of the annotated sentences; offsets of gold times refer to it."""
    root = ET.parse(path).getroot()
    tokens = list(root.iter("token"))
    marked = {a.get("t_id") for t in root.iter("TIMEX3") for a in t.findall("token_anchor")}
    last_annotated = max((int(t.get("sentence", 0)) for t in tokens if t.get("t_id") in marked), default=0)
    text, places, sentence = "", {}, None
    for token in tokens:
        number, word = int(token.get("sentence", 0)), token.text or ""
        if number > max(last_annotated, 5):
            break
        if sentence is not None and number != sentence:
            text += "\n"
        elif text and not text.endswith(("\n", "(", "$", "``", "/")) and not NO_SPACE_BEFORE.match(word):
            text += " "
        sentence = number
        places[token.get("t_id")] = (len(text), len(text) + len(word))
        text += word
    return Article(path.stem, text, published(root), tuple(gold(root, places)))


def published(root: ET.Element) -> str | None:
    """The date of the article; some files write it day first or leave it only in a TIMEX3 of the second line."""
    for timex in root.iter("TIMEX3"):
        value = timex.get("value") or ""
        if timex.get("functionInDocument") in {"CREATION_TIME", "PUBLICATION_TIME"}:
            return value if re.match(r"\d{4}-\d\d-\d\d", value) else None
    full = [t.get("value") or "" for t in root.iter("TIMEX3") if re.fullmatch(r"\d{4}-\d\d-\d\d", t.get("value") or "")]
    return full[0] if full else None


def gold(root: ET.Element, places: dict[str | None, tuple[int, int]]) -> Iterator[tuple[int, int, str, str]]:
    """Gold times with text; empty ones (given by other times) have none."""
    for timex in root.iter("TIMEX3"):
        spots = [places[a.get("t_id")] for a in timex.findall("token_anchor") if a.get("t_id") in places]
        if spots:
            yield min(spots)[0], max(spots)[1], timex.get("type", ""), timex.get("value", "")


def plain(text: str) -> Analysis:
    """Words with no tags, for want of a model."""
    tokens, sentences = [], []
    for line in re.finditer(r"[^\n]+", text):
        first = len(tokens)
        for m in re.finditer(r"\w+|[^\w\s]", line[0]):
            start = line.start() + m.start()
            i = len(tokens)
            tokens.append(
                Token(i, start, start + len(m[0]), m[0], guess(m[0]), "_", "_", m[0].lower(), -1, "dep", len(sentences))
            )
        sentences.append(Sentence(len(sentences), first, len(tokens)))
    return Analysis(text, tuple(tokens), tuple(sentences))


def guess(word: str) -> str:
    """A crude part of speech, enough to tell "will" from "met"."""
    if word.lower() in {
        "will",
        "would",
        "may",
        "might",
        "could",
        "should",
        "is",
        "was",
        "are",
        "were",
        "has",
        "have",
        "had",
    }:
        return "AUX"
    return "VERB" if re.search(r"(?:ed|said|met|told|fell|rose)$", word) else "X"


@dataclass
class Counts:
    """What was found against what should have been."""

    gold: int = 0
    read: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0

    def line(self) -> str:
        """The figures in one paragraph."""

        def f1(hit: int) -> str:
            p, r = hit / max(1, self.read), hit / max(1, self.gold)
            return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r) if p + r else 0:.3f}"

        strict = max(1, self.relaxed)
        return (
            f"gold {self.gold}, read {self.read}\nstrict span   {f1(self.strict)}\nrelaxed span  {f1(self.relaxed)}\n"
            f"of those found: type {self.type / strict:.3f}, value {self.value / strict:.3f}"
        )


def compare(article: Article, times: tuple[Time, ...], counts: Counts, say: Callable[..., None]) -> None:
    """Count one article; each gold time is met by the read time that overlaps it most."""
    counts.gold += len(article.times)
    counts.read += len(times)
    used: set[int] = set()
    for start, end, kind, value in article.times:
        overlaps = [(min(end, t.end) - max(start, t.start), -i) for i, t in enumerate(times) if i not in used]
        best = max(overlaps, default=(0, 0))
        if best[0] <= 0:
            say("missed", repr(article.text[start:end]), kind, value, "|", article.text[max(0, start - 40) : end + 20])
            continue
        time = times[-best[1]]
        used.add(-best[1])
        counts.relaxed += 1
        counts.strict += (time.start, time.end) == (start, end)
        counts.type += time.type == kind
        counts.value += time.value == value
        if (time.start, time.end) != (start, end):
            say("span", repr(time.text), "want", repr(article.text[start:end]))
        if time.value != value:
            say("value", repr(time.text), time.value, "want", value, "published", article.published)
    for i, time in enumerate(times):
        if i not in used:
            say("extra", repr(time.text), time.type, "|", article.text[max(0, time.start - 40) : time.end + 20])


def analyser() -> Callable[[str], Analysis]:
    """The engine where there is one, else plain words."""
    try:
        from parley.analysis.engine import load

        return load().analyse
    except Exception as error:  # no model, no runtime
        print(f"no engine ({type(error).__name__}): tenses from plain words", file=sys.stderr)
        return plain


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--half", choices=["dev", "test", "all"], default="test")
    parser.add_argument("--details", action="store_true")
    args = parser.parse_args()
    paths = sorted(args.data.glob("MEANTIME/intra_cross-doc_annotation/*/*.xml"))
    if not paths:
        parser.error(f"no MEANTIME articles below {args.data}")
    chosen = {"dev": paths[::2], "test": paths[1::2], "all": paths}[args.half]
    counts, analyse = Counts(), analyser()
    misses: Counter[str] = Counter()
    for path in chosen:
        article = read(path)
        document = Document(path.stem, path.name, article.text, published=article.published)
        say = (lambda *a, name=path.stem[:12]: print(name, *a)) if args.details else (lambda *a: misses.update([a[0]]))
        compare(article, find_times(analyse(article.text), document), counts, say)
    print(f"{args.half} half: {len(chosen)} articles" if args.half != "all" else f"{len(chosen)} articles")
    print(counts.line())
    return 0


if __name__ == "__main__":
    sys.exit(main())
