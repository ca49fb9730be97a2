"""The engine's name spans, mended: what hangs on by a hyphen, a title before a name, a name cut after "of"."""

from __future__ import annotations

from collections.abc import Callable

from parley.extract.mentions.name import Name
from parley.extract.mentions.trim import Run, initial, no_part, once, parted, plain_title, trimmed
from parley.lexicon import titles, world
from parley.lexicon.surnames import is_family_name
from parley.model.analysis import Analysis, Token

LINKS = frozenset({"of", "for", "on", "and", "to"})
SYLLABLE = 6  # letters of the second part of a Korean or Chinese given name


def mended(a: Analysis) -> list[Name]:
    """The engine's spans as whole names, in text order, without overlaps."""
    found = [run for s in a.names for part in parted(a, (s.first, s.last, s.label)) if (run := trimmed(a, part))]
    for step in (_joined, _grown, _joined, _split):
        found = step(a, found)
    return [Name(*once(a, run)) for run in found if not plain_title(a, run)]


def _joined(a: Analysis, found: list[Run]) -> list[Run]:
    """Neighbouring spans that are one name: an initial and a surname, parts tied by the tree, "Jean-" "Claude"."""
    out: list[Run] = []
    for run in sorted(found):
        if out and _one_name(a, out[-1], run):
            first, last, label = out.pop()
            run = (first, max(last, run[1]), label if label == "PER" else run[2])
        out.append(run)
    return out


def _one_name(a: Analysis, left: Run, right: Run) -> bool:
    if right[0] < left[1]:
        return True
    if left[2] != "PER" or right[2] != "PER":
        return False
    if right[0] == left[1]:
        short = initial(a.tokens[left[1] - 1])
        tied = a.tokens[right[0]].rel == "flat" and left[0] <= a.tokens[right[0]].head < left[1]
        return short or tied or is_family_name(a.words(left[0], left[1]))
    glued = right[0] == left[1] + 1 and _hyphen(a, left[1])
    return glued and not _stands_alone(a, left) and not _stands_alone(a, right)


def _stands_alone(a: Analysis, run: Run) -> bool:
    """Whether the words of a run are a name of their own elsewhere in the text, or a leader's name."""
    words = [t.text for t in a.tokens[run[0] : run[1]]]
    size = len(words)
    for i in range(len(a.tokens) - size + 1):
        same = i != run[0] and [t.text for t in a.tokens[i : i + size]] == words
        if same and not _hyphen(a, i - 1) and not _hyphen(a, i + size):
            return True
    return any(h.level == "leaders" for h in world.holders(" ".join(words)))


def _hyphen(a: Analysis, i: int) -> bool:
    """Whether token ``i`` is a hyphen with no space on either side."""
    if not 0 < i < len(a.tokens) - 1 or a.tokens[i].text not in {"-", "‑", "‐"}:
        return False
    return a.tokens[i - 1].end == a.tokens[i].start and a.tokens[i].end == a.tokens[i + 1].start


def _grown(a: Analysis, found: list[Run]) -> list[Run]:
    """Every span with what the engine cut off it."""
    taken = {i for first, last, _ in found for i in range(first, last)}

    def free(i: int) -> bool:
        return 0 <= i < len(a.tokens) and i not in taken

    out = []
    for first, last, label in found:
        label = "PER" if _korean(a, first, last) else label
        first = _to_the_left(a, first, last, label, free)
        last = _to_the_right(a, first, last, label, free)
        if label == "ORG":
            last = _of_what(a, first, last, free)
        if first < last:
            out.append((first, last, label))
    return out


def _korean(a: Analysis, first: int, last: int) -> bool:
    """ "Pak Ui | -chun": a family name that comes first, a syllable, a hyphen and another in small letters."""
    if not is_family_name(a.tokens[first].text) or last - first != 2 or last + 1 >= len(a.tokens):
        return False
    second = a.tokens[last + 1].text
    return _hyphen(a, last) and second.isalpha() and second.islower() and len(second) <= SYLLABLE


def _to_the_right(a: Analysis, first: int, last: int, label: str, free: Callable[[int], bool]) -> int:
    """The end of "Kim Jong-un" or "Baden-Holm" when the engine stopped at the hyphen, of "Carl" before "XVI"."""
    while free(last + 1) and _hyphen(a, last) and _second_part(a, first, a.tokens[last + 1], label):
        last += 2
    while label == "PER" and free(last) and _flat(a, first, last):
        last += 1
    return last


