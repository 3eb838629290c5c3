"""Texts of the review page without a board: one per state, with at most two buttons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vqganodip.errors import VqganodipError
from vqganodip.inspection.events import BoardStarted
from vqganodip.number_format import grouped
from vqganodip.review.judgments import ReviewItem
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.engine_messages import translated_location, translated_todo, translated_what
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.status_text import image_name
from vqganodip_gui.services import resources
from vqganodip_gui.services.context import Context
from vqganodip_gui.widgets.icons import IconName


@dataclass(frozen=True, slots=True)
class StateText:
    """Title, text, a path or command to copy, and up to two buttons with their actions."""

    icon: IconName
    title: str
    text: str
    command: str = ""
    button: str = ""
    action: str = ""
    other_button: str = ""
    other_action: str = ""
    busy: bool = False


def opening() -> StateText:
    return StateText(IconName.WORKSPACE, tr("Opening the workspace…"), "", busy=True)


def demo_starting(boards: int) -> StateText:
    return StateText(
        IconName.REVIEW,
        tr("The demo line is starting…"),
        tr(
            "{n} boards are being rendered and inspected one after the other; none of them is real. "
            "The first flagged board appears here by itself: in a few seconds, on a busy machine in minutes."
        ).format(n=grouped(boards)),
        busy=True,
    )


def demo_without_bundle() -> StateText:
    return StateText(
        IconName.BUNDLE,
        tr("The demo line cannot continue"),
        tr(
            "This installation lacks the bundle of the demo line. Install VQGanoDIP again, or begin with your own "
            "boards."
        ),
        button=tr("New workspace…"),
        action="new_workspace",
    )


def no_bundle(*, demo: bool) -> StateText:
    """State without a bundle; ``demo`` is True if the installation has a demo line."""
    note = tr("File, Open demo line, shows everything on rendered boards.")
    if not demo:
        note = tr("This installation has no demo line.")
    return StateText(
        IconName.BUNDLE,
        tr("First, choose a model of your product"),
        tr("A model holds what the machine has learnt from photographs of good boards, once per product.") + f" {note}",
        button=tr("Teach a new product…"),
        action="teach_product",
        other_button=tr("Open a model…"),
        other_action="open_bundle",
    )


def no_boards(model: str) -> StateText:
    return StateText(
        IconName.BOARDS,
        tr("Next, choose the boards"),
        tr(
            "The model {name} is chosen. Open the folder that the camera writes into; every image in it is "
            "inspected, and the flagged ones come first."
        ).format(name=model),
        button=tr("Open folder of boards…"),
        action="open_boards",
    )


def ready(model: str, boards: Path) -> StateText:
    return StateText(
        IconName.BOARDS,
        tr("Nothing inspected yet"),
        tr("Model {name}, boards in {folder}.").format(name=model, folder=boards),
        button=tr("Inspect these boards"),
        action="inspect",
    )


def loading_model(model: str) -> StateText:
    return StateText(
        IconName.BUNDLE,
        tr("Loading the model…"),
        tr("{name}. This takes a few seconds, on a busy machine minutes, and only once.").format(name=model),
        busy=True,
    )


def inspecting(name: str, number: int, total: int) -> StateText:
    return StateText(
        IconName.REVIEW,
        tr("Inspecting board {n} of {all}").format(n=grouped(number), all=grouped(total)),
        tr("{name}. The first flagged board appears here automatically.").format(name=name),
        busy=True,
    )


def loading_board(serial: str) -> StateText:
    return StateText(IconName.REVIEW, serial, tr("The pictures of this board are being read."), busy=True)


def done(judged: int, judged_here: int, pace_s: float | None, passed: int, running: bool) -> StateText:
    """State after all flagged boards are judged.

    Args:
        judged: Boards judged in this workspace.
        judged_here: Boards judged since the window was opened.
        pace_s: Seconds per board, of these.
        passed: Unjudged boards that the machine passed.
        running: True while the inspection is running.
    """
    more = (
        " " + tr("The inspection is still running: the next flagged board appears here automatically.")
        if running
        else ""
    )
    if judged == 0:
        title = tr("No board is flagged")
        figures = tr("Passed by the machine: {n}.").format(n=grouped(passed))
    else:
        if running:
            title = tr("All flagged boards so far are judged")
        else:
            title = tr("All flagged boards judged") if passed else tr("All boards judged")
        shown, pace = (judged_here, f", {formatting.a_board(pace_s)}") if judged_here else (judged, "")
        figures = f"{formatting.boards(shown)}{pace}."
    if passed:
        look = tr("Look at the passed boards too ({n})").format(n=grouped(passed))
        return StateText(IconName.OK, title, f"{figures}{more}", button=look, action="go_on")
    export = tr("Export judgments as CSV…")
    return StateText(IconName.OK, title, f"{figures}{more}", button=export, action="export_csv")


def all_failed(count: int, boards: Path) -> StateText:
    text = tr("{count} images of this folder could not be inspected; the list at the left says why for each of them.")
    if count == 1:
        text = tr("The image of this folder could not be inspected; the list at the left says why.")
    return StateText(
        IconName.FAILED,
        tr("No image could be inspected"),
        text.format(count=grouped(count)),
        command=str(boards),
        button=tr("Open folder of boards…"),
        action="open_boards",
    )


def outside(number: int, first: ReviewItem | None) -> str:
    """Boards outside the filter that match the search, with the first of them."""
    if first is None:
        return tr("Outside the filter: {n:board|boards}.", n=number)
    if number > 1:
        return tr("Outside the filter: {n:board|boards}, {name} first.", n=number, name=first.label)
    if first.judgment is None:
        return tr("1 board to judge matches: {name}.").format(name=first.label)
    word = tr(formatting.JUDGMENT_WORDS[first.judgment.kind])
    return tr("1 judged board matches: {name}, {word}.").format(name=first.label, word=word)


def nothing_here(search: str, beyond: str = "") -> StateText:
    """State of a filter without boards; ``beyond`` names the boards outside it that match the search."""
    if beyond:
        return StateText(IconName.REVIEW, tr("No boards here"), beyond, button=tr("Show"), action="show_outside")
    text = tr("No board is in this part.")
    if search:
        text = tr(
            "No serial number with “{search}” and no region on a part of that name in this part of the queue."
        ).format(search=search)
    return StateText(
        IconName.REVIEW, tr("No boards here"), text, button=tr("Back to the boards to judge"), action="reset_filter"
    )


def bad_image(path: Path, error: VqganodipError) -> StateText:
    return StateText(
        IconName.FAILED,
        tr("{name} could not be inspected").format(name=path.name),
        _reason(error),
        command=str(path),
        button=tr("Inspect the folder again"),
        action="inspect",
    )


def engine_failed(error: VqganodipError, *, model: bool = False) -> StateText:
    """State after a failed inspection; ``model`` is True if the bundle is at fault, not the boards."""
    return StateText(
        IconName.WARNING,
        tr("The boards could not be inspected"),
        _reason(error),
        command=translated_location(error),
        button=tr("Choose another model…") if model else tr("Try again"),
        action="open_bundle" if model else "inspect",
    )


def workspace_failed(error: VqganodipError) -> StateText:
    return StateText(
        IconName.WARNING,
        tr("The workspace could not be opened"),
        _reason(error),
        command=translated_location(error),
        button=tr("Try again"),
        action="reopen",
        other_button=tr("Open workspace…"),
        other_action="open_workspace",
    )


def pictures_failed(serial: str, error: VqganodipError) -> StateText:
    return StateText(
        IconName.WARNING,
        tr("{serial} cannot be shown").format(serial=serial),
        _reason(error),
        command=translated_location(error),
        button=tr("Inspect the folder again"),
        action="inspect",
    )


def _reason(error: VqganodipError) -> str:
    return f"{_sentence(translated_what(error))} {translated_todo(error)}".strip()


def _sentence(text: str) -> str:
    """Make a sentence: first letter in upper case, full stop at the end."""
    text = text.strip()
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")


def nothing_yet(
    context: Context, engine_error: StateText | None, progress: BoardStarted | None, failed: int
) -> StateText:
    """State of a workspace without boards: what is missing, or what is under way."""
    if engine_error is not None:
        return engine_error
    if context.bundle is None:
        if context.demo is not None:
            return demo_without_bundle()
        return no_bundle(demo=resources.demo_bundle() is not None)
    if context.boards is None:
        return no_boards(str(context.name_of(context.bundle)))
    if context.demo is not None and context.engine.busy():
        return demo_starting(len(context.demo))
    if progress is not None:
        return inspecting(image_name(progress.image, context.boards), progress.index + 1, progress.total)
    if context.engine.busy():
        return loading_model(str(context.name_of(context.bundle)))
    if failed:
        return all_failed(failed, context.boards)
    return ready(str(context.name_of(context.bundle)), context.boards)
