"""What people have decided of links: which appearances must be together, which must not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.model.judged import standing
from parley.model.ledger import Judgement


@dataclass(frozen=True, slots=True)
class Decided:
    """Links and separations by people; a later judgement on the same two wins."""

    together: dict[str, str]
    apart: frozenset[frozenset[str]]

    def group(self, appearance: str) -> str:
        """The name of the group of appearances that people have put together."""
        return self.together.get(appearance, appearance)

    def bound(self, appearance: str) -> bool:
        """Whether people have put this appearance together with another."""
        return appearance in self.together

    def parted(self, appearance: str, members: Sequence[str]) -> bool:
        """Whether people keep this appearance apart from one of these."""
        if not self.apart:
            return False
        return any(frozenset((appearance, m)) in self.apart for m in members)


def decided(judgements: Iterable[Judgement]) -> Decided:
    """The links and separations that stand."""
    pairs: dict[frozenset[str], bool] = {}
    for j in standing(judgements):
        if j.kind == "merge":
            pairs |= {frozenset((j.targets[0], t)): True for t in j.targets[1:]}
        elif j.kind == "split":
            pairs |= {frozenset((j.targets[0], t)): False for t in j.targets[1:]}
    groups: dict[str, str] = {}
    for pair in sorted((sorted(p) for p, same in pairs.items() if same and len(p) == 2)):
        one, other = (groups.get(x, x) for x in pair)
        name = min(one, other)
        groups |= {k: name for k, g in groups.items() if g in {one, other}}
        groups |= dict.fromkeys(pair, name)
    return Decided(groups, frozenset(p for p, same in pairs.items() if not same))