def _second_part(a: Analysis, first: int, token: Token, label: str) -> bool:
    if not token.text.isalpha() or (label != "PER" and (world.geo(token.text) or world.geo(a.tokens[first].text))):
        return False
    if token.text[0].islower():
        korean = is_family_name(a.tokens[first].text) and len(token.text) <= SYLLABLE and token.xpos != "VBN"
        return label == "PER" and (korean or token.upos in {"PROPN", "X"})
    return token.upos in {"PROPN", "X"} or (label == "PER" and token.upos == "NOUN")


def _flat(a: Analysis, first: int, last: int) -> bool:
    token = a.tokens[last]
    tied = token.rel == "flat" and first <= token.head < last and token.upos == "PROPN" and token.xpos == "NNP"
    return tied and token.text[0].isupper() and token.text[-1].isalpha()


def _to_the_left(a: Analysis, first: int, last: int, label: str, free: Callable[[int], bool]) -> int:
    """The beginning of "Than Shwe" behind a title, of "Jean-Claude", of "M. Orlow"."""
    if label != "PER":
        return first
    if free(first - 2) and free(first - 1) and _hyphen(a, first - 1) and a.tokens[first - 2].text.istitle():
        left = (first - 2, first - 1, label)
        if last - first > 1 and not world.geo(a.tokens[first - 2].text) and not _stands_alone(a, left):
            first -= 2
    while free(first - 1) and _begins_name(a, first):
        first -= 1
    return first


def _begins_name(a: Analysis, first: int) -> bool:
    token, here = a.tokens[first - 1], a.tokens[first]
    if not token.text[0].isupper() or world.geo(token.text) or no_part(a, first - 1, "PER"):
        return False
    if initial(token):
        return True
    if token.sent != here.sent or not token.text.isalpha():
        return False
    if token.upos == "PROPN" and here.rel == "flat" and here.head == token.i:
        return True
    before = a.tokens[first - 2].text.lower() if first > 1 else ""
    return before in titles.title_words() and token.xpos != "NNPS" and token.upos not in {"NOUN", "ADJ", "VERB"}


def _of_what(a: Analysis, first: int, last: int, free: Callable[[int], bool]) -> int:
    """The rest of a body's name that the engine cut after or before "of" ("the High Council | of State").

    The state that a body belongs to is no part of its name ("Security Council of Peru").
    """
    cut = last
    while cut > first + 1 and a.tokens[cut - 1].text in LINKS | {"the"}:
        cut -= 1
    k = cut
    while k < len(a.tokens) and a.tokens[k].text in LINKS | {"the"} and (k < last or a.tokens[k].text in {"of", "the"}):
        k += 1
    if k == cut or k >= len(a.tokens) or not _goes_on(a, first, k, free):
        lone = cut < last and cut == first + 1 and a.tokens[first].text.lower() in titles.words("collective")
        return first if lone else cut  # "the Government of" Peru is described, not named
    while free(k) and a.tokens[k].text[0].isupper() and a.tokens[k].xpos in {"NNP", "NNPS"}:
        k += 1
    return k if a.tokens[k - 1].upos in {"PROPN", "NOUN"} else cut


def _goes_on(a: Analysis, first: int, k: int, free: Callable[[int], bool]) -> bool:
    token = a.tokens[k]
    own = a.tokens[first].sent == token.sent and first <= token.head < k
    fits = free(k) and token.text[0].isupper() and token.xpos in {"NNP", "NNPS"}
    return own and fits and world.longest_match([t.text for t in a.tokens[k : k + 4]], 0) is None


def _split(a: Analysis, found: list[Run]) -> list[Run]:
    """ "Trump-Putin" names two people where each is known by that name alone."""
    out: list[Run] = []
    for first, last, label in found:
        at = next((i for i in range(first + 1, last - 1) if _hyphen(a, i)), None)
        parts = [(first, at, label), (at + 1, last, label)] if at is not None else []
        if label == "PER" and parts and all(_stands_alone(a, p) for p in parts):
            out += parts
        else:
            out.append((first, last, label))
    return out
