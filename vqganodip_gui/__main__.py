"""Entry point of the window: parses arguments before Qt is imported, so that ``--help`` is quick."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from vqganodip import __version__
from vqganodip_gui.services.display_server import missing_screen


def _path(text: str) -> Path:
    """A path that is not empty: from a variable that is not set, it would mean the present folder."""
    if not text:
        raise argparse.ArgumentTypeError("an empty path; is a variable unset?")
    return Path(text)


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Parse the command line; wrong usage ends the program with code 2."""
    parser = argparse.ArgumentParser(
        prog="vqganodip-gui", description="Review inspected circuit boards: one board at a time, one key per judgment."
    )
    parser.add_argument(
        "--workspace", type=_path, metavar="DIR", help="where inspections and judgments are kept; made when missing"
    )
    parser.add_argument("--bundle", type=_path, metavar="DIR", help="the model bundle that inspects the boards")
    parser.add_argument("--boards", type=_path, metavar="DIR", help="the folder of images to inspect")
    parser.add_argument(
        "--headless",
        action="store_true",
        help="open no window: inspect the boards, then write report, CSV files and pictures of the window; "
        "this is also what happens when there is no screen",
    )
    parser.add_argument(
        "--out",
        type=_path,
        metavar="DIR",
        help="with --headless: where to write; a new folder in the workspace if not given",
    )
    parser.add_argument("--version", action="version", version=f"VQGanoDIP {__version__}")
    found = parser.parse_args(arguments)
    for name in ("bundle", "boards"):
        place: Path | None = getattr(found, name)
        if place is not None and not place.exists():
            parser.error(f"--{name}: {place} does not exist")
    found.no_screen = missing_screen()
    if found.out is not None and not found.headless and not found.no_screen:
        parser.error("--out needs --headless")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry point of ``vqganodip-gui``."""
    found = parse(arguments)
    # # threads of libgomp spin while they wait and take the core that the window needs; read when torch is loaded
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    if found.headless or found.no_screen:
        return _without_screen(found)
    from vqganodip_gui.app import StartOptions, run
    from vqganodip_gui.shell.crash_handler import CrashHandler

    crash = CrashHandler(found.workspace)
    crash.install()
    return run(StartOptions(found.workspace, found.bundle, found.boards), crash)


def _without_screen(found: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if sys.stderr is not None:
        why = f"there is no screen ({found.no_screen})" if found.no_screen else "no window was asked for"
        sys.stderr.write(
            f"vqganodip-gui: {why}: inspecting the boards all the same, then writing the report, the CSV files and "
            "pictures of the window.\n"
        )
    from vqganodip_gui.headless.run import run_headless

    return run_headless(found.workspace, found.bundle, found.boards, found.out)


if __name__ == "__main__":
    sys.exit(main())
