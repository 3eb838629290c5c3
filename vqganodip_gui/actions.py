"""ACTIONS: the one table from which menus, the bar, shortcuts and the key sheet are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.widgets.icons import IconName


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action.

    Attributes:
        name: The function in ``commands.py`` that does it.
        text: What menus and the key sheet call it.
        menu: The menu it stands in.
        keys: Its keys, the one printed on buttons first.
        icon: Beside its text.
        bar: Whether it stands in the bar, and its short text there.
        tip: One sentence more, where the text is not enough.
        toggles: Whether it is switched on and off.
        repeats: Whether holding the key down repeats it.
        holds: Whether it lasts only as long as the key is held down.
    """

    name: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: IconName | None = None
    bar: str = ""
    tip: str = ""
    toggles: bool = False
    repeats: bool = False
    holds: bool = False


MENUS: Final = ("Station", "Judge", "Look", "Window", "Help")

ACTIONS: Final[tuple[ActionRow, ...]] = (
    ActionRow("open_boards", "Open folder of boards…", "Station", ("Ctrl+U",), IconName.BOARDS, "Open boards"),
    ActionRow("open_bundle", "Open model bundle…", "Station", ("Ctrl+B",), IconName.BUNDLE),
    ActionRow("new_workspace", "New workspace…", "Station", ("Ctrl+N",)),
    ActionRow("open_workspace", "Open workspace…", "Station", ("Ctrl+O",), IconName.WORKSPACE),
    ActionRow("recent_workspaces", "Recent workspaces…", "Station", ("Ctrl+Shift+W",)),
    ActionRow("open_demo_line", "Open demo line", "Station", tip="Rendered boards, to try everything on."),
    ActionRow("stop_engine", "Stop inspecting", "Station", ("Ctrl+.",), IconName.CLOSE),
    ActionRow(
        "export_csv",
        "Export judgments as CSV…",
        "Station",
        ("Ctrl+E",),
        IconName.EXPORT,
        "Export CSV",
        tip="One row per judgment and region, in a file that other programs read.",
    ),
    ActionRow("settings", "Settings…", "Station", ("Ctrl+,",), IconName.SETTINGS),
    ActionRow("change_operator", "Change who judges…", "Station", ("Ctrl+Shift+O",), IconName.OPERATOR),
    ActionRow(
        "work",
        "Lot, work order, side…",
        "Station",
        ("Ctrl+J",),
        tip="And what the names of image files say of a board.",
    ),
    ActionRow("log_out", "Log out", "Station", ("Ctrl+Shift+L",)),
    ActionRow("people", "People and roles…", "Station", tip="Who is registered, and what a role may do."),
    ActionRow(
        "review_rules",
        "Rules of the review…",
        "Station",
        tip="Second opinions, hidden probes, and whether the verdict comes first.",
    ),
    ActionRow("quit", "Quit", "Station", ("Ctrl+Q",)),
    ActionRow(
        "judge_ok",
        "OK",
        "Judge",
        ("1", "F5"),
        IconName.OK,
        tip="The board is good, even if the machine saw something.",
    ),
    ActionRow("judge_ng", "NG", "Judge", ("2", "F8"), IconName.NG, tip="The board has a defect."),
    ActionRow(
        "judge_ng_code",
        "NG with a defect code…",
        "Judge",
        ("5",),
        tip="Then the digit of the code: the first ten of the list have one.",
    ),
    ActionRow(
        "judge_doubtful", "Doubtful", "Judge", ("3",), IconName.DOUBTFUL, tip="Somebody else has to look at this board."
    ),
    ActionRow(
        "judge_false_call",
        "False call",
        "Judge",
        ("4",),
        IconName.FALSE_CALL,
        tip="The board is good: what the machine saw is not there.",
    ),
    ActionRow(
        "undo",
        "Take back the last judgment",
        "Judge",
        ("Ctrl+Z",),
        IconName.UNDO,
        "Undo",
        tip="Writes a new record; the old one stays.",
    ),
    ActionRow("redo", "Judge again as before", "Judge", ("Ctrl+Shift+Z", "Ctrl+Y"), IconName.REDO),
    ActionRow("enter_code", "Enter defect code", "Judge", ("C",), tip="Kept with NG."),
    ActionRow("enter_comment", "Enter comment", "Judge", ("K",)),
    ActionRow("next_board", "Next board", "Judge", ("D", "Right"), IconName.NEXT, repeats=True),
    ActionRow("previous_board", "Previous board", "Judge", ("A", "Left", "F9"), IconName.PREVIOUS, repeats=True),
    ActionRow("next_unjudged", "Next board to judge", "Judge", ("Ctrl+Shift+D",)),
    ActionRow("find_board", "Find a serial number", "Judge", ("Ctrl+L",)),
    ActionRow("region_ok", "Region: OK", "Judge", ("Alt+1",), tip="Kept with the judgment of the board."),
    ActionRow("region_ng", "Region: NG", "Judge", ("Alt+2",), tip="Kept with the judgment of the board."),
    ActionRow("region_ng_code", "Region: NG with a defect code…", "Judge", ("Alt+5",)),
    ActionRow("region_doubtful", "Region: doubtful", "Judge", ("Alt+3",), tip="Kept with the judgment of the board."),
    ActionRow(
        "region_false_call", "Region: false call", "Judge", ("Alt+4",), tip="Kept with the judgment of the board."
    ),
    ActionRow("region_clear", "Region: say nothing of it", "Judge", ("Alt+0",)),
    ActionRow("next_region", "Next region", "Look", ("N",), repeats=True),
    ActionRow("previous_region", "Previous region", "Look", ("P",), repeats=True),
    ActionRow("zoom_region", "Zoom to the region", "Look", ("Z",)),
    ActionRow("fit", "Whole board", "Look", ("Esc", "Ctrl+F"), IconName.FIT),
    ActionRow("actual_size", "Actual pixels", "Look", ("Ctrl+0",), IconName.ACTUAL),
    ActionRow("zoom_in", "Zoom in", "Look", ("+", "Ctrl++", "Ctrl+="), repeats=True),
    ActionRow("zoom_out", "Zoom out", "Look", ("-", "Ctrl+-"), repeats=True),
    ActionRow(
        "toggle_maximised",
        "One panel alone, and back",
        "Look",
        ("M",),
        IconName.MAXIMISE,
        tip="The panel under the mouse; a double click does the same.",
    ),
    ActionRow("flip_panel", "Next panel in the same place", "Look", ("F", "Down"), repeats=True),
    ActionRow("flip_back", "Previous panel in the same place", "Look", ("Shift+F", "Up"), repeats=True),
    ActionRow("toggle_layout", "Two by two, or four in a line", "Look", ("G",), IconName.GRID),
    ActionRow(
        "next_good_board",
        "A good board beside the pictures",
        "Look",
        ("L",),
        tip="None, the reference board, or the nearest board that was judged good.",
    ),
    ActionRow("blink", "Reconstruction in place of the original", "Look", ("B",), tip="While held.", holds=True),
    ActionRow("replace_regions", "Regions as they were reconstructed", "Look", ("R",), tip="While held.", holds=True),
    ActionRow("overlay", "Difference over the original", "Look", ("V",), tip="While held.", holds=True),
    ActionRow(
        "toggle_swipe",
        "Swipe: original left, reconstruction right",
        "Look",
        ("X", "Ctrl+Alt+C"),
        tip="Shift and the wheel move the line.",
    ),
    ActionRow("more_overlay", "Difference over the original: stronger", "Look", ("Alt+Up",), repeats=True),
    ActionRow("less_overlay", "Difference over the original: weaker", "Look", ("Alt+Down",), repeats=True),
    ActionRow("brighter", "Brighter", "Look", ("Ctrl+Up",), repeats=True, tip="For looking only."),
    ActionRow("darker", "Darker", "Look", ("Ctrl+Down",), repeats=True, tip="For looking only."),
    ActionRow("more_contrast", "More contrast", "Look", ("Ctrl+Right",), repeats=True, tip="For looking only."),
    ActionRow("less_contrast", "Less contrast", "Look", ("Ctrl+Left",), repeats=True, tip="For looking only."),
    ActionRow("lift_shadows", "Lighter shadows", "Look", ("Ctrl+PgUp",), repeats=True, tip="Gamma, for looking only."),
    ActionRow(
        "deepen_shadows", "Deeper shadows", "Look", ("Ctrl+PgDown",), repeats=True, tip="Gamma, for looking only."
    ),
    ActionRow("reset_tones", "Tones as they are", "Look", ("Ctrl+R",)),
    ActionRow("next_colours", "Difference: other colours", "Look", ("E",)),
    ActionRow("next_weighting", "Difference: raw or weighted", "Look", ("W",)),
    ActionRow("toggle_scale", "Difference: scale of this board, or fixed", "Look", ("S",)),
    ActionRow("toggle_queue", "Queue", "Window", ("Q",), IconName.PANE, toggles=True),
    ActionRow("toggle_details", "Right pane", "Window", ("I",), toggles=True),
    ActionRow("toggle_full_screen", "Full screen", "Window", ("F11",)),
    ActionRow("toggle_theme", "Dark or light", "Window", ("Ctrl+T",), IconName.THEME),
    ActionRow("open_menu", "Menu", "Window", ("F10",), IconName.MENU),
    ActionRow("key_sheet", "Keys", "Help", ("?", "F1"), IconName.HELP),
    ActionRow("change_keys", "Change keys…", "Help"),
    ActionRow("show_log_folder", "Show log folder", "Help"),
    ActionRow("about", "About", "Help"),
)

BY_NAME: Final = {row.name: row for row in ACTIONS}

JUDGMENT_ACTIONS: Final = {
    JudgmentKind.OK: "judge_ok",
    JudgmentKind.NG: "judge_ng",
    JudgmentKind.DOUBTFUL: "judge_doubtful",
    JudgmentKind.FALSE_CALL: "judge_false_call",
}


def conflicts(rows: tuple[ActionRow, ...] = ACTIONS) -> list[str]:
    """Keys that more than one action claims."""
    claimed: dict[str, list[str]] = {}
    for row in rows:
        for key in row.keys:
            claimed.setdefault(key, []).append(row.name)
    return [f"{key}: {', '.join(names)}" for key, names in claimed.items() if len(names) > 1]
