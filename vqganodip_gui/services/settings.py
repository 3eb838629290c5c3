"""SETTINGS, the table of settings, and the file that stores them (where platformdirs says)."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import platformdirs

from vqganodip.files import replace_file

Value: TypeAlias = str | bool | int

APP: Final = "vqganodip"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: name in the file, label, default and, for a closed set, its choices.

    A setting without a group is stored but not shown in the dialog.
    """

    name: str
    label: str
    default: Value
    group: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    tip: str = ""


_WEIGHTINGS: Final = (
    ("raw", "Raw"),
    ("weighted", "Weighted"),
    ("standardised", "Standardised"),
    ("foreign", "Segmentation"),
    ("features", "Features"),
)
_LANGUAGES: Final = (("system", "As the system"), ("en", "English"), ("fr", "Français"), ("de", "Deutsch"))
_COLOURS: Final = (("magma", "Magma"), ("cividis", "Cividis"), ("grey", "Grey"))
_GOOD_BOARDS: Final = (
    ("none", "None"),
    ("reference", "Reference board"),
    ("nearest", "Nearest good board"),
)
_OPENINGS: Final = (("whole", "Whole board"), ("region", "At its first region"))
_SCALES: Final = (("board", "The board's own maximum"), ("absolute", "Always 1"))

SETTINGS: Final[tuple[Setting, ...]] = (
    Setting("operator", "Operator", "", "Station", tip="Written into every judgment, for example your initials."),
    Setting("station", "Station", "", "Station", tip="Name of this place at the line, written into every judgment."),
    Setting(
        "theme", "Theme", "dark", "Appearance", (("dark", "Dark"), ("light", "Light"), ("system", "As the system"))
    ),
    Setting("language", "Language", "system", "Appearance", _LANGUAGES),
    Setting("panel_layout", "Panels", "2x2", "Appearance", (("2x2", "Two by two"), ("1x4", "One row"))),
    Setting(
        "fifth_panel",
        "Fifth panel",
        "none",
        "Appearance",
        _GOOD_BOARDS,
        tip="Comparison board next to the pictures: the average of the training boards, or the "
        "board judged good that looks most like the one on the screen.",
    ),
    Setting("weighting", "Difference", "weighted", "Difference map", _WEIGHTINGS),
    Setting("scale", "Brightest colour", "board", "Difference map", _SCALES),
    Setting("colours", "Colours", "magma", "Difference map", _COLOURS),
    Setting("next_board", "The next board opens", "whole", "Review", _OPENINGS),
    Setting(
        "keep_view",
        "Keep zoom and position when paging",
        True,
        "Review",
        tip="When paging without a judgment (A and D). After a judgment the next board never opens at the old place.",
    ),
    Setting("idle_s", "Stop the clock after this many seconds without a key or the mouse", 60, "Review"),
    Setting(
        "scanner",
        "A barcode scanner types at this station",
        False,
        "Review",
        tip="Keys are held back for 35 ms, so that a scan never judges a board: it opens the board of its serial "
        "number.",
    ),
    Setting("boards_per_shift", "Good boards that a shift makes", 1000, "Threshold"),
    Setting("calibration_folders", "Where the labelled boards of bundles lie", ""),
    Setting("name_pattern", "What the names of image files say", ""),
    Setting("lot", "Current lot", ""),
    Setting("work_order", "Current work order", ""),
    Setting("board_side", "Current side", ""),
    Setting("keys", "Changed key bindings", ""),
    Setting("workspace", "Last workspace", ""),
    Setting("recent_workspaces", "Workspaces that were open before", ""),
    Setting("bundle", "Last model bundle", ""),
    Setting("boards", "Last folder of boards", ""),
    Setting("studies", "Studies opened from elsewhere", ""),
    Setting("queue_shown", "Queue shown", True),
    Setting("parts_shown", "Outlines of parts shown", False),
    Setting("details_shown", "Right pane shown", True),
    Setting("geometry", "Window geometry", ""),
)
BY_NAME: Final = {setting.name: setting for setting in SETTINGS}


def settings_path() -> Path:
    """The settings file of this user."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "window.json"


def log_folder(workspace: Path | None = None) -> Path:
    """The folder of logs: in the workspace if it can be written, else where platformdirs says."""
    if workspace is not None and workspace.is_dir() and os.access(workspace, os.W_OK):
        return workspace / "logs"
    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def spool_folder() -> Path:
    """Folder of the judgments that wait on this computer for a server, by workspace; never in a shared folder."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "waiting judgments"


def default_workspace() -> Path:
    """The workspace for the first start."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "workspace"


class Settings:
    """Values by name, checked against the table. A damaged file is renamed and ignored."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or settings_path()
        self._values: dict[str, Value] = {}
        self._listeners: list[Callable[[str], None]] = []
        self._read()

    def get(self, name: str) -> Value:
        return self._values.get(name, BY_NAME[name].default)

    def text(self, name: str) -> str:
        return str(self.get(name))

    def flag(self, name: str) -> bool:
        return bool(self.get(name))

    def number(self, name: str) -> int:
        return int(self.get(name))

    def set(self, name: str, value: Value) -> None:
        """Store a value and notify the listeners; ValueError if it does not fit the table."""
        if not _fits(BY_NAME[name], value):
            raise ValueError(f"{name}: {value!r} is not a value of this setting")
        if self.get(name) == value:
            return
        self._values[name] = value
        self._write()
        for listener in tuple(self._listeners):
            listener(name)

    def listen(self, listener: Callable[[str], None]) -> Callable[..., None]:
        """Call ``listener`` with the name of each changed setting; connect the returned function to ``destroyed``."""
        self._listeners.append(listener)

        def end(*_sender: object) -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def _read(self) -> None:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
            pairs = found.items()
        except FileNotFoundError:
            return
        except (OSError, ValueError, AttributeError):
            _set_aside(self.path)
            return
        self._values = {k: v for k, v in pairs if k in BY_NAME and _fits(BY_NAME[k], v)}

    def _write(self) -> None:
        # # a full disk or a read-only profile must not stop the review: values then last for this session
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            data = json.dumps(self._values, indent=1, ensure_ascii=False).encode()
            replace_file(self.path, data, durable=False)  # # the window does not wait for a slow disk


def _set_aside(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.replace(path.with_suffix(".damaged"))


def _fits(setting: Setting, value: object) -> bool:
    if type(value) is not type(setting.default):
        return False
    return not setting.choices or value in [choice for choice, _ in setting.choices]
