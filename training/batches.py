"""Windows of several sentences with a mark between them, and batches of windows."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from parley.analysis.wordpiece import CLS, SEP, START
from training.dataset import TAGS, Packed

Window = list[Packed]
LONGEST = 510


@dataclass
class Batch:
    """Tensors of one step: pieces [B,T], words [B,N]; labels are -100 where nothing is to be learnt."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    sentence: Tensor
    labels: dict[str, Tensor]
    heads: Tensor
    rels: Tensor


def windows(docs: list[list[Packed]], low: int, high: int, rng: random.Random) -> list[Window]:
    """Runs of neighbouring sentences of a document, each run up to a size drawn between ``low`` and ``high`` pieces."""
    out: list[Window] = []
    for doc in docs:
        current: Window = []
        size, limit = 0, rng.randint(low, high)
        for sent in doc:
            if current and size + sent.size > limit:
                out.append(current)
                current, size, limit = [], 0, rng.randint(low, high)
            current.append(sent)
            size += sent.size
        if current:
            out.append(current)
    return out


def joined(docs: list[list[Packed]], rng: random.Random) -> list[list[Packed]]:
    """Short documents put together at random, one to four, so that a long context is nothing strange."""
    order = docs[:]
    rng.shuffle(order)
    out: list[list[Packed]] = []
    while order:
        out.append([s for _ in range(min(len(order), rng.randint(1, 4))) for s in order.pop()])
    return out


def batches(found: list[Window], budget: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like size together, each batch up to ``budget`` padded pieces."""
    ordered = sorted(found, key=lambda w: sum(s.size for s in w) + rng.random() * 8)
    out: list[list[Window]] = []
    current: list[Window] = []
    longest = 0
    for window in ordered:
        size = min(LONGEST + 2, sum(s.size for s in window) + 1)
        if current and max(longest, size) * (len(current) + 1) > budget:
            out.append(current)
            current, longest = [], 0
        current.append(window)
        longest = max(longest, size)
    return [*out, current] if current else out


def collate(found: list[Window]) -> Batch:
    """One batch; words beyond the longest input are left out."""
    rows = [_row(w) for w in found]
    b, t, n = len(rows), max(len(r["ids"]) for r in rows), max(2, *(len(r["first"]) for r in rows))
    batch = Batch(
        torch.zeros(b, t, dtype=torch.long),
        torch.zeros(b, t, dtype=torch.long),
        torch.zeros(b, t),
        torch.zeros(b, n, dtype=torch.long),
        torch.full((b, n), -1),
        {h: torch.full((b, n), -100) for h in TAGS},
        torch.full((b, n), -100),
        torch.full((b, n), -100),
    )
    for i, row in enumerate(rows):
        size, count = len(row["ids"]), len(row["first"])
        batch.ids[i, :size] = torch.tensor(row["ids"])
        batch.shapes[i, :size] = torch.tensor(row["shapes"])
        batch.mask[i, :size] = 1
        batch.first[i, :count] = torch.tensor(row["first"])
        batch.sentence[i, :count] = torch.tensor(row["sentence"])
        for head in TAGS:
            batch.labels[head][i, :count] = torch.tensor(row[head])
        batch.heads[i, :count] = torch.tensor(row["heads"])
        batch.rels[i, :count] = torch.tensor(row["rels"])
    return batch


def _row(window: Window) -> dict[str, list[int]]:
    row: dict[str, list[int]] = {k: [] for k in ("first", "sentence", "heads", "rels", *TAGS)}
    ids, shapes = [CLS], [0]
    for number, sent in enumerate(window):
        if number:
            ids.append(SEP)
            shapes.append(0)
        offset, kept = len(row["first"]), 0
        for k, (word, shape) in enumerate(zip(sent.ids, sent.shapes, strict=True)):
            if len(ids) + len(word) > LONGEST:
                break
            row["first"].append(len(ids))
            ids += word
            shapes += [shape + START * (k == 0)] * len(word)
            kept += 1
        row["sentence"] += [number] * kept
        for head in TAGS:
            row[head] += sent.labels[head][:kept] if head in sent.labels else [-100] * kept
        heads = sent.heads[:kept] if sent.heads is not None else [-100] * kept
        row["heads"] += [h if h <= 0 else offset + h if h <= kept else -100 for h in heads]
        row["rels"] += sent.rels[:kept] if sent.rels is not None else [-100] * kept
    row["ids"], row["shapes"] = [*ids, SEP], [*shapes, 0]
    return row
