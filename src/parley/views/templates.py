"""The templates of the pages: one environment, everything escaped unless a function of this room made it."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from parley.views import wording


@cache
def environment() -> Environment:
    """The environment that all pages share; ``words`` holds the functions that word values for people."""
    made = Environment(
        loader=PackageLoader("parley.views"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["words"] = wording
    return made


def page(template: str, **values: Any) -> str:
    """A page as HTML."""
    return environment().get_template(template).render(**values)


@cache
def static(name: str) -> str:
    """The text of a file that ships with the pages (``style.css``)."""
    return resources.files("parley.views").joinpath("static", name).read_text(encoding="utf-8")
