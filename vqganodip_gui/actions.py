"""ACTIONS: the table from which menus, top bar, shortcuts and key sheet are built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vqganodip.review.accounts import Permission
from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.widgets.icons import IconName


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action.

    Attributes:
        name: Name of the function that performs it, in ``shell/commands.py`` or ``review/commands.py``.
        text: Text in menus and in the key sheet.
        menu: Title of its menu, one of MENUS.
        keys: Default keys; buttons show the first.
        icon: Icon next to the text.
        bar: Short text of its button in the top bar; empty for none.
        tip: Tool tip, where the text is not enough.
        toggles: True if it switches something on and off.
        repeats: True if it repeats while the key is held down.
        holds: True if it lasts only while the key is held down.
        needs: Permission without which it is disabled; None if everybody may do it.
        separator: True if a separator precedes it in the menu.
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
    needs: Permission | None = None
    separator: bool = False


MENUS: Final = ("File", "Edit", "View", "Review", "Help")

ACTIONS: Final[tuple[ActionRow, ...]] = (
    ActionRow("open_boards", "Open folder of boards…", "File", ("Ctrl+U",), IconName.BOARDS, "Open boards"),
    ActionRow("open_bundle", "Open model bundle…", "File", ("Ctrl+B",), IconName.BUNDLE, needs=Permission.MAKE_MODELS),
    ActionRow(
        "teach_product",
        "Teach a new product…",
        "File",
        tip="From a folder of photographs of good boards, on the page Model.",
    ),
    ActionRow("new_workspace", "New workspace…", "File", ("Ctrl+N",), separator=True),
    ActionRow("open_workspace", "Open workspace…", "File", ("Ctrl+O",), IconName.WORKSPACE),
    ActionRow("recent_workspaces", "Recent workspaces…", "File", ("Ctrl+Shift+W",)),
    ActionRow("open_demo_line", "Open demo line", "File", tip="Rendered boards for trying out the program."),
    ActionRow("stop_engine", "Stop inspecting", "File", ("Ctrl+.",), IconName.CLOSE, separator=True),
    ActionRow(
        "export_csv",
        "Export judgments as CSV…",
        "File",
        ("Ctrl+E",),
        IconName.EXPORT,
        "Export CSV",
        tip="One row per judgment and region, in a file that other programs read.",
        needs=Permission.EXPORT,
    ),
    ActionRow("change_operator", "Change operator…", "File", ("Ctrl+Shift+O",), IconName.OPERATOR, separator=True),
    ActionRow("log_out", "Log out", "File", ("Ctrl+Shift+L",)),
    ActionRow("people", "People and roles…", "File", tip="Who is registered, and what a role may do."),
    ActionRow("quit", "Quit", "File", ("Ctrl+Q",), separator=True),
    ActionRow(
        "undo",
        "Undo judgment",
        "Edit",
        ("Ctrl+Z",),
        IconName.UNDO,
        "Undo",
        tip="Writes a new record; the old one stays.",
    ),
    ActionRow("redo", "Redo judgment", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), IconName.REDO),
    ActionRow(
        "find_board",
        "Find serial number or part…",
        "Edit",
        ("Ctrl+L",),
        tip="The name of a part, such as U7, finds the boards with a region on it.",
        separator=True,
    ),
    ActionRow(
        "reset_filter", "Reset filter", "Edit", ("Ctrl+Shift+F",), tip="Shows all boards to judge in the queue again."
    ),
    ActionRow("change_keys", "Key bindings…", "Edit", separator=True),
    ActionRow("settings", "Settings…", "Edit", ("Ctrl+,",), IconName.SETTINGS),
    ActionRow("fit", "Whole board", "View", ("Esc", "Ctrl+F"), IconName.FIT),
    ActionRow("actual_size", "Actual pixels", "View", ("Ctrl+0",), IconName.ACTUAL),
    ActionRow("zoom_in", "Zoom in", "View", ("+", "Ctrl++", "Ctrl+="), repeats=True),
    ActionRow("zoom_out", "Zoom out", "View", ("-", "Ctrl+-"), repeats=True),
    ActionRow("zoom_region", "Zoom to region", "View", ("Z",)),
    ActionRow(
        "toggle_maximised",
        "Maximise or restore panel",
        "View",
        ("M",),
        IconName.MAXIMISE,
        tip="The panel under the mouse; a double click does the same.",
        separator=True,
    ),
    ActionRow("flip_panel", "Next panel in the same place", "View", ("F", "Down"), repeats=True),
    ActionRow("flip_back", "Previous panel in the same place", "View", ("Shift+F", "Up"), repeats=True),
    ActionRow("toggle_layout", "Panels two by two or in one row", "View", ("G",), IconName.GRID),
    ActionRow(
        "next_good_board",
        "Next comparison board",
        "View",
        ("L",),
        tip="None, the reference board, or the nearest board that was judged good.",
    ),
    ActionRow(
        "blink",
        "Reconstruction instead of original",
        "View",
        ("B",),
        tip="While held.",
        holds=True,
        separator=True,
    ),
    ActionRow(
        "replace_regions", "Reconstructed regions in the original", "View", ("R",), tip="While held.", holds=True
    ),
    ActionRow("overlay", "Difference overlay", "View", ("V",), tip="While held.", holds=True),
    ActionRow("more_overlay", "Stronger difference overlay", "View", ("Alt+Up",), repeats=True),
    ActionRow("less_overlay", "Weaker difference overlay", "View", ("Alt+Down",), repeats=True),
    ActionRow(
        "toggle_swipe",
        "Swipe: original left, reconstruction right",
        "View",
        ("X", "Ctrl+Alt+C"),
        tip="Shift and the mouse wheel move the line.",
    ),
    ActionRow("next_colours", "Difference: next colours", "View", ("E",), separator=True),
    ActionRow("next_weighting", "Difference: next weighting", "View", ("W",)),
    ActionRow("toggle_scale", "Difference: board or fixed scale", "View", ("S",)),
    ActionRow("brighter", "Brighter", "View", ("Ctrl+Up",), repeats=True, tip="Display only.", separator=True),
    ActionRow("darker", "Darker", "View", ("Ctrl+Down",), repeats=True, tip="Display only."),
    ActionRow("more_contrast", "More contrast", "View", ("Ctrl+Right",), repeats=True, tip="Display only."),
    ActionRow("less_contrast", "Less contrast", "View", ("Ctrl+Left",), repeats=True, tip="Display only."),
    ActionRow("lift_shadows", "Lighter shadows", "View", ("Ctrl+PgUp",), repeats=True, tip="Gamma; display only."),
    ActionRow("deepen_shadows", "Deeper shadows", "View", ("Ctrl+PgDown",), repeats=True, tip="Gamma; display only."),
    ActionRow("reset_tones", "Reset tones", "View", ("Ctrl+R",)),
    ActionRow("toggle_queue", "Queue", "View", ("Q",), IconName.PANE, toggles=True, separator=True),
    ActionRow("toggle_details", "Details pane", "View", ("I",), toggles=True),
    ActionRow("toggle_theme", "Dark or light theme", "View", ("Ctrl+T",), IconName.THEME),
    ActionRow("toggle_full_screen", "Full screen", "View", ("F11",)),
    ActionRow("open_menu", "Open menu", "View", ("F10",), IconName.MENU),
    ActionRow(
        "judge_ok",
        "OK",
        "Review",
        ("1", "F5"),
        IconName.OK,
        tip="The board is good, even if the machine saw something.",
    ),
    ActionRow("judge_ng", "NG", "Review", ("2", "F8"), IconName.NG, tip="The board has a defect."),
    ActionRow(
        "judge_ng_code",
        "NG with a defect code…",
        "Review",
        ("5",),
        tip="Then the digit of the code, or the first letters of its words.",
    ),
    ActionRow(
        "judge_doubtful",
        "Doubtful",
        "Review",
        ("3",),
        IconName.DOUBTFUL,
        tip="Another person must look at this board.",
    ),
    ActionRow(
        "judge_false_call",
        "False call",
        "Review",
        ("4",),
        IconName.FALSE_CALL,
        tip="The board is good: what the machine saw is not there.",
    ),
    ActionRow("enter_code", "Enter defect code", "Review", ("C",), tip="Stored with NG."),
    ActionRow("enter_comment", "Enter comment", "Review", ("K",)),
    ActionRow("next_board", "Next board", "Review", ("D", "Right"), IconName.NEXT, repeats=True, separator=True),
    ActionRow("previous_board", "Previous board", "Review", ("A", "Left", "F9"), IconName.PREVIOUS, repeats=True),
    ActionRow("next_unjudged", "Next unjudged board", "Review", ("Ctrl+Shift+D",)),
    ActionRow("next_region", "Next region", "Review", ("N",), repeats=True, separator=True),
    ActionRow("previous_region", "Previous region", "Review", ("P",), repeats=True),
    ActionRow(
        "all_regions",
        "All regions, or those that stand out",
        "Review",
        ("Shift+N",),
        tip="Regions that do not stand out from normal boards are left out at first.",
    ),
    ActionRow(
        "toggle_parts",
        "Outlines and names of parts",
        "Review",
        ("O",),
        tip="For products whose part names are laid on, on the page Model.",
        toggles=True,
    ),
    ActionRow(
        "gate_boards",
        "Boards passed by the gate",
        "Review",
        ("Ctrl+G",),
        tip="The list with pictures and reasons, on the page Records.",
        separator=True,
    ),
    ActionRow(
        "gate_to_shadow",
        "Gate back to shadow",
        "Review",
        ("Ctrl+Shift+G",),
        tip="At once, and with your name: from the next board on, no gate passes or greys anything.",
        needs=Permission.JUDGE,
    ),
    ActionRow("region_ok", "Region: OK", "Review", ("Alt+1",), tip="Stored with the judgment of the board."),
    ActionRow("region_ng", "Region: NG", "Review", ("Alt+2",), tip="Stored with the judgment of the board."),
    ActionRow("region_ng_code", "Region: NG with a defect code…", "Review", ("Alt+5",)),
    ActionRow(
        "region_doubtful", "Region: doubtful", "Review", ("Alt+3",), tip="Stored with the judgment of the board."
    ),
    ActionRow(
        "region_false_call", "Region: false call", "Review", ("Alt+4",), tip="Stored with the judgment of the board."
    ),
    ActionRow("region_clear", "Region: clear judgment", "Review", ("Alt+0",)),
    ActionRow(
        "work",
        "Lot, work order, side…",
        "Review",
        ("Ctrl+J",),
        tip="Also how image file names are read.",
        separator=True,
    ),
    ActionRow(
        "review_rules",
        "Review rules…",
        "Review",
        tip="Second opinions, hidden probes, and whether the verdict comes first.",
        needs=Permission.SET_RULES,
    ),
    ActionRow("key_sheet", "Keyboard shortcuts", "Help", ("?", "F1"), IconName.HELP),
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
    """Return the keys that more than one action claims, one line each."""
    claimed: dict[str, list[str]] = {}
    for row in rows:
        for key in row.keys:
            claimed.setdefault(key, []).append(row.name)
    return [f"{key}: {', '.join(names)}" for key, names in claimed.items() if len(names) > 1]
