"""The command line: a thin face over ``parley.api``. The only room that knows click and rich."""

from __future__ import annotations


def start() -> None:
    """The command ``parley``; Ctrl-C ends it without a word even while it is being loaded."""
    try:
        from parley.cli.main import main
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    main()
