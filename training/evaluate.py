"""Measure the exported engine on held-out corpora, in the mode that the reader uses (int8, windows).

    python -m training.evaluate --data build/data [--encounters FILE] [--model FOLDER]

Needs nothing but the package itself (no torch). Prints the figures and writes them to ``training/figures.json``,
from which ``python -m eval.figures`` makes the tables of the model card.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from parley.analysis.decode import runs
from parley.analysis.engine import DATA, Engine
from parley.model.analysis import Analysis
from training import corpora, dataset
from training.corpora import Doc

FIGURES = Path(__file__).with_name("figures.json")


def measure(data: Path, encounters: Path | None, folder: Path, polnear: bool = True) -> dict[str, float]:
    """All figures of the model card by name, in percent."""
    engine = Engine(folder)
    out: dict[str, float] = {}
    ewt = corpora.conllu(data / "UD_English-EWT" / "en_ewt-ud-dev.conllu")
    gmb = corpora.gmb(data / "GMB_kaggle" / "ner_dataset.csv.zip", dataset.GMB_SENTENCES, 0)
    corpora.add_names(ewt, data / "UNER_English-EWT" / "en_ewt-ud-dev.iob2", dataset.known_demonyms(gmb))
    gum = corpora.conllu(data / "UD_English-GUM" / "permissive-dev.conllu")
    for name, docs in (("EWT dev", ewt), ("GUM dev", gum)):
        read = [engine.analyse_sentences([s.words for s in d]) for d in docs]
        out.update({f"{name} {k}": v for k, v in treebank(docs, [r[0] for r in read]).items()})
        if name == "EWT dev":
            out.update(spans(docs, [r[0] for r in read], "ner", ("PER", "ORG", "LOC"), "UNER EWT dev"))
    # Words and sentences are found by rule, nothing is learnt there: news of the training part counts too.
    news = [*corpora.conllu(data / "UD_English-GUM" / "permissive-train.conllu"), *gum]
    for name, docs in (("EWT dev", ewt), ("GUM news", [d for d in news if "_news_" in d[0].id])):
        out.update({f"{name} raw {k}": v for k, v in raw(engine, docs).items()})
    if polnear:
        articles = corpora.polnear(data / "PolNeAR" / "data" / "dev")
        read_articles = [engine.analyse_sentences([s.words for s in d])[0] for d in articles]
        out.update(spans(articles, read_articles, "attr", ("Source", "Cue", "Content"), "PolNeAR dev"))
    if encounters is not None:
        held_out = corpora.encounters(encounters)
        short = [engine.analyse_sentences([s.words for s in d])[0] for d in held_out]
        out.update(spans(held_out, short, "attr", ("Source", "Cue", "Content"), "short texts"))
    return out


def treebank(docs: list[Doc], read: list[Analysis]) -> dict[str, float]:
    """UPOS, features, lemmas, UAS, LAS (universal labels) on gold words and sentences."""
    c = Counter[str]()
    for doc, analysis in zip(docs, read, strict=True):
        offset = 0
        for sent in doc:
            for k in range(len(sent.words)):
                token = analysis.tokens[offset + k]
                c["words"] += 1
                c["UPOS"] += token.upos == sent.labels["upos"][k]
                c["XPOS"] += token.xpos == sent.labels["xpos"][k]
                c["feats"] += token.feats == sent.labels["feats"][k]
                c["lemma"] += bool(sent.lemmas) and token.lemma == (sent.lemmas or [])[k]
                head = token.head - offset + 1 if token.head >= 0 else 0
                right = head == (sent.heads or [])[k]
                c["UAS"] += right
                c["LAS"] += right and token.rel == (sent.rels or [])[k].split(":")[0]
            offset += len(sent.words)
    return {k: 100 * c[k] / c["words"] for k in ("UPOS", "XPOS", "feats", "lemma", "UAS", "LAS")}


def f1(hits: int, read: int, gold: int) -> float:
    """F1 in percent."""
    return 200 * hits / (read + gold) if read + gold else 0.0


def spans(docs: list[Doc], read: list[Analysis], head: str, labels: tuple[str, ...], name: str) -> dict[str, float]:
    """Exact and overlap F1 of spans by label; overlap: shares a word with one of the other side, both ways."""
    c: dict[str, Counter[str]] = {x: Counter() for x in labels}
    for doc, analysis in zip(docs, read, strict=True):
        gold = runs([t or "O" for s in doc for t in s.labels.get(head, ["O"] * len(s.words))])
        source = analysis.names if head == "ner" else analysis.attribution_spans
        mine = [(s.first, s.last, s.label) for s in source]
        for label in labels:
            g, m = [x for x in gold if x[2] == label], [x for x in mine if x[2] == label]
            c[label]["gold"] += len(g)
            c[label]["read"] += len(m)
            c[label]["hits"] += len(set(g) & set(m))
            c[label]["near read"] += sum(any(a < y and x < b for x, y, _ in g) for a, b, _ in m)
            c[label]["near gold"] += sum(any(a < y and x < b for x, y, _ in m) for a, b, _ in g)
    out = {f"{name} {x} exact F1": f1(c[x]["hits"], c[x]["read"], c[x]["gold"]) for x in labels}
    for x in labels:
        p, r = c[x]["near read"] / max(1, c[x]["read"]), c[x]["near gold"] / max(1, c[x]["gold"])
        out[f"{name} {x} overlap F1"] = 200 * p * r / (p + r) if p + r else 0.0
    total = Counter[str]()
    for one in c.values():
        total.update(one)
    out[f"{name} all exact F1"] = f1(total["hits"], total["read"], total["gold"])
    return out


def raw(engine: Engine, docs: list[Doc]) -> dict[str, float]:
    """Words and sentences found in running text (F1 over character spans)."""
    words, sents = Counter[str](), Counter[str]()
    for doc in docs:
        text, gold_words, gold_sents = "", set[tuple[int, int]](), set[tuple[int, int]]()
        for sent in doc:
            begin = len(text)
            for word, space in zip(sent.words, sent.spaces, strict=True):
                gold_words.add((len(text), len(text) + len(word)))
                text += word + (" " if space else "")
            gold_sents.add((begin, len(text.rstrip())))
            text = text.rstrip() + " "
        a = engine.analyse(text)
        mine_words = {(t.start, t.end) for t in a.tokens}
        mine_sents = {a.chars(s.first, s.last) for s in a.sentences}
        for c, g, m in ((words, gold_words, mine_words), (sents, gold_sents, mine_sents)):
            c.update(hits=len(g & m), read=len(m), gold=len(g))
    return {
        "word F1": f1(words["hits"], words["read"], words["gold"]),
        "sentence F1": f1(sents["hits"], sents["read"], sents["gold"]),
    }


def digest(folder: Path) -> str:
    """Tells one model from another: the first digits of the hash of its main graph."""
    return hashlib.sha256((folder / "main.onnx").read_bytes()).hexdigest()[:12]


def report(figures: dict[str, float], folder: Path, path: Path = FIGURES) -> None:
    """Print the figures and keep them with the model that they belong to."""
    for name, value in figures.items():
        print(f"{name:40s} {value:6.2f}", flush=True)
    size = sum(p.stat().st_size for p in folder.iterdir() if p.is_file()) / 1e6
    kept = {
        "model": digest(folder),
        "megabytes": round(size, 1),
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "figures": {name: round(value, 2) for name, value in figures.items()},
    }
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Measure a model that has been exported, by default the one in the package."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("build/data"))
    parser.add_argument("--encounters", type=Path)
    parser.add_argument("--model", type=Path, default=DATA)
    parser.add_argument("--without-polnear", action="store_true")
    parser.add_argument("--figures", type=Path, default=FIGURES, help="where the figures go")
    args = parser.parse_args()
    report(measure(args.data, args.encounters, args.model, not args.without_polnear), args.model, args.figures)


if __name__ == "__main__":
    main()
