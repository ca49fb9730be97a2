"""Words as the English treebanks cut them, each with its place in the text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parley.analysis.tokens import tokenize

SCRAPS = st.sampled_from(
    [
        *("Mr.", "U.N.", "don't", "cannot", "‘tis", "Kovač’s", "5.30", "3,000", "re-elected", "…", "...", "—", "--"),
        *("e.g.", "https://example.org/a?b=c", "a@b.org", "AT&T", "£5m", "\n", "\t", "“", '"', "😀"),
        *("\u00a0", "\u200b", "e\u0301"),
    ]
)
TABLE = [
    ("The envoys met.", "The|envoys|met|."),
    ("They didn't meet; they won’t.", "They|did|n't|meet|;|they|wo|n’t|."),
    ("They cannot meet.", "They|can|not|meet|."),
    ("Peru's envoy and the envoys' hosts", "Peru|'s|envoy|and|the|envoys|'|hosts"),
    ("We’ll go, she’d said.", "We|’ll|go|,|she|’d|said|."),
    ("Mr. Orlow met Gen. Sand.", "Mr.|Orlow|met|Gen.|Sand|."),
    ("the U.S. and the U.N. envoy", "the|U.S.|and|the|U.N.|envoy"),
    ("J. R. Orlow, J.R. Orlow", "J.|R.|Orlow|,|J.R.|Orlow"),
    ("at 5.30 on 3,000 ships, 4th of May", "at|5.30|on|3,000|ships|,|4th|of|May"),
    ("a US-Russia summit, the ex-minister, a co-host", "a|US|-|Russia|summit|,|the|ex-minister|,|a|co-host"),
    ("talks – or not—went on...", "talks|–|or|not|—|went|on|..."),
    ("“Yes,” he said (twice).", "“|Yes|,|”|he|said|(|twice|)|."),
    ("see https://example.org/a?b=1 or a.b@example.org", "see|https://example.org/a?b=1|or|a.b@example.org"),
    ("Al-Rashid, O'Neill, D’Arcy", "Al|-|Rashid|,|O'Neill|,|D’Arcy"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "words"), TABLE, ids=[row[0] or "nothing" for row in TABLE])
def test_words(text: str, words: str) -> None:
    assert "|".join(text[a:b] for a, b in tokenize(text)) == words


@given(st.lists(SCRAPS | st.text(max_size=8), max_size=12).map(" ".join) | st.lists(SCRAPS).map("".join))
@example("cannotcannot CANNOT Cannot.")
def test_every_character_but_space_stands_in_exactly_one_word(text: str) -> None:
    places = [i for a, b in tokenize(text) for i in range(a, b)]
    assert places == [i for i, c in enumerate(text) if not c.isspace()]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_part_of_a_text_gives_words_of_that_part(text: str, start: int, end: int) -> None:
    assert all(start <= a < b <= max(end, start) for a, b in tokenize(text, start, end))
