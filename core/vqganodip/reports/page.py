"""Inspection report as one HTML page: summary, distribution of scores, worst boards, all boards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vqganodip.number_format import counted, grouped
from vqganodip.records import Label
from vqganodip.reports import wording
from vqganodip.reports.board_section import PanelReader, board_section, scale_gradient
from vqganodip.reports.calibration_section import promise_section
from vqganodip.reports.content import ReportContent, ReportedBoard
from vqganodip.reports.document import html_document, imprint
from vqganodip.reports.ground_truth_section import outcome, truth_section
from vqganodip.reports.markup import Markup, joined, tag
from vqganodip.reports.part_section import part_section
from vqganodip.reports.score_section import scores_section
from vqganodip.review.judgments import JudgmentKind
from vqganodip.scoring.normal_only import NORMAL_ONLY
from vqganodip.scoring.verdict import Thresholds

__all__ = ["report_page"]


def report_page(content: ReportContent, panels: PanelReader, *, worst: int = 12) -> str:
    """Render the report as HTML; the same content and panels give the same text.

    The page loads no other resources (its content security policy forbids it) and needs no script.

    Args:
        content: Result of :func:`~vqganodip.reports.content.gather`.
        panels: Source of the pictures.
        worst: Number of boards of highest score that are shown with their panels; 0 for none.
    """
    name = str(content.model) or f"bundle {content.bundle_sha256[:12]}"
    title = f"Inspection report: {name}"
    return html_document(
        title,
        scale_gradient(),
        tag("header", tag("h1", title), _facts(content)),
        tag(
            "main",
            _summary(content),
            truth_section(content),
            scores_section(content),
            promise_section(content),
            part_section(content),
            _worst(content, panels, worst),
            _all_boards(content, worst),
        ),
        tag("footer", _how_to_read(content)),
        foot=imprint(name, content.bundle_sha256, content.made_at, content.app_version),
        app_version=content.app_version,
    )


def _facts(content: ReportContent) -> Markup:
    moments = [board.item.inspection.inspected_at for board in content.boards]
    first, last = wording.moment(min(moments)), wording.moment(max(moments))
    facts: list[tuple[str, Markup | str]] = [
        ("Product", content.model.product),
        ("Model", joined(f"{content.model} ", tag("code", f"sha256 {content.bundle_sha256}"))),
        ("Threshold", _thresholds(content.thresholds, content.known_scores()) + _rule(content)),
        ("Inspected", first if first == last else f"{first} to {last}"),
        ("Report made", f"{wording.moment(content.made_at)}, VQGanoDIP {content.app_version}"),
    ]
    if not content.model.product:
        del facts[0]
    if content.workspace:
        facts.insert(-2, ("Workspace", content.workspace))
    return tag("dl", *(joined(tag("dt", name), tag("dd", value)) for name, value in facts), class_="facts")


def _thresholds(thresholds: Thresholds, scores: Sequence[float]) -> str:
    said = f"{wording.threshold(thresholds.flag_from, scores)}: a board with this score or more is flagged"
    if thresholds.doubtful_until is None:
        return said
    until = wording.threshold(thresholds.doubtful_until, scores)
    return f"{said}; below {until} the machine is in doubt and leaves it to a person"


def _rule(content: ReportContent) -> str:
    if not content.rests_on_normal_boards:
        return ""
    return f"; it was set on {NORMAL_ONLY}, and nothing is promised about missed defects"


def _summary(content: ReportContent) -> Markup:
    total, flagged, judged = len(content.boards), content.flagged, content.judged()
    open_ = sum(board.flagged and board.judgment is None for board in content.boards)
    figures = [(total, "boards inspected"), (flagged, "flagged"), (total - flagged, "passed"), (judged, "judged")]
    if content.in_doubt:
        figures.insert(2, (content.in_doubt, "of them in doubt"))
    if judged:
        for kind, word in wording.JUDGMENT_WORDS.items():
            figures.append((content.judged(kind), word))
    return joined(
        tag("p", _in_words(content, open_), class_="lead"),
        tag("ul", *(tag("li", tag("b", grouped(number)), word) for number, word in figures), class_="figures"),
        *(tag("p", note, class_="warning") for note in _notes(content)),
        _not_inspected(content),
    )


def _in_words(content: ReportContent, open_: int) -> str:
    total, flagged = len(content.boards), content.flagged
    said = [f"{counted(total, 'board')} inspected; {grouped(flagged)} flagged for a person to look at."]
    if content.cleared:
        said.append(f"{counted(content.cleared, 'board')} passed by a gate, with a score that flags.")
    if content.judged() == 0:
        said.append("Nobody has judged a board yet.")
    elif open_:
        said.append(f"{counted(open_, 'flagged board')} still {'waits' if open_ == 1 else 'wait'} for a judgment.")
    elif flagged:
        said.append("Every flagged board has been judged.")
    defects = content.judged(JudgmentKind.NG)
    if defects:
        said.append(f"{counted(defects, 'board')} judged NG.")
    return " ".join(said)


def _notes(content: ReportContent) -> list[str]:
    notes = list(content.notes)
    poor = sum(bool(board.item.inspection.warnings) for board in content.boards)
    if poor:
        notes.append(f"{counted(poor, 'inspection')} came with a warning: see the column Remarks.")
    if content.held_elsewhere:
        notes.append(
            f"The threshold was changed meanwhile: {counted(content.held_elsewhere, 'board')} on this page had "
            "been held against the one before. Each keeps the verdict that it was given."
        )
    if content.others:
        notes.append(
            f"The workspace holds {counted(content.others, 'more inspection')} by other bundles (another model, "
            "or another threshold); they are not on this page."
        )
    return notes


def _not_inspected(content: ReportContent) -> Markup | None:
    if not content.failed:
        return None
    rows = [tag("li", tag("b", failed.image.name), f": {failed.what}") for failed in content.failed]
    said = f"{counted(len(rows), 'image')} could not be inspected. Nothing is known about these boards:"
    return tag("div", tag("p", said), tag("ul", *rows), class_="warning")


def _worst(content: ReportContent, panels: PanelReader, worst: int) -> Markup:
    shown, missed = content.pictured(worst)
    what = "The board with the highest score" if len(shown) == 1 else f"The {len(shown)} boards with the highest scores"
    said = (
        "Each with its original, what the network makes of it, the difference of the two, and the regions it marks. "
        "Below, the surroundings of the strongest region."
    )
    return joined(
        _boards_section(what, said, shown, content, panels),
        _boards_section(
            "Missed defects", "Defective by ground truth, and passed by the machine.", missed, content, panels
        ),
    )


def _boards_section(
    title: str, said: str, boards: Sequence[ReportedBoard], content: ReportContent, panels: PanelReader
) -> Markup | None:
    if not boards:
        return None
    ranks = {board.item.item_id: rank for rank, board in enumerate(content.boards, start=1)}
    sections = [board_section(board, ranks[board.item.item_id], _heading(board), panels) for board in boards]
    return tag("section", tag("h2", title), tag("p", said, class_="muted"), *sections)


def _heading(board: ReportedBoard) -> Markup:
    said = [f"score {_score(board)}, {_verdict(board)}"]
    if board.judgment is not None:
        said.append(f"judged {wording.judged(board.judgment)}")
    if board.truth is not None:
        said.append(f"ground truth: {_truth_words(board)}")
    return joined(board.name, tag("span", " · " + " · ".join(said), class_="muted"))


def _all_boards(content: ReportContent, worst: int) -> Markup:
    with_truth = bool(content.labelled)
    heads = ["Serial", "Score", "Verdict", "Judgment", "Regions", "Strongest distance", "Inspected", "Remarks"]
    if content.parts is not None:
        heads.insert(6, "Part")
    if with_truth:
        heads[4:4] = ["Ground truth", "Outcome"]
    numbers = {"Score", "Regions", "Strongest distance"}
    head = [tag("th", name, scope="col", class_="number" if name in numbers else None) for name in heads]
    shown = {board.item.item_id for boards in content.pictured(worst) for board in boards}
    parts = None if content.parts is None else content.parts.strongest
    rows = [_row(board, with_truth, board.item.item_id in shown, parts) for board in content.boards]
    return tag(
        "section",
        tag("h2", "All boards"),
        tag(
            "div",
            tag(
                "table",
                tag("caption", "Highest score first. ▲ for a person to look at, ○ passed by the machine."),
                tag("thead", tag("tr", *head)),
                tag("tbody", *rows),
                class_="boards",
            ),
            class_="wide",
        ),
    )


def _row(board: ReportedBoard, with_truth: bool, shown: bool, parts: Mapping[int, str] | None) -> Markup:
    item = board.item
    inspection = item.inspection
    name = tag("a", board.name, href=f"#board-{item.item_id}") if shown else board.name
    strongest = wording.distance(inspection.shown_regions[0].distance_max) if inspection.shown_regions else ""
    verdict = tag("span", f"▲ {_verdict(board)}", class_="flag") if board.flagged else f"○ {_verdict(board)}"
    comment = "" if board.judgment is None or not board.judgment.comment else f"“{board.judgment.comment}”"
    return tag(
        "tr",
        tag("th", name, scope="row"),
        tag("td", _score(board), class_="number"),
        tag("td", verdict, class_="word"),
        tag("td", wording.judged(board.judgment) or ("not judged" if board.flagged else "")),
        joined(tag("td", _truth_words(board)), tag("td", outcome(board))) if with_truth else None,
        tag("td", len(inspection.shown_regions), class_="number"),
        tag("td", strongest, class_="number"),
        None if parts is None else tag("td", parts.get(item.item_id, "")),
        tag("td", wording.moment(inspection.inspected_at), class_="word"),
        tag("td", " ".join((*map(str, inspection.warnings), comment)).strip()),
        class_="flagged" if board.flagged else "passed",
    )


def _score(board: ReportedBoard) -> str:
    return wording.score(board.item.inspection.score, board.item.inspection.threshold)


def _verdict(board: ReportedBoard) -> str:
    if board.flagged and board.item.inspection.doubtful:
        return "in doubt"
    if board.cleared:
        return "passed by the gate"
    return "flagged" if board.flagged else "passed"


def _truth_words(board: ReportedBoard) -> str:
    if board.truth is None:
        return ""
    defect = board.truth.defect.replace("_", " ")
    return f"defective ({defect})" if board.truth.label is Label.DEFECTIVE and defect else str(board.truth.label)


def _how_to_read(content: ReportContent) -> Markup:
    part = ("Part", "the part that the strongest region lies on, by the placement in force at the time of the report.")
    gate = (
        "Passed by the gate",
        "the score reached the threshold, and the gate, which learns from confirmed judgments, cleared every region.",
    )
    said = (
        ("Score", "between 0 and 1; higher means less like the good boards that the model was made from."),
        ("Flagged", "the score reached the threshold, so a person has to look. Passed boards are not proven good."),
        ("In doubt", "flagged, with a score in the doubtful band: the machine does not call it a defect."),
        *([gate] if content.cleared else ()),
        ("False call", "a flagged board on which a person found nothing."),
        *([part] if content.parts is not None else ()),
        ("Distance", "Fréchet distance between a patch and its reconstruction, or, with a model without "
         "reconstruction, the value of the map that found the region; it ranks regions, it has no unit."),
        ("Difference", "black where the board agrees with its reconstruction, or with the reference board where the "
         "model has no reconstruction; the number beside its scale is what is drawn brightest, and differs from board "
         "to board."),
    )  # fmt: skip
    return joined(
        tag("h2", "How to read this page"),
        tag("dl", *(joined(tag("dt", word), tag("dd", meaning)) for word, meaning in said), class_="facts"),
    )
