"""Commands of the application: files, settings, log-in, panes, help. One function per action of the ACTIONS table.

Dialogs are imported when they are opened: the first paint does not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from vqganodip.errors import VqganodipError
from vqganodip.review.accounts import Permission
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.commands import REVIEW_COMMANDS
from vqganodip_gui.services import resources
from vqganodip_gui.services.settings import log_folder
from vqganodip_gui.services.workspaces import recent_folders
from vqganodip_gui.widgets.message_strip import MessageKind, Until
from vqganodip_gui.widgets.theme import Theme, apply_theme, current_theme

if TYPE_CHECKING:
    from vqganodip_gui.review.page import ReviewPage
    from vqganodip_gui.shell.main_window import MainWindow

Command = Callable[["MainWindow"], None]


def run(name: str, window: MainWindow) -> None:
    """Run the action of that name."""
    COMMANDS[name](window)


# # File


def open_boards(window: MainWindow) -> None:
    if _is_demo(window):
        return
    chosen = _ask_folder(window, tr("Open folder of boards…").rstrip("…"), window.context.boards)
    if chosen is not None:
        inspect_boards(window, chosen)


def inspect_boards(window: MainWindow, chosen: Path) -> None:
    """Inspect this folder, chosen in the dialog or dropped on the window."""
    context = window.context
    if not _is_demo(window):
        window.pages.setCurrentWidget(window.review)
        context.set_sources(context.bundle, chosen)
        if not context.inspect():
            window.front_page().message.show_message(
                tr("Next, choose the model bundle that inspects these boards."), until=(Until.SOURCES,)
            )
        window.review.show_current_state()


def open_bundle(window: MainWindow) -> None:
    context = window.context
    if _is_demo(window):
        return
    try:
        context.login.require(Permission.MAKE_MODELS)
    except VqganodipError as error:
        window.front_page().message.show_message(format_error(error), MessageKind.ERROR)
        return
    chosen = _ask_folder(window, tr("Open model bundle"), context.bundle)
    if chosen is not None:
        context.set_sources(chosen, context.boards)
        context.inspect()
        window.review.show_current_state()


def new_workspace(window: MainWindow) -> None:
    from vqganodip_gui.shell.workspace_dialog import NewWorkspaceDialog

    current = window.context.workspace
    near = Path.home() if current is None or window.context.demo is not None else current.folder.parent
    dialog = NewWorkspaceDialog(near, window)
    dialog.chosen.connect(window.workspace_requested)
    dialog.open()


def teach_product(window: MainWindow) -> None:
    window.pages.setCurrentWidget(window.training)


def open_demo_line(window: MainWindow) -> None:
    context, say = window.context, window.front_page().message.show_message
    if resources.demo_bundle() is None:
        text = tr("This installation has no demo line: its bundle was left out. Install VQGanoDIP again.")
        say(text, MessageKind.ERROR)
    elif context.demo is None:
        window.demo_requested.emit()
    elif not context.engine.busy():
        context.inspect()
        window.review.show_current_state()


def open_workspace(window: MainWindow) -> None:
    current = window.context.workspace.folder if window.context.workspace else None
    chosen = _ask_folder(window, tr("Open workspace"), current)
    if chosen is not None:
        window.workspace_requested.emit(chosen)


def recent_workspaces(window: MainWindow) -> None:
    """List recent workspaces in a menu; a missing folder is listed but cannot be chosen."""
    menu = QMenu(window)
    menu.setObjectName("recentMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    current = window.context.workspace.folder if window.context.workspace else None
    for number, folder in enumerate(recent_folders(window.context.settings), start=1):
        name = str(folder).replace("&", "&&")
        action = menu.addAction(f"&{number}  {name}")
        action.setEnabled(folder != current and folder.is_dir())
        if folder == current:
            action.setText(tr("{n}  {folder} (open)").format(n=f"&{number}", folder=name))
        elif not folder.is_dir():
            action.setText(tr("{n}  {folder} (not there)").format(n=f"&{number}", folder=name))
        action.triggered.connect(lambda _checked=False, folder=folder: window.workspace_requested.emit(folder))
    if menu.isEmpty():
        menu.addAction(tr("No workspace was open before")).setEnabled(False)
    menu.popup(window.bar.menu.mapToGlobal(window.bar.menu.rect().bottomLeft()))


def stop_engine(window: MainWindow) -> None:
    if window.context.engine.busy():
        window.context.engine.stop()
        window.front_page().message.show_message(tr("Inspection stops after this board."), until=(Until.INSPECTION,))
    else:
        window.front_page().message.show_message(tr("No inspection is running."), until=(Until.INSPECTION,))


def export_csv(window: MainWindow) -> None:
    workspace = window.context.workspace
    if workspace is None:
        return
    from vqganodip_gui.records.export_dialog import CSV_FORMATS, ask_export_file

    path = ask_export_file(window, tr("Export judgments"), workspace.folder, CSV_FORMATS)
    if path is not None:
        export_to(window, path)


def export_to(window: MainWindow, path: Path) -> None:
    """Write the file off the GUI thread and show the number of judgments or boards and the path."""
    from vqganodip.export.formats import format_of

    workspace = window.context.workspace
    if workspace is None:
        return
    repository, say = workspace.repository, window.front_page().message.show_message
    login, form = window.context.login, format_of(path)

    def job() -> int:
        login.require(Permission.EXPORT)
        return form.write(repository, path)

    def done(records: int) -> None:
        text = tr("{count:judgment|judgments} written to {path}", count=records, path=path)
        if form.unit == "board":
            text = tr("{count:board|boards} written to {path}", count=records, path=path)
        say(
            text,
            MessageKind.DONE,
            tr("Show folder"),
            lambda: _show_folder(path.parent),
        )

    def failed(error: Exception) -> None:
        say(tr("Not exported: {error}").format(error=format_error(error, begins=False)), MessageKind.ERROR)

    window.context.tasks.act(job, done, failed)


def settings(window: MainWindow) -> None:
    from vqganodip_gui.shell.settings_dialog import SettingsDialog

    SettingsDialog(window.context.settings, window).open()


def change_operator(window: MainWindow) -> None:
    from vqganodip_gui.shell.login_dialog import LoginDialog
    from vqganodip_gui.shell.operator_dialog import OperatorDialog

    login, judging = window.context.login, window.review.awaits_name
    if login.closed:
        LoginDialog(login, window, judging=judging).exec()
    else:
        OperatorDialog(window.context.settings, window, judging=judging).exec()


def people(window: MainWindow) -> None:
    from vqganodip_gui.shell.login_dialog import PeopleDialog

    if window.context.workspace is not None:
        PeopleDialog(window.context.login, window).exec()


def review_rules(window: MainWindow) -> None:
    from vqganodip_gui.review.rules_dialog import ask_rules

    if ask_rules(window.context, window):
        window.review_state.refresh_rules()


def work(window: MainWindow) -> None:
    from vqganodip_gui.review.work_order_dialog import WorkOrderDialog

    current = window.review_state.controller.current
    WorkOrderDialog(window.context.settings, current.inspection.image if current else None, window).exec()


def gate_boards(window: MainWindow) -> None:
    window.pages.setCurrentWidget(window.records)
    window.records.tabs.setCurrentWidget(window.records.gate)


def gate_to_shadow(window: MainWindow) -> None:
    window.records.gate.back_to_shadow()


def log_out(window: MainWindow) -> None:
    window.context.login.log_out()


def quit_application(window: MainWindow) -> None:
    window.close()


# # Edit and View


def toggle_queue(window: MainWindow) -> None:
    _toggle(window, "queue_shown")


def toggle_details(window: MainWindow) -> None:
    _toggle(window, "details_shown")


def toggle_full_screen(window: MainWindow) -> None:
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def toggle_theme(window: MainWindow) -> None:
    now = current_theme()
    window.context.settings.set("theme", Theme.LIGHT.value if now is Theme.DARK else Theme.DARK.value)


def apply_chosen_theme(window: MainWindow) -> None:
    """Apply the theme of the settings."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, Theme.chosen(window.context.settings.text("theme")))
    window.refresh_theme()


