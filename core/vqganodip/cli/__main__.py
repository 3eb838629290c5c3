"""Start of the program, in which Ctrl-C is quiet from the first moment to the last."""

from __future__ import annotations

import signal

from vqganodip.cli.interruption import leave_at_once

__all__ = ["start"]


def start() -> None:
    """Run the program ``vqganodip`` and exit with its exit code."""
    signal.signal(signal.SIGINT, leave_at_once)
    from vqganodip.cli.main import main  # takes a moment

    main()


if __name__ == "__main__":
    start()
