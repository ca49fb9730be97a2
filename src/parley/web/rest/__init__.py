"""The REST interface under ``/api/v1``: what the pages show, as JSON, and what people decide, with a token."""

from parley.web.rest.app import create

__all__ = ["create"]
