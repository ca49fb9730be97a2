"""The training loop: mixed batches, a schedule driven by steps or by the clock, checkpoints, an average at the end."""

from __future__ import annotations

import random
import time
from collections import Counter
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from training.batches import Batch, Window, batches, collate, joined, windows
from training.dataset import Dataset
from training.model import Model

ENCODER_RATE, HEAD_RATE, WARM_UP, BUDGET, CLIP = 1e-4, 1e-3, 100, 2048, 1.0
WEIGHTS = {"attr": 1.5, "feats": 0.7, "xpos": 0.7}
AVERAGE = 0.998
RESTART = 0.7


def epoch(data: Dataset, rng: random.Random) -> list[list[Window]]:
    """All batches of one round over the corpora, shuffled; single sentences and long windows both occur.

    A round takes the treebanks whole, half of PolNeAR and a third of GMB: texts without trees pull the
    trees of their kind of sentence out of shape where they weigh too much.
    """
    out: list[list[Window]] = []
    for name, docs in data.train.items():
        low, high = (120, 250) if name == "polnear" else (10, 220)
        if name == "gmb":
            docs = joined(rng.sample(docs, len(docs) // 3), rng)
        elif name == "polnear":
            docs = rng.sample(docs, len(docs) // 2)
        out += batches(windows(docs, low, high, rng), BUDGET, rng)
    rng.shuffle(out)
    return out


def loss_of(model: Model, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The weighted loss of a batch, and its parts for the log."""
    with torch.autocast("cpu", torch.bfloat16):
        words = model.words(batch.ids, batch.shapes, batch.mask, batch.first)
        tags = model.tags(words)
        parsed = model.tree(words) if bool((batch.heads >= 0).any()) else None
        parts: dict[str, Tensor] = {}
        if parsed is not None:
            parts["arc"], parts["rel"] = tree_loss(model, batch, *parsed)
    for head, scores in tags.items():
        gold = batch.labels[head]
        if bool((gold != -100).any()):
            loss = F.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=-100)
            parts[head] = loss * WEIGHTS.get(head, 1.0)
    return torch.stack(list(parts.values())).sum(), {k: float(v.detach()) for k, v in parts.items()}


def tree_loss(model: Model, batch: Batch, arcs: Tensor, dep: Tensor, head: Tensor) -> tuple[Tensor, Tensor]:
    """Losses of arcs (inside a sentence only) and of the labels of the gold arcs."""
    scores = arcs.float().masked_fill(~inside(batch.sentence), -1e4)
    arc = F.cross_entropy(scores.flatten(0, 1), batch.heads.flatten(), ignore_index=-100)
    known = batch.heads >= 0
    gold = batch.heads.clamp(min=0)
    chosen = torch.gather(head, 1, gold[:, :, None].expand(-1, -1, head.shape[-1]))
    rel = F.cross_entropy(model.relations(dep[known], chosen[known]).float(), batch.rels[known], ignore_index=-100)
    return arc, rel


def inside(sentence: Tensor) -> Tensor:
    """Which arcs stay inside a sentence: [B,N,N+1], column 0 the root."""
    same = sentence[:, :, None] == sentence[:, None, :]
    return torch.cat([torch.ones_like(same[:, :, :1]), same], -1)


def train(
    data: Dataset, encoder: Path, out: Path, epochs: float, minutes: float, seed: int, start_from: Path | None = None
) -> Model:
    """Train until ``epochs`` or ``minutes`` are over, resuming from ``out/checkpoint.pt``; returns the average.

    ``start_from`` is the ``model.pt`` of an earlier run on the same labels: its weights are the starting point
    of a further run, at a lower rate (a warm restart).
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)
    sizes = {h: len(v) for h, v in data.vocabulary.items() if h != "deprel" and v}
    model = Model(sizes, len(data.vocabulary["deprel"]))
    model.load_encoder(encoder)
    rates = (ENCODER_RATE, HEAD_RATE)
    if start_from:
        model.load_state_dict(torch.load(start_from)["model"])
        rates = (ENCODER_RATE * RESTART, HEAD_RATE * RESTART)
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    encoder_part = [
        p for n, p in model.named_parameters() if n.split(".")[0] in {"word", "position", "kind", "norm", "layers"}
    ]
    chosen = {id(p) for p in encoder_part}
    groups = [
        {"params": encoder_part, "lr": rates[0], "base": rates[0]},
        {"params": [p for p in model.parameters() if id(p) not in chosen], "lr": rates[1], "base": rates[1]},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    step, spent, checkpoint = 0, 0.0, out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        average, step, spent = saved["average"], saved["step"], saved["spent"]
    total = max(1, int(len(epoch(data, random.Random(seed))) * epochs))
    start, log, queue = time.time() - spent, Counter[str](), list[list[Window]]()
    counts: Counter[str] = Counter()
    model.train()
    while True:
        progress = max(step / total, (time.time() - start) / (60 * minutes))
        if progress >= 1:
            break
        queue = queue or epoch(data, rng)
        for group in optimizer.param_groups:
            group["lr"] = group["base"] * min(1.0, (step + 1) / WARM_UP) * (1 - progress)
        loss, parts = loss_of(model, collate(queue.pop()))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        step += 1
        decay = min(AVERAGE, (step + 1) / (step + 20))
        for name, value in model.state_dict().items():
            average[name].lerp_(value, 1 - decay)
        log.update(parts)
        counts.update(parts.keys())
        if step % 100 == 0:
            shown = " ".join(f"{k} {log[k] / counts[k]:.3f}" for k in sorted(log))
            print(
                f"step {step} of {total}, {(time.time() - start) / 60:.1f} min, {100 * progress:.0f} %: {shown}",
                flush=True,
            )
            log.clear()
            counts.clear()
        if step % 500 == 0:
            state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "average": average}
            torch.save({**state, "step": step, "spent": time.time() - start}, checkpoint)
    model.load_state_dict(average)
    torch.save({"model": average, "vocabulary": data.vocabulary}, out / "model.pt")
    return model.eval()
