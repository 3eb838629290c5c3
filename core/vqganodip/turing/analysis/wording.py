"""Wording of the results, with one sentence per verdict; "not significant" is never called equivalent."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from vqganodip.errors import Message, Value, message
from vqganodip.statistics import Interval
from vqganodip.turing.analysis.observer_group import GroupResult, Verdict
from vqganodip.turing.analysis.planning import ENOUGH, power_percent
from vqganodip.turing.analysis.results import StudyResults
from vqganodip.turing.study.scaling import scaling_message

__all__ = [
    "NOT_AVAILABLE",
    "between",
    "methods_paragraph",
    "early_stop",
    "interval_message",
    "p_value",
    "p_words",
    "percent",
    "planner_words",
    "points",
    "signed",
    "verdict_words",
]

_CONCLUDES: Final[Mapping[Verdict, Message]] = {
    Verdict.DIFFERENT: message(
        "verdict-different", "different: the observers tell the images apart better or worse than by guessing."
    ),
    Verdict.EQUIVALENT: message(
        "verdict-equivalent",
        "equivalent to guessing within the registered margin: the observers cannot tell the images "
        "apart by more than the margin.",
    ),
    Verdict.BOTH: message(
        "verdict-both",
        "different and equivalent: there is a difference from guessing, and it is smaller than the registered margin.",
    ),
    Verdict.INCONCLUSIVE: message(
        "verdict-inconclusive",
        "inconclusive: the data neither show a difference from guessing nor exclude one as large "
        "as the registered margin. This is no evidence that the images cannot be told apart.",
    ),
}
NOT_AVAILABLE: Final = message("not-available", "n/a")


def percent(rate: float, decimals: int = 1) -> str:
    """Format a share as ``59.8 %``."""
    return f"{100 * rate:.{decimals}f} %"


def points(value: float, decimals: int = 1) -> str:
    """Format a share in [0, 1] as percentage points such as ``15.55``, without the unit."""
    return f"{100 * value:.{decimals}f}"


def interval_message(interval: Interval | None) -> Message:
    """Format an interval as ``49.7 to 69.7 %``; ``n/a`` for None."""
    if interval is None:
        return NOT_AVAILABLE
    return message("interval", "{low:.1f} to {high:.1f} %", low=100 * interval.low, high=100 * interval.high)


def between(interval: Interval | None) -> str:
    """Format an interval in English, see :func:`interval_message`."""
    return str(interval_message(interval))


def p_value(p: float | None) -> str:
    """Format a p value as ``.0352`` or ``< .0001``; ``n/a`` for None."""
    if p is None or math.isnan(p):
        return "n/a"
    if p < 1e-4:
        return "< .0001"
    return "1" if p >= 0.99995 else f"{p:.4f}".removeprefix("0")


def p_words(p: float | None) -> str:
    """Format a p value as ``p = .0352`` or ``p < .0001``; ``p n/a`` for None."""
    text = p_value(p)
    return f"p {text}" if text.startswith("<") or text == "n/a" else f"p = {text}"


def signed(value: float, decimals: int = 2) -> str:
    """Format a number with a true minus sign and without negative zero."""
    text = f"{value:.{decimals}f}"
    return text.lstrip("-") if float(text) == 0.0 else text.replace("-", "−")


def early_stop(results: StudyResults) -> str:
    """State the reason for unblinding before all planned sessions were done; empty if they were done."""
    act = results.observations.unblinded
    if int(act["finished"]) >= int(act["planned"]):
        return ""
    return f"unblinded after {act['finished']} of {act['planned']} planned sessions: {act['reason']}"


def verdict_words(panel: GroupResult) -> Message:
    """State the verdict on a panel with the intervals on which it is based."""
    if panel.interval95 is None or panel.interval90 is None:
        return message(
            "verdict-one-observer",
            "The verdict is inconclusive: one observer has no interval over observers and does not represent others.",
        )
    values: dict[str, Value] = {
        "conclusion": _CONCLUDES[panel.verdict],
        "wide": _level(1 - panel.alpha),
        "a": interval_message(panel.interval95),
        "narrow": _level(1 - 2 * panel.alpha),
        "b": interval_message(panel.interval90),
        "margin": message("margin", "{low:g} to {high:g} %", low=50 - 100 * panel.margin, high=50 + 100 * panel.margin),
    }
    inside = Message(
        "verdict-inside",
        "The verdict is {conclusion} The {wide} interval of the mean is {a}; the {narrow} interval, "
        "{b}, lies inside {margin}.",
        values,
    )
    outside = Message(
        "verdict-outside",
        "The verdict is {conclusion} The {wide} interval of the mean is {a}; the {narrow} interval, "
        "{b}, does not lie inside {margin}.",
        values,
    )
    said = inside if panel.verdict in (Verdict.EQUIVALENT, Verdict.BOTH) else outside
    if panel.interval95.high >= 0.5:
        return said
    return message(
        "verdict-labels-exchanged",
        "{verdict} A rate below 50 % also tells the images apart: the labels are exchanged.",
        verdict=said,
    )


def planner_words(observers: int, sd: float | None, margin: float, power: float | None, needed: int | None) -> Message:
    """State the power of a panel with this standard deviation and the size needed for a power of .8."""
    if sd is None or power is None:
        return message(
            "planner-one-observer",
            "One observer gives no spread between observers, so the size of a panel cannot be planned from it.",
        )
    said = message(
        "planner-power",
        "{observers} observers with a spread of {sd} points (ddof 1) prove equivalence within "
        "±{margin:g} points in {power} of studies if all of them only guess.",
        observers=observers,
        sd=points(sd),
        margin=100 * margin,
        power=power_percent(power),
    )
    if power >= ENOUGH:
        return said
    if not needed:
        return message("planner-many-needed", "{planner} More than 100 observers are needed for 80 %.", planner=said)
    return message("planner-needed", "{planner} {needed} observers are needed for 80 %.", planner=said, needed=needed)


def methods_paragraph(results: StudyResults) -> str:
    """Write the methods paragraph for a paper, with all numbers from the registration and the session records."""
    study, sessions = results.study, results.observations.sessions
    records = [one.record for one in sessions]
    protocol = study.protocol
    sentences = [
        f"{_counted(len(sessions), 'observer')} took the Visual Turing Test “{study.label}” under the protocol "
        f"{protocol.name}: {protocol.trials} images each, half of them originals and half reconstructions, "
        f"{protocol.stimulus_s:g} s per image, {protocol.blank_s:g} s of blank screen after each, and a break of at "
        f"least {protocol.break_s:g} s after the {protocol.break_after}th image; an answer counted until the end of "
        "the blank screen, and the last one given was kept.",
        f"Each board was shown as original to one part of the observers and as reconstruction to the other "
        f"(list A: {_on_list(records, 'A')}, list B: {_on_list(records, 'B')}), in an order of its own for each "
        f"observer ({records[0]['order_algo']}: each half balanced, no more than five of a class in a row).",
        f"Images were {study.size[0]} × {study.size[1]} pixels, both classes stored in the same format. "
        f"{scaling_message(study.scaling, study.size)} {_audit_words(results)}",
        f"Meanings of the keys were counterbalanced. {_screen_words(records)}",
        f"The margin of equivalence, ±{100 * study.margin:g} points around 50 %, and α = {study.alpha:g} were "
        f"registered on {study.created_utc[:10]}, before the first session; the truth of the images was committed "
        f"to by SHA-256 ({study.key_sha256[:16]}…) and opened on "
        f"{str(results.observations.unblinded['utc'])[:10]}.",
        _data_words(results),
        "The panel's mean is judged by a t interval over observers (SD with ddof 1) and by two one-sided tests; "
        "observers were judged by exact binomial tests corrected after Holm, intervals are Clopper–Pearson, d′ uses "
        "the log-linear correction with “fake” as the signal.",
    ]
    if results.observations.simulated:
        sentences.insert(0, "The observers of this study were simulated; it says nothing about people.")
    return " ".join(sentences)


def _data_words(results: StudyResults) -> str:
    data, timing = results.observations, results.timing
    parts = [f"{results.missing} of {results.trials} planned answers are missing and left out of the primary analysis"]
    if data.left_out:
        names = ", ".join(f"{one.participant} ({one.reason})" for one in data.left_out)
        parts.append(f"not analysed: {names}")
    if data.withdrawn:
        parts.append(f"{_counted(data.withdrawn, 'participant')} withdrew")
    parts.append(
        f"{timing.breaches} of {timing.trials} trials missed an onset or a duration by more than a frame "
        f"(worst onset error {timing.worst_onset_ms:.1f} ms, measured by {', '.join(timing.sources) or 'n/a'})"
    )
    overrides = sum(len(one.record["overrides"]) for one in data.sessions)
    parts.append(f"{_counted(overrides, 'override')} by the operator")
    if early_stop(results):
        parts.append(early_stop(results))
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + "."


def _audit_words(results: StudyResults) -> str:
    audit = results.audit
    if audit is None:
        return "No leak audit was kept."
    if not audit.red:
        return f"A leak audit of {audit.boards} boards found no feature of files or processing that separates them."
    names = ", ".join(f"{row.feature} ({row.auc:.2f})" for row in audit.red)
    reasons = "; ".join(dict.fromkeys(audit.justifications.values()))
    return f"A leak audit of {audit.boards} boards was red in {names}, which was justified in writing: “{reasons}”."


def _screen_words(records: Sequence[Mapping[str, Any]]) -> str:
    rates = sorted({str(record["preflight"].get("refresh_hz", "n/a")) for record in records})
    return (
        f"Refresh rate of the screen: {', '.join(rates)} Hz." if rates != ["n/a"] else "No refresh rate was measured."
    )


def _on_list(records: Sequence[Mapping[str, Any]], which: str) -> int:
    return sum(record["list_id"] == which for record in records)


def _level(confidence: float) -> str:
    return f"{100 * confidence:g} %"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
