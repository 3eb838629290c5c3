"""What the review page says when there is no board to show: every state has its words, and at most one button."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vqganodip_gui import humanize
from vqganodip_gui.icons import IconName


@dataclass(frozen=True, slots=True)
class StateText:
    """A title, a sentence, at most one command to type and one button with its action."""

    icon: IconName
    title: str
    text: str
    command: str = ""
    button: str = ""
    action: str = ""
    busy: bool = False


def opening() -> StateText:
    return StateText(IconName.WORKSPACE, "Opening the workspace…", "", busy=True)


def no_bundle() -> StateText:
    return StateText(
        IconName.BUNDLE,
        "First, a model of your product",
        "A model bundle holds what the machine has learnt from photographs of good boards. "
        "An engineer makes it once per product from a folder of photographs:",
        command="vqganodip train DATASET --bundle DIR\nvqganodip fit DATASET --bundle DIR",
        button="Open model bundle…",
        action="open_bundle",
    )


def no_boards(bundle: Path) -> StateText:
    return StateText(
        IconName.BOARDS,
        "Now, the boards",
        f"The model {bundle.name} is chosen. Open the folder that the camera writes into; every image in it is "
        "inspected, and the flagged ones come first.",
        button="Open folder of boards…",
        action="open_boards",
    )


def ready(bundle: Path, boards: Path) -> StateText:
    return StateText(
        IconName.BOARDS,
        "Nothing inspected yet",
        f"Model {bundle.name}, boards in {boards}.",
        button="Inspect these boards",
        action="inspect",
    )


def loading_model(bundle: Path) -> StateText:
    return StateText(
        IconName.BUNDLE, "Loading the model…", f"{bundle.name}. This takes a few seconds, once.", busy=True
    )


def inspecting(name: str, number: int, total: int) -> StateText:
    return StateText(
        IconName.REVIEW,
        f"Inspecting board {number:,} of {total:,}",
        f"{name}. The first flagged board appears here by itself.",
        busy=True,
    )


def done(judged: int, pace_s: float | None, passed: int, running: bool) -> StateText:
    figures = humanize.count(judged, "board") + (f", {humanize.a_board(pace_s)}." if pace_s is not None else ".")
    if judged == 0:
        figures = f"The machine passed {humanize.count(passed, 'board')}."
    title = "All flagged boards judged" if judged else "No board is flagged"
    more = " The engine is still inspecting: the next flagged board appears by itself." if running else ""
    if passed:
        return StateText(
            IconName.OK, title, f"{figures}{more}", button=f"Look at {humanize.count(passed, 'passed board')} too",
            action="go_on",
        )
    return StateText(
        IconName.OK, "All boards judged" if not running else title, f"{figures}{more}",
        button="Export judgments as CSV…", action="export_csv",
    )


def nothing_here(search: str) -> StateText:
    text = f"No serial number with “{search}” in this part of the queue." if search else "No board is in this part."
    return StateText(IconName.REVIEW, "No boards here", text, button="Back to the boards to judge", action="reset_filter")


def bad_image(path: Path, what: str, todo: str) -> StateText:
    return StateText(
        IconName.FAILED, f"{path.name} could not be inspected", f"{_sentence(what)} {todo}".strip(), command=str(path),
        button="Inspect the folder again", action="inspect",
    )


def engine_failed(what: str, where: str, todo: str, action: str, button: str) -> StateText:
    return StateText(
        IconName.WARNING, "The boards could not be inspected", f"{_sentence(what)} {todo}".strip(), command=where,
        button=button, action=action,
    )


def workspace_failed(what: str, where: str, todo: str) -> StateText:
    return StateText(
        IconName.WARNING, "The workspace could not be opened", f"{_sentence(what)} {todo}".strip(), command=where,
        button="Open workspace…", action="open_workspace",
    )


def pictures_failed(serial: str, what: str, where: str, todo: str) -> StateText:
    return StateText(
        IconName.WARNING, f"{serial} cannot be shown", f"{_sentence(what)} {todo}".strip(), command=where,
        button="Inspect the folder again", action="inspect",
    )


def _sentence(text: str) -> str:
    """A sentence with its capital and its full stop."""
    text = text.strip()
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")