def open_menu(window: MainWindow) -> None:
    window.bar.menu.showMenu()


# # Help


def key_sheet(window: MainWindow) -> None:
    from vqganodip_gui.shell.shortcuts_dialog import ShortcutsDialog

    ShortcutsDialog(window.keys, window).exec()


def change_keys(window: MainWindow) -> None:
    from vqganodip_gui.shell.key_bindings_dialog import KeyBindingsDialog

    KeyBindingsDialog(window.keys, window).exec()


def show_log_folder(window: MainWindow) -> None:
    workspace = window.context.workspace
    folder = log_folder(workspace.folder if workspace else None)
    folder.mkdir(parents=True, exist_ok=True)
    _show_folder(folder)
    window.front_page().message.show_message(tr("Logs are in {folder}").format(folder=folder))


def about(window: MainWindow) -> None:
    from vqganodip_gui.shell.about_dialog import AboutDialog

    AboutDialog(window).exec()


def _is_demo(window: MainWindow) -> bool:
    """Return True in a demo line, and show a message that explains where to open other boards."""
    if window.context.demo is None:
        return False
    window.front_page().message.show_message(
        tr("The demo line shows rendered boards only. Your own boards go into a workspace of their own."),
        MessageKind.NOTE,
        tr("New workspace…"),
        lambda: new_workspace(window),
    )
    return True


def _toggle(window: MainWindow, setting: str) -> None:
    settings = window.context.settings
    settings.set(setting, not settings.flag(setting))


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _ask_folder(window: MainWindow, title: str, start: Path | None) -> Path | None:
    name = QFileDialog.getExistingDirectory(window, title, str(start or Path.home()))
    return Path(name) if name else None


_FUNCTIONS: Final[tuple[Command, ...]] = (
    open_boards, open_bundle, teach_product, new_workspace, open_demo_line, open_workspace, recent_workspaces,
    stop_engine, export_csv, settings, change_operator, people, review_rules, work, gate_boards,
    gate_to_shadow, log_out, toggle_queue,
    toggle_details, toggle_full_screen, toggle_theme, open_menu, key_sheet, change_keys, show_log_folder, about,
)  # fmt: skip


def _on_review(command: Callable[[ReviewPage], None]) -> Command:
    return lambda window: command(window.review)


COMMANDS: Final[dict[str, Command]] = {
    **{function.__name__: function for function in _FUNCTIONS},
    **{name: _on_review(command) for name, command in REVIEW_COMMANDS.items()},
    "quit": quit_application,
}
