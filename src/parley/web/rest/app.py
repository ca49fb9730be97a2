"""The application that is mounted under ``/api/v1``, with faults in one shape and its own specification."""

from __future__ import annotations

from fastapi import FastAPI

from parley.keeping import Ledger
from parley.web.rest import decisions, encounters, faults, lists
from parley.web.rest.keys import Keys

ABOUT = (
    "What a ledger of diplomatic encounters tells, as JSON. Times are UTC. `as_of` tells what was published by then, "
    "`recorded_by` what this ledger held by then. Lists come in pages: follow `next` until it is null. Later "
    "versions may add keys; those that stand keep their meaning."
)
FAULTS = {
    "4XX": {"model": faults.Failure, "description": "What is wrong with the question, and what to try next"},
    503: {"model": faults.Failure, "description": "The ledger cannot be read or written just now"},
}


def create(ledger: Ledger, token: str | None) -> FastAPI:
    """The interface over one ledger; ``token`` is asked of whoever decides, None where nobody may."""
    app = FastAPI(
        title="Parley",
        version="1",
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        separate_input_output_schemas=False,
    )
    app.state.ledger, app.state.token, app.state.keys = ledger, token, Keys()
    for router in (encounters.router, lists.router, decisions.router, decisions.writing):
        app.include_router(router, responses=FAULTS)  # type: ignore[arg-type]
    faults.handle(app)
    return app
