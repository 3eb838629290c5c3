"""The program run in this process."""

from __future__ import annotations

from vqganodip.cli.main import main


def run(*arguments: object) -> int:
    """Run the program and return its exit code."""
    try:
        main([str(a) for a in arguments])
    except SystemExit as end:
        return int(end.code or 0)
    return 0
