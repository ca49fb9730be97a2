"""Words of diplomacy in treebank sentences: the trees know few of them, and the engine reads little else.

A swap puts such a word in the place of another of the same Penn tag; the tree stays. It is crude ("she
held the keys" may become "she met the talks") and works against what texts without trees make of these words.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml

from parley.analysis.wordpiece import pieces, shape
from training.dataset import Packed

SHARE = 0.3  # of sentences
LOWER = shape("word")


@cache
def words() -> dict[str, list[str]]:
    """Words by Penn tag."""
    found: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
    return found


def swapped(sent: Packed, vocabulary: Mapping[str, int], rng: random.Random) -> Packed:
    """The sentence with one noun and one verb replaced, in ``SHARE`` of cases; only words in lower case."""
    if rng.random() > SHARE:
        return sent
    ids, tags = list(sent.ids), sent.source.labels["xpos"]
    for kind in ("N", "V"):
        places = [i for i, tag in enumerate(tags) if tag in words() and tag[0] == kind and sent.shapes[i] == LOWER]
        auxiliary = {i for i in places if sent.source.labels["upos"][i] == "AUX"}
        if chosen := [i for i in places if i not in auxiliary]:
            at = rng.choice(chosen)
            ids[at] = pieces(rng.choice(words()[tags[at] or ""]), vocabulary)
    return replace(sent, ids=ids, size=sum(map(len, ids)) + 1)
