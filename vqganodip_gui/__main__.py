"""Start of the window: arguments first, so that ``--help`` is quick, then the application."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from vqganodip import __version__


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The arguments of the command line; wrong usage ends the program with code 2."""
    parser = argparse.ArgumentParser(
        prog="vqganodip-gui", description="Review inspected circuit boards: one board at a time, one key per judgment."
    )
    parser.add_argument(
        "--workspace", type=Path, metavar="DIR", help="where inspections and judgments are kept; made when missing"
    )
    parser.add_argument("--bundle", type=Path, metavar="DIR", help="the model bundle that inspects the boards")
    parser.add_argument("--boards", type=Path, metavar="DIR", help="the folder of images to inspect")
    parser.add_argument("--version", action="version", version=f"VQGanoDIP {__version__}")
    found = parser.parse_args(arguments)
    for name in ("bundle", "boards"):
        place: Path | None = getattr(found, name)
        if place is not None and not place.exists():
            parser.error(f"--{name}: {place} does not exist")
    return found


def has_screen() -> bool:
    """Whether Qt will find something to draw on; without it Qt aborts with a page of text."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry point of ``vqganodip-gui``."""
    found = parse(arguments)
    # libgomp's threads spin while they wait and take the core that the window needs; read when torch is loaded
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    from vqganodip_gui.crash import CrashHandler

    if not has_screen():
        sys.stderr.write(
            "vqganodip-gui: there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set). Start it on a desktop, or "
            "under xvfb-run; `vqganodip inspect` needs no screen.\n"
        )
        return 1
    crash = CrashHandler(found.workspace)
    crash.install()
    from vqganodip_gui.app import Places, run

    return run(Places(found.workspace, found.bundle, found.boards), crash)


if __name__ == "__main__":
    sys.exit(main())
