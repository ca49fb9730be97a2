"""Build the lemma tables from the treebanks: what the rules get wrong, and which lemmas exist."""

from __future__ import annotations

from collections import Counter, defaultdict

from parley.analysis.lemmas import Lemmatizer
from training.corpora import Doc


def build(docs: list[Doc]) -> Lemmatizer:
    """Tables from all training sentences that carry lemmas."""
    seen: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    verbs, nouns = Counter[str](), Counter[str]()
    for sent in (s for d in docs for s in d if s.lemmas):
        for form, lemma, upos, xpos in zip(
            sent.words, sent.lemmas or [], sent.labels["upos"], sent.labels["xpos"], strict=True
        ):
            if lemma == "_":  # the second half of a word that was written apart
                continue
            if upos != "PROPN":
                seen[form.lower(), xpos or ""][lemma, upos or ""] += 1
            verbs[lemma] += upos in {"VERB", "AUX"}
            nouns[lemma] += upos == "NOUN"
    known = Lemmatizer({}, frozenset(v for v, n in verbs.items() if n), frozenset(w for w, n in nouns.items() if n))
    table = {}
    for (form, xpos), lemmas in sorted(seen.items()):
        (lemma, upos), _ = lemmas.most_common(1)[0]
        if known.by_rule(form, upos, xpos) != lemma:
            table[f"{form}/{xpos}"] = lemma
    return Lemmatizer(table, known.verbs, known.nouns)
