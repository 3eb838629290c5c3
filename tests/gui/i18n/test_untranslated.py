"""No text of the window is in English alone: every literal that reads like words goes through ``tr``, or is excused."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gui.i18n.test_translations import translations

from vqganodip_gui.i18n import translation

PACKAGE: Final = Path(translation.__file__).parents[1]

COMMAND_LINE: Final = {
    "__main__.py": "the arguments, and what is said where there is no window",
    "headless/run.py": "runs without a window and writes to the terminal; the files that it writes are for records",
    "headless/progress.py": "lines of the terminal",
    "services/display_server.py": "why there is no window",
    "services/resources.py": "the installation is broken: there is no translation either",
    "headless/screenshots.py": "takes pictures of the window without a person",
}
"""Files without texts of the window, with the reason."""

TABLES: Final = {
    "_COLUMNS", "_MOUSE", "ACTIONS", "COLUMNS", "DEFECT_WORDS", "JUDGMENT_WORDS", "KEYS", "MENUS", "PAGES",
    "PanelName", "_REPORT", "ROLE_WORDS", "SETTINGS", "_GOOD_BOARDS", "VERDICT_WORDS", "_COLOURS",
    "_LANGUAGES", "_OPENINGS", "_SCALES", "_SIDES", "_STATES", "_WEIGHTINGS", "_WEIGHTING_WORDS",
}  # fmt: skip
"""Tables that keep English and are translated when they are shown; the test of the languages asks for their texts."""

PLAIN: Final = {
    "VQGanoDIP": "the name of the program",
    "VQGanoDIP {}": "the name of the program and its version",
    "vqganodip train DATASET --bundle DIR\nvqganodip fit DATASET --bundle DIR": "commands to type",
    "SN10440.png": "an example of a file name",
    "own boards": "name of a folder",
    "study-{}": "name of a folder",
    "currentColor": "a word of SVG",
    "PySide6": "the name of a package",
    "MainWindow": "a type",
    "File": "a menu that is looked for; its title is translated",
    "Review": "a menu that is looked for; its title is translated",
    "left": "a side of a plot", "bottom": "a side of a plot",
    "demo line": "name of a folder",
    "waiting judgments": "name of a folder",
    "PDF (*.pdf)": "format and its ending",
    "PNG (*.png);;SVG (*.svg)": "formats and their endings",
    ";;CSV (*.csv)": "a format and its ending",
    "HTML (*.html);;PDF (*.pdf)": "formats and their endings",
    "PNG": "a format that Qt is asked for",
    " (*.csv *.pos *.txt *.mnt *.mnb *.tsv *.xy *.xyrs);;": "endings of files",
    "{} mm": "a unit", "{} px": "a unit", "{} mm²": "a unit", "{} ms": "a unit", "{} · {}, {} mm": "units",
    "{} min {} s": "units", "{} h {} min": "units",
    "ROC": "the same in all three languages", "AUROC": "the same in all three languages",
    "FN": "abbreviation of the field", "FP": "abbreviation of the field",
    "normal variation": "the engine's name of a stage", "normal features": "the engine's name of a stage",
    "patch features": "the engine's name of a stage",
    "mean brightness": "the engine’s name of a score", "golden board": "the engine’s name of a score",
    "paper": "the value of a choice", "nested": "the value of a choice", "robust": "the value of a choice",
    "minutes": "the value of a choice", "steps": "the value of a choice",
    "model": "name of a folder",
    "symbolPen": "a word of the plots", "symbolBrush": "a word of the plots", "symbolSize": "a word of the plots",
    "{} dB": "a unit", "PSNR {value:.1f} dB": "a measure and its unit", "{}, AUROC {}": "a name and a measure",
    "FPR": "abbreviation of the field", "border-bottom: 1px solid #a0a0a0": "a style",
    "FPR × s": "formula", "1000 × FPR": "formula", "p (Holm)": "statistics", " cm": "a unit",
    "(TP + TN) / N": "formula", "TP / (TP + FP)": "formula",
    "FP / (FP + TN)": "formula", "FN / (FN + TP)": "formula",
    "OK": "the judgment, as it is written into records", "NG": "the judgment, as it is written into records",
    "{} {}, Apache-2.0\nPython {}, Qt {}\n{}": "names and versions",
    "--- {} VQGanoDIP {}\n": "head of an entry in the log",
    "No log could be written.": "written to the terminal; the dialog has its own",
    "The log is in {}": "written to the terminal; the dialog has its own",
    "{} confirmed boards, from bundle {}": "written into the log of the threshold, which is a record",
    "{} confirmed boards in the reference, from bundle {}": "written into the log of the threshold, which is a record",
}  # fmt: skip
"""Literals that look like words and are none for a reader, or that go into records, which are in English."""

RECORDED: Final = {
    "widgets/figure_export.py": "names of the figures in the CSV file",
    "turing/runner.py": "the words beside the notices of a session go into its record",
    "turing/session_watchdog.py": "the words beside the notices of a session go into its record",
    "turing/preflight_checks.py": "what the record of the session says",
    "turing/stimuli.py": "a warning for who develops the program",
}
"""Files with words that are kept in records, in English in every language."""

RECORDING: Final = {"_thresholds_caption": "a sentence of the exported HTML page, which is in English as a whole"}
"""Functions whose words go into records."""

SINKS: Final = {
    "setText", "setToolTip", "setWindowTitle", "setTitle", "setPlaceholderText", "setAccessibleName", "setStatusTip",
    "setAccessibleDescription", "setPrefix", "setSuffix", "addTab", "addAction", "addItem", "setHeaderLabels",
    "show_message",
    "setLabel", "setSpecialValueText", "setInformativeText", "QLabel", "QPushButton", "QCheckBox", "QRadioButton",
    "QGroupBox", "QAction", "StateText",
}  # fmt: skip
"""Calls whose literals are read by a person even if they are one small word."""

_SINGLE: Final = {"×", "0", "1", "+", "−", "–", ""}


def literals(tree: ast.Module) -> Iterator[tuple[ast.expr, str, list[ast.AST]]]:
    """Strings and f-strings that are no documentation: the node, its text with ``{}`` for places, what is around it."""
    stack: list[tuple[ast.AST, list[ast.AST]]] = [(tree, [])]
    while stack:
        node, around = stack.pop()
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # documentation
        if isinstance(node, ast.JoinedStr):
            parts = [v.value if isinstance(v, ast.Constant) else "{}" for v in node.values]
            yield node, "".join(map(str, parts)), around
            stack += [(v, [*around, node]) for v in node.values if isinstance(v, ast.FormattedValue)]
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, node.value, around
        stack += [(child, [*around, node]) for child in ast.iter_child_nodes(node)]


def called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def reads_like_words(text: str) -> bool:
    plain = re.sub(r"<[^>]*>", "", text.replace("{}", ""))
    found = re.findall(r"[^\W\d_]{2,}", plain)
    if not found or (plain.isupper() and " " not in plain and "_" in plain):
        return False
    return " " in text.strip() or bool(re.match(r"[^\W\d_]*[A-Z][a-z]", plain)) or text in PLAIN


def is_excused(text: str, around: list[ast.AST]) -> bool:
    """Not for a reader: an error (its templates have their own test), an annotation, a table, a plain thing."""
    for outer, inner in zip(around, [*around[1:], None], strict=True):
        if isinstance(outer, ast.Raise | ast.Subscript | ast.AnnAssign) and getattr(outer, "annotation", None) is inner:
            return True
        if isinstance(outer, ast.FunctionDef) and outer.name in RECORDING:
            return True
        if isinstance(outer, ast.Raise) or called(outer) in (
            "tr",
            "message",
            "TypeVar",
            "cast",
            "getattr",
            "findChild",
        ):
            return True
        if called(outer).endswith("Error") or called(outer) == "setObjectName":
            return True
        targets = [outer.target] if isinstance(outer, ast.AnnAssign) else getattr(outer, "targets", [])
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        if isinstance(outer, ast.ClassDef):
            if any(getattr(base, "id", "") == "StrEnum" for base in outer.bases):
                return True  # values are stored and compared; their labels are elsewhere
            names = {outer.name} if outer.name in TABLES else set()
        if names & (TABLES | {"__all__"}):
            return True
        if isinstance(outer, ast.arg | ast.FunctionDef) and inner in (
            getattr(outer, "annotation", None), getattr(outer, "returns", None)
        ):  # fmt: skip
            return True
    return text in PLAIN


def sink_of(around: list[ast.AST]) -> ast.AST:
    """The call that is given a literal, also as one of two."""
    for outer in reversed(around):
        if not isinstance(outer, ast.IfExp | ast.BinOp | ast.BoolOp):
            return outer
    return ast.Module([], [])


def found_in(file: Path) -> list[str]:
    bad = []
    for node, text, around in literals(ast.parse(file.read_text(encoding="utf-8"))):
        in_sink = called(sink_of(around)) in SINKS
        loud = in_sink and text not in _SINGLE and bool(re.search(r"[^\W\d_]{2,}", text.replace("{}", "")))
        if (loud or reads_like_words(text)) and not is_excused(text, around):
            bad.append(f"{file.relative_to(PACKAGE)}:{node.lineno}: {text!r}")
    return bad


def test_that_no_text_of_the_window_is_in_english_alone() -> None:
    silent = {PACKAGE / name for name in (*COMMAND_LINE, *RECORDED)}
    assert all(file.is_file() for file in silent)
    bad = [line for file in sorted(PACKAGE.rglob("*.py")) if file not in silent for line in found_in(file)]
    assert not bad, "give these to tr(), or excuse them with a reason:\n" + "\n".join(bad)


def test_that_the_search_finds_what_it_is_for(tmp_path: Path) -> None:
    bad = (
        "label.setText('flagged')",
        "QLabel('Boards')",
        "said.emit(f'{serial}: now {word}.')",
        "x = 'No board here.'",
    )
    good = ("label.setText(tr('flagged'))", "x.setObjectName('emptyTitle')", "raise ValueError(f'{x} is no key')")
    for line in bad:
        found = list(literals(ast.parse(line)))
        assert any(
            reads_like_words(t) or called(around[-1]) in SINKS for _n, t, around in found if not is_excused(t, around)
        ), line
    for line in good:
        assert all(is_excused(t, around) for _n, t, around in literals(ast.parse(line))), line


def test_that_both_languages_have_the_same_texts() -> None:
    assert set(translations("fr")) == set(translations("de"))
