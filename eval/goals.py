"""What the project set out to reach, and how its figures are called in the docs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A figure by its key among the measured ones, with the least (or most) that it should be."""

    name: str
    key: str
    least: float | None = None
    most: float | None = None
    form: str = "{:.2f}"

    def shown(self, value: float) -> str:
        """The figure as it stands in a table."""
        return self.form.format(value)

    def target(self) -> str:
        """The target, or nothing."""
        if self.least is not None:
            return f"≥ {self.form.format(self.least)}"
        return f"≤ {self.form.format(self.most)}" if self.most is not None else ""

    def verdict(self, value: float) -> str:
        """Whether the target is reached, and by how much it is missed."""
        missed = max((self.least or value) - value, value - (self.most or value))
        if not self.target():
            return ""
        return "reached" if missed <= 0 else f"short by {self.form.format(missed)}"


MODEL = (
    Goal("parts of speech (UPOS), EWT dev", "EWT dev UPOS", 96.5),
    Goal("finer tags (XPOS), EWT dev", "EWT dev XPOS"),
    Goal("features, EWT dev", "EWT dev feats"),
    Goal("lemmas, EWT dev", "EWT dev lemma", 97.0),
    Goal("heads (UAS), EWT dev", "EWT dev UAS"),
    Goal("heads and universal labels (LAS), EWT dev", "EWT dev LAS", 88.0),
    Goal("UPOS, GUM dev", "GUM dev UPOS"),
    Goal("lemmas, GUM dev", "GUM dev lemma"),
    Goal("LAS, GUM dev", "GUM dev LAS"),
    Goal("words in running text, F1, EWT dev", "EWT dev raw word F1"),
    Goal("sentences in running text, F1, EWT dev", "EWT dev raw sentence F1"),
    Goal("words in running text, F1, news of GUM", "GUM news raw word F1"),
    Goal("sentences in running text, F1, news of GUM", "GUM news raw sentence F1"),
    Goal("names, exact F1, UNER EWT dev", "UNER EWT dev all exact F1", 80.0),
    Goal("– persons", "UNER EWT dev PER exact F1"),
    Goal("– organisations", "UNER EWT dev ORG exact F1"),
    Goal("– places", "UNER EWT dev LOC exact F1"),
    Goal("sources, exact F1, PolNeAR dev", "PolNeAR dev Source exact F1", 78.0),
    Goal("cues, exact F1, PolNeAR dev", "PolNeAR dev Cue exact F1", 72.0),
    Goal("contents, exact F1, PolNeAR dev", "PolNeAR dev Content exact F1", 66.0),
    Goal("sources, overlap F1, PolNeAR dev", "PolNeAR dev Source overlap F1", 83.0),
    Goal("cues, overlap F1, PolNeAR dev", "PolNeAR dev Cue overlap F1", 82.0),
    Goal("contents, overlap F1, PolNeAR dev", "PolNeAR dev Content overlap F1", 85.0),
    Goal("sources, exact F1, short texts", "short texts Source exact F1"),
    Goal("cues, exact F1, short texts", "short texts Cue exact F1"),
    Goal("contents, exact F1, short texts", "short texts Content exact F1"),
    Goal("size of all files, MB", "megabytes", most=40, form="{:.1f}"),
    Goal("words a second on one core", "words a second", 10_000, form="{:,.0f}"),
)
ACCURACY = (
    Goal("seed: encounters with the right status, F1", "seed: encounters+status", 1.00),
    Goal("seed: attributions with the right source, F1", "seed: attributions+source", 0.90),
    Goal("seed: positions, F1", "seed: positions", 0.80),
    Goal("seed: contradictions found, both sides", "seed: contradictions (both sides), recall", 1.00),
    Goal("seed: the meeting that prepares another, found", "seed: prepares, recall", 1.00),
    Goal("seed: status on the right word", "seed: status on the right word", 0.80),
    Goal("dev: encounters found, F1", "dev: encounters found", 0.82),
    Goal("dev: with the right parties, F1", "dev: encounters, parties right", 0.75),
    Goal("dev: with the right status too, F1", "dev: encounters+status", 0.68),
    Goal("dev: attributions with the right source, F1", "dev: attributions+source", 0.72),
    Goal("dev: status on the right word", "dev: status on the right word", 0.75),
    Goal("dev: time right, where there is one", "dev: time right, where gold has one", 0.70),
    Goal("dev: positions, F1", "dev: positions", 0.45),
    Goal("dev: texts without encounter left alone", "dev: texts without encounter left alone", 0.95),
    Goal("wikinews: encounters with the right status, F1", "wikinews: encounters+status", 0.58),
    Goal("stories: encounters with the right status, F1", "stories: encounters+status", 0.58),
)
SETS = ("seed", "items", "readouts", "wikinews", "stories", "dev")
ROWS = {
    "encounters found": "encounters found",
    "encounters, parties right": "– with the right parties",
    "encounters+status": "– and the right status",
    "status on the right word": "– – on the right source's word",
    "time right, where gold has one": "time of an encounter",
    "prepares": "“prepares”",
    "attributions": "attributions found",
    "attributions+source": "– with the right source",
    "positions": "positions",
    "contradictions (both sides)": "contradictions, both sides, F1",
    "texts without encounter left alone": "texts without encounter left alone",
}
