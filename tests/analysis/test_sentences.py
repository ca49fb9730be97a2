"""Where a sentence ends: the rule that runs before the model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.sentences import MOST, split
from parley.analysis.tokens import tokenize


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    words = tokenize(text)
    return [text[words[a][0] : words[b - 1][1]] for a, b in split(text, words)]


# a text with "|" where a sentence ends
TABLE = {
    "plain": "The envoys met.| They will meet again.| Will they?| Yes!| It is late.",
    "titles": "Mr. Orlow met Gen. Sand and Dr. Lume.| He left.",
    "initials": "J. R. Orlow spoke.| M. Sand did not.",
    "abbreviations in the middle": "The U.S. envoy met the U.N. chief on Jan. 5 at approx. noon.| They left.",
    "an abbreviation at the end": "The firm is Orlow Inc.| The envoy left.",
    "small letter behind a full stop": "He paid 5 approx. in all.| They left.",
    "quotation": "“We will go.”| “No,” she said.| “We stay.”",
    "straight quotes": '"We will go."| "No," she said.| "We stay."',
    "full stop behind the quote": 'He called it "a bad day".| She left.',
    "speaker behind the quote": "“Will you go?” he asked.| She stayed.",
    "speaker behind a full stop": '"We will go." he said.| She stayed.',
    "two sentences in one quotation": "“We will go.| We will not stay.”| She left.",
    "dots": "He waited… and left.| She waited...| Nobody came.",
    "line ends": "Envoys meet in Riga|\nThe envoys met.|\n\nThey left",
    "a headline with no full stop": "Talks off the table|\nThe talks are off.",
    "dateline": "RIGA, 14 May (Northline) – The envoys met.| They left.",
    "dateline with a dot": "RIGA, Jan. 14 — The envoys met.| They left.",
    "numbers": "They met at 5.30 p.m. on Friday.| 12 envoys came.| The vote was 5.5 to 3.",
    "brackets": "They met (in Riga).| (She did not come.)| They left.",
    "no full stop at the end": "The envoys met.| They left",
    "colon": "Orlow: no talks.| They left.",
    "no-break spaces": "The\u00a0envoys met.|\u00a0They left.",
    "no space behind a question mark": "Will they?|They will.",
}


@pytest.mark.parametrize("marked", TABLE.values(), ids=TABLE.keys())
def test_ends(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [s.strip() for s in marked.split("|")]


@given(st.lists(st.sampled_from(["Envoys", "met", ".", "”", "“", '"', "Mr.", "?", "\n", ",", "(", ")", "U.S.", "5"])))
def test_every_word_stands_in_exactly_one_sentence(parts: list[str]) -> None:
    text = " ".join(parts)
    words = tokenize(text)
    runs = split(text, words)
    assert [i for a, b in runs for i in range(a, b)] == list(range(len(words)))
    assert all("\n" not in text[words[a][0] : words[b - 1][1]] for a, b in runs)


@pytest.mark.parametrize("words", [MOST, MOST + 1, 2 * MOST, 2 * MOST + 1, 2 * MOST + 2, 900])
def test_a_list_without_end_is_cut(words: int) -> None:
    text = ("envoy, " * words)[: -2 if words % 2 else -1]
    found = tokenize(text)
    runs = split(text, found)
    assert all(0 < b - a <= MOST + 1 for a, b in runs)
    assert [i for a, b in runs for i in range(a, b)] == list(range(len(found)))
