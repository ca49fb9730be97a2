"""What belongs to no name at the ends of the engine's spans: articles, titles, offices, a state before a person."""

from __future__ import annotations

from parley.lexicon import titles, world
from parley.lexicon.genders import given
from parley.model.analysis import Analysis, Token

INITIAL = 2  # letters of "M."
LONGEST_PORTFOLIO = 4  # words between a minister and "of"

Run = tuple[int, int, str]


def parted(a: Analysis, run: Run) -> list[Run]:
    """A span that runs on from a state into a person's name, in two: "Republic of Peru | Ana Lume"."""
    first, last, label = run
    texts = [t.text for t in a.tokens[first:last]]
    match = world.longest_match(texts, 0) if label != "PER" and last - first > 2 else None
    if match is None or match[1].kind != "name" or len(texts) - match[0] < 2:
        return [run]
    cut = first + match[0]
    person = texts[match[0]].lower() in given() or any(h.level == "leaders" for h in world.holders(a.words(cut, last)))
    titled = first > 0 and a.tokens[first - 1].text in {"of", "the"}
    return [(first, cut, "LOC"), (cut, last, "PER")] if person and titled else [run]


def trimmed(a: Analysis, run: Run) -> Run | None:
    """A span without marks at its ends and without what belongs to no name; None where nothing is left."""
    first, last, label = run
    while last > first and (
        (label == "PER" and a.tokens[last - 1].text == "of") or not any(c.isalnum() for c in a.tokens[last - 1].text)
    ):
        last -= 1
    first = _without_lead(a, first, last, label)
    if label == "PER" and first < last:
        first += _state_before(a, first, last) or _office_before(a, first, last) or _portfolio_before(a, first, last)
        first = _without_lead(a, first, last, label)
    if first < last and a.words(first, last).lower() in titles.titles():
        return None  # "the Dalai Lama", "the Prime Minister"
    if label == "ORG":
        last = _without_title(a, first, last)
    if label != "PER" and last - first > 1 and initial(a.tokens[last - 1]):
        last -= 1  # "of Peru | S. Orlow"
    if not any(t.text[0].isupper() for t in a.tokens[first:last]) or _portfolio(a, first, last, label):
        return None
    return first, last, label


def _without_lead(a: Analysis, first: int, last: int, label: str) -> int:
    while first < last and no_part(a, first, label):
        first += 1
    return first


def plain_title(a: Analysis, run: Run) -> bool:
    """Whether all that is left of a span is an office ("the Speaker | of the Chamber"): described, not named."""
    first, last, _ = run
    return a.words(first, last).lower() in titles.titles()


def _without_title(a: Analysis, first: int, last: int) -> int:
    """The end of a body's span without the office behind it: "Palace | Press Secretary"."""
    for size in range(min(titles.longest_title(), last - first), 0, -1):
        words = a.words(last - size, last).lower().replace(" - ", "-")
        if words in titles.titles() or (size == 1 and words in titles.title_words()):
            return _without_title(a, first, last - size)
    return last


def _state_before(a: Analysis, first: int, last: int) -> int:
    """How many words of a person's span name a state: "President of | Peru | Ana Lume", "| U.S. | Secretary"."""
    match = world.longest_match([t.text for t in a.tokens[first:last]], 0) if first < last else None
    if match is None or match[1].kind != "name" or first + match[0] >= last:
        return 0
    titled = a.tokens[first + match[0]].text.lower() in titles.title_words()
    return match[0] if titled or (first > 0 and a.tokens[first - 1].text in {"of", "the"}) else 0


def _office_before(a: Analysis, first: int, last: int) -> int:
    """How many words of a person's span are an office: "House Speaker | Ana Lume"."""
    words = [t.text.lower() for t in a.tokens[first:last]]
    return 2 if len(words) > 3 and words[1] in titles.title_words() and words[0] not in given() else 0


def _portfolio_before(a: Analysis, first: int, last: int) -> int:
    """How many words of a person's span are what a minister is for: "Minister of | Fisheries | Ana Lume"."""
    if last - first < 3 or not _for_what(a, first):
        return 0
    lower = [t.text.lower() for t in a.tokens[first:last]]
    return next((k for k in range(1, len(lower) - 1) if lower[k] in given()), 0)


def _portfolio(a: Analysis, first: int, last: int, label: str) -> bool:
    """Whether a span is what a minister is for ("Minister of | Foreign Affairs", "Secretary of | State"), no body."""
    return label == "ORG" and _for_what(a, first) and world.geo(a.words(first, last)) == ()


def _for_what(a: Analysis, first: int) -> bool:
    """Whether "minister of", "Secretary of State for" stand right before a token."""
    if first < 2 or a.tokens[first - 1].text not in {"of", "for"}:
        return False
    before = [t.text.lower() for t in a.tokens[max(0, first - LONGEST_PORTFOLIO) : first - 1]]
    return before[-1] in titles.words("portfolios") or " ".join(before[-3:]) == "secretary of state"


def once(a: Analysis, run: Run) -> Run:
    """A person's name that a page prints twice, the second time with the family name first, once."""
    first, last, label = run
    texts = [t.text for t in a.tokens[first:last]] if label == "PER" else []
    return first, next((first + k for k in range(2, len(texts)) if texts[k] == texts[k - 1]), last), label


def initial(token: Token) -> bool:
    """Whether a token is an initial: "M."."""
    return len(token.text) == INITIAL and token.text[1] == "." and token.text[0].isupper()


def no_part(a: Analysis, i: int, label: str) -> bool:
    """Whether a word at the start of a span belongs to no name: an article, a mark, a title before a person."""
    word = a.tokens[i].text
    if word.lower() in {"the", "of"} or not word[0].isalnum():
        return True
    if label != "PER" or world.country_code(word):
        return label == "PER" and world.is_demonym(word)
    of_state = word == "State" and i > 0 and a.tokens[i - 1].text == "of"
    plain = word.lower()
    return (
        of_state
        or word in titles.address()
        or {plain, plain.removesuffix("s")} & titles.title_words() != set()
        or plain in titles.before_title()
    )
