"""What users choose of an export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Choice:
    """``cancelled``: whether calendars keep what was called off; ``denied``: whether they show what was denied."""

    cancelled: Literal["keep", "remove"] = "keep"
    denied: bool = False
