"""Where a passage is set, and where the paper is at home that a text stands in."""

from __future__ import annotations

from parley.extract.positions.scene import Scene
from parley.lexicon import places

LONGEST_PLACE = 5  # tokens
HEAD = 4  # paragraphs at the head of a text, one of which may begin with the place of writing
PARTING = frozenset({"–", "—", "-", ",", ".", ":", "(", "/"})
NEAR = 2  # paragraphs that a change of scene holds for
OPENERS = frozenset({"in", "from", "at"})


def set_in(scene: Scene, mentions: list[int]) -> str | None:
    """The country that the sentence of a mention is set in, else the paragraph of the first one or that before it."""
    a = scene.a
    own = (_opening(scene, a.sentences[a.tokens[i].sent].first) for i in mentions)
    before = [i for i in scene.paragraphs if mentions and i <= mentions[0]]
    near = (_opening(scene, start) for start in reversed(before[-NEAR:]))
    return next((c for c in (*own, *near) if c is not None), None)


def _opening(scene: Scene, start: int) -> str | None:
    """The country of "In Lima, ..." at token ``start``."""
    tokens = scene.a.tokens
    if tokens[start].text.lower() not in OPENERS:
        return None
    comma = next((t.i for t in tokens[start + 1 : start + 1 + LONGEST_PLACE] if t.text == ","), None)
    return _country_at(scene, start + 1, comma) if comma is not None else None


def home(scene: Scene) -> str | None:
    """The country whose officials a text may name without saying whose they are: the paper's, else that of writing."""
    return _of_outlet(scene) or written_in(scene)


def _of_outlet(scene: Scene) -> str | None:
    """The country of the town in the name of a paper ("The Lima Courier"), where it has a part in the text."""
    words = (scene.document.outlet or "").split()
    runs = (" ".join(words[i : i + n]) for n in (2, 1) for i in range(len(words) - n + 1))
    there = {x.country for x in scene.everyone}
    found = (place.country for run in runs if (place := places.place(run)) is not None)
    return next((c for c in found if c is not None and c in there), None)


def written_in(scene: Scene) -> str | None:
    """The country of the dateline ("LIMA, 3 May –", "LIMA.", "Lima:")."""
    tokens, headline = scene.a.tokens, scene.document.headline
    head = [i for i in scene.paragraphs if headline is None or tokens[i].start >= headline.end]
    for start in head[:HEAD]:
        for end in range(start + 1, min(start + LONGEST_PLACE, len(tokens))):
            joined = tokens[end].text == "-" and tokens[end].start == tokens[end - 1].end
            parted = (tokens[end].text in PARTING and not joined) or end in scene.paragraphs
            if parted and all(t.upos == "PROPN" for t in tokens[start:end]):
                return _country_at(scene, start, end)
    return None


def _country_at(scene: Scene, first: int, last: int) -> str | None:
    place = scene.mentions.place_at(first, last) if scene.mentions is not None and first < last else None
    return place.country if place is not None else None
