"""What may be asked: the filters of ``parley find`` and the two times, by the names of the command line."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from parley.model.encounter import EncounterKind, Status

PAGE, MOST = 50, 500
Order = Literal["news", "day", "back"]
MOMENT = "a day (its end counts) or a moment, UTC where it names no zone"
Moment = Annotated[str | None, Field(max_length=40, examples=["2026-03-17", "2026-03-17T09:30Z"])]
Name = Annotated[str | None, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(min_length=1, max_length=500)]
Limit = Annotated[int, Field(ge=1, le=MOST, description="At most so many on a page.")]


class Question(BaseModel):
    """The two times; nothing else may be asked than what stands in the models."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)

    as_of: Moment = Field(None, description=f"What was published by then: {MOMENT}.")
    recorded_by: Moment = Field(None, description=f"What this ledger held by then: {MOMENT}. Slower than `as_of`.")

    @property
    def moment(self) -> dict[str, Any]:
        """The two times as the ledger takes them."""
        return {"as_of": self.as_of, "recorded_by": self.recorded_by}


class Filters(Question):
    """Which encounters: all of it must hold."""

    q: Annotated[str | None, Field(min_length=1, max_length=500)] = Field(
        None, description="Words that reports tell of them; words in quotation marks stand together."
    )
    actor: Name = Field(None, description="With this person, state or body: a name, a last name or a code (`NOR`).")
    place: Name = Field(None, description="In this place or state.")
    from_: Moment = Field(None, alias="from", description="On this day or later, as far as days are known.")
    to: Moment = Field(None, description="On this day or earlier, as far as days are known.")
    status: list[Status] = Field([], description="Of this status; may be given again.")
    kind: list[EncounterKind] = Field([], description="Of this kind; may be given again.")
    disputed: bool = Field(False, description="Those of which accounts differ.")
    unconfirmed: bool = Field(False, description="Those whose day has passed without word.")

    undated: bool = Field(False, description="Those whose day is not told.")

    @property
    def wanted(self) -> dict[str, Any]:
        """The filters as ``Ledger.find`` takes them."""
        return {
            "text": self.q,
            **self.moment,
            "actor": self.actor,
            "place": self.place,
            "first": self.from_,
            "last": self.to,
            "statuses": tuple(self.status),
            "kinds": tuple(self.kind),
            "disputed": self.disputed,
            "unconfirmed": self.unconfirmed,
            "undated": self.undated,
        }


class EncountersAsked(Filters):
    """A page of encounters."""

    order: Order = Field("news", description="The newest word first; by day; or by day from the latest back.")
    limit: Limit = PAGE
    after: Annotated[str | None, Field(max_length=100)] = Field(None, description="The `cursor` of the last row seen.")

    @property
    def wanted(self) -> dict[str, Any]:
        """The filters and the page as ``Ledger.find`` takes them, with one row more to tell whether there is a next."""
        return {**super().wanted, "order": self.order, "after": self.after, "limit": self.limit + 1}


class Twin(Filters):
    """All encounters of an agenda, for a file or a calendar."""

    order: Order = "news"
    limit: Annotated[int | None, Field(ge=1, le=100_000)] = None
    cancelled: Literal["keep", "remove"] = "keep"
    denied: bool = False

    @property
    def wanted(self) -> dict[str, Any]:
        """The filters as ``Ledger.accounts`` takes them."""
        return {**super().wanted, "order": self.order, "limit": self.limit}


class Page(Question):
    """A page of a list that is counted through."""

    limit: Limit = PAGE
    after: int = Field(0, ge=0, le=10**9, description="How many rows were seen; better follow `next`.")


class PositionsAsked(Page):
    """A page of positions."""

    actor: Name = Field(None, description="Of this person, state or body.")
    issue: Name = Field(None, description="On what these words tell.")


class ActorsAsked(Page):
    """A page of actors."""

    name: Name = Field(None, description="Those whose name holds these letters, or whose code this is.")


class DocumentsAsked(Question):
    """A page of documents."""

    limit: Limit = PAGE
    after: Annotated[str | None, Field(min_length=1, max_length=100)] = Field(None, description="The last id seen.")


class SearchAsked(Question):
    """Words to look for."""

    q: Words = Field(description="Words; those in quotation marks stand together.")
    limit: Limit = PAGE


class ChangesAsked(BaseModel):
    """Two moments and a page."""

    model_config = ConfigDict(extra="forbid")

    since: Annotated[str, Field(max_length=40)] = Field(description=f"After then: {MOMENT}.", examples=["2026-03-17"])
    until: Moment = Field(None, description=f"By then: {MOMENT}. Without it: now.")
    as_of: Moment = Field(None, description="What was published by then: as `until`; the earlier of both counts.")
    limit: Limit = PAGE
    after: int = Field(0, ge=0, le=10**9, description="How many rows were seen; better follow `next`.")


class RunsAsked(BaseModel):
    """A page of runs."""

    model_config = ConfigDict(extra="forbid")

    recorded_by: Moment = Field(None, description=f"Runs that had begun by then: {MOMENT}.")
    limit: Limit = PAGE
    after: int = Field(0, ge=0, le=10**9, description="How many rows were seen; better follow `next`.")


class ReviewAsked(BaseModel):
    """How many links to look at."""

    model_config = ConfigDict(extra="forbid")

    limit: Limit = PAGE


class Nothing(BaseModel):
    """No parameters."""

    model_config = ConfigDict(extra="forbid")
