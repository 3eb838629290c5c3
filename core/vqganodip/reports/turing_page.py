"""Report on a Visual Turing Test as one HTML page; the same files of a study give the same page."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from typing import Final

from PIL import Image as Pillow

from vqganodip import __version__
from vqganodip.errors import TuringError
from vqganodip.imaging.decoding import resize
from vqganodip.number_format import counted
from vqganodip.reports.document import html_document
from vqganodip.reports.markup import Markup, joined, tag
from vqganodip.reports.turing_figure import rate_bars, tenths
from vqganodip.reports.turing_tables import (
    agreement_section,
    audit_section,
    context_section,
    observers_table,
    pooled_section,
    table,
    trends_section,
)
from vqganodip.turing.analysis.observer_group import Verdict
from vqganodip.turing.analysis.planning import ENOUGH
from vqganodip.turing.analysis.results import ImageResult, StudyResults
from vqganodip.turing.analysis.wording import (
    early_stop,
    methods_paragraph,
    percent,
    planner_words,
    points,
    verdict_words,
)
from vqganodip.turing.study.scaling import scaling_message
from vqganodip.turing.study.study import Study

__all__ = ["turing_page"]

_SHOWN: Final = 12
_PICTURE_PX: Final = 320
_QUALITY: Final = 80
_STYLE: Final = """
svg .margin-band { fill: var(--calm); opacity: .16; }
svg .bar.rate { fill: var(--calm); stroke: none; } svg .bar.rate.mean { fill: var(--surround); stroke: var(--mark); }
svg .whisker { stroke: var(--mark); stroke-width: 1.6; fill: none; }
svg.histogram text.value { fill: var(--text); font-weight: 600; }
.gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 12px; margin: 8px 0; }
.gallery img { display: block; width: 100%; height: auto; background: var(--surround); }
"""


def turing_page(results: StudyResults) -> str:
    """Render the page: verdict in words, Figure 9, tables, realism gallery, methods; no other files, no script."""
    study = results.study
    title = f"Visual Turing Test: {study.label}"
    return html_document(
        title,
        tag("header", tag("h1", title), _facts(results)),
        tag(
            "main",
            _summary(results),
            _section("Classification rates", rate_bars(results), _bars_words(results), observers_table(results)),
            _section("The panel", pooled_section(results), tag("h3", "The next study"), _planner(results)),
            _section("Over the session", tenths(results.trends.by_tenth), trends_section(results)),
            _section("Agreement", agreement_section(results)),
            _gallery(results),
            _section("Leak audit", audit_section(results)),
            _section("Other Visual Turing Tests", context_section()),
            _section("Methods", tag("p", methods_paragraph(results)), _debrief(results)),
        ),
        app_version=__version__,
        style=_STYLE,
    )


def _section(title: str, *children: Markup) -> Markup:
    return tag("section", tag("h2", title), *children)


def _facts(results: StudyResults) -> Markup:
    study, act = results.study, results.observations.unblinded
    facts: list[tuple[str, str | Markup]] = [
        ("Model bundle", study.model_id),
        ("Images", str(scaling_message(study.scaling, study.size))),
        ("Protocol", f"{study.protocol.name}: {study.protocol.trials} images, {study.protocol.stimulus_s:g} s each"),
        ("Registered", f"margin ±{100 * study.margin:g} points, α = {study.alpha:g}, {study.participants_planned} "
                       f"observers planned, on {study.created_utc}"),
        ("Unblinded", f"{act['utc']} by {act['by']}" + (f": {act['reason']}" if act["reason"] else "")),
        ("Registration", tag("code", f"sha256 {study.sha256}")),
        ("Sealed key", tag("code", f"sha256 {study.key_sha256}")),
    ]  # fmt: skip
    return tag("dl", *(joined(tag("dt", name), tag("dd", value)) for name, value in facts), class_="facts")


def _summary(results: StudyResults) -> Markup:
    panel = results.group
    figures = [
        (str(panel.observers), "observers (R)"),
        (str(results.study.protocol.trials), "trials each (N)"),
        (percent(panel.mean, 2), "mean rate"),
        (points(panel.sd, 2) if panel.sd is not None else "n/a", "SD, points (ddof 1)"),
        (points(panel.sd_population, 2), "SD, points (ddof 0, as the paper)"),
        (f"±{100 * panel.margin:g}", "margin, points"),
        (f"{panel.alpha:g}", "α"),
        (str(results.missing), "answers missing"),
        (str(results.timing.breaches), "timing breaches"),
    ]
    return joined(
        tag("p", str(verdict_words(panel)), class_="lead"),
        tag("ul", *(tag("li", tag("b", number), word) for number, word in figures), class_="figures"),
        *(tag("p", note, class_="warning") for note in _notes(results)),
    )


def _notes(results: StudyResults) -> list[str]:
    seen, panel = results.observations, results.group
    notes = []
    if seen.simulated:
        notes.append("These observers were simulated. Nothing here was said by a person.")
    if early_stop(results):
        said = early_stop(results)
        notes.append(f"{said[:1].upper()}{said[1:]}.")
    if seen.left_out:
        names = ", ".join(f"{one.participant}, session {one.session}: {one.reason}" for one in seen.left_out)
        notes.append(f"Not analysed: {names}.")
    if seen.withdrawn:
        notes.append(f"Data deleted because {counted(seen.withdrawn, 'participant')} withdrew.")
    flagged = [f"{one.participant}: {', '.join(map(str, one.flags))}" for one in results.observers if one.flags]
    if flagged:
        notes.append(f"Observers to be read with care: {'; '.join(flagged)}.")
    if results.timing.breaches:
        notes.append(
            f"{results.timing.breaches} of {results.timing.trials} trials missed an onset or a duration by more than a "
            "frame; each is flagged in the table of trials."
        )
    treatments = [one.group.verdict for one in results.sensitivity if one.group is not None]
    if any(verdict is not panel.verdict for verdict in treatments):
        notes.append(
            "The verdict hangs on the treatment of the data: see the table of treatments. The first row counts."
        )
    if panel.verdict is Verdict.INCONCLUSIVE and results.power is not None and results.power < ENOUGH:
        notes.append(_planner_words(results))
    return notes


def _bars_words(results: StudyResults) -> Markup:
    level = f"{100 * (1 - results.study.alpha):g} %"
    return tag(
        "p",
        f"Whiskers of observers: exact {level} intervals (Clopper–Pearson). Whiskers of the mean: {level} t interval "
        "over observers. The band is the registered margin. ▲ marks observers far from the others.",
        class_="muted",
    )


def _planner(results: StudyResults) -> Markup:
    return tag("p", _planner_words(results))


def _planner_words(results: StudyResults) -> str:
    panel = results.group
    return str(planner_words(panel.observers, panel.sd, panel.margin, results.power, results.observers_needed))


def _debrief(results: StudyResults) -> Markup:
    sessions = results.observations.sessions
    rows = [
        (one.participant, *(str(one.record["debrief"].get(question, "n/a")) or "n/a" for question in _ASKED))
        for one in sessions
    ]
    heads = ("Observer", "Believed share of fakes", "Strategy", "Artefacts noticed", "Technical problems")
    return joined(tag("h3", "What observers said afterwards"), table(heads, rows))


_ASKED: Final = ("share_of_fakes", "strategy", "artefacts", "technical_problems")


def _gallery(results: StudyResults) -> Markup:
    fakes = [one for one in results.images if one.fake]
    reals = [one for one in results.images if not one.fake]
    return _section(
        "Realism of single images",
        tag("h3", "Reconstructions most often taken for real"),
        _pictures(results.study, fakes[:_SHOWN]),
        tag("h3", "Reconstructions most often found out"),
        _pictures(results.study, fakes[: -_SHOWN - 1 : -1]),
        tag("h3", "Originals most often taken for fakes"),
        _pictures(results.study, reals[:_SHOWN]),
    )


def _pictures(study: Study, images: Sequence[ImageResult]) -> Markup:
    return tag("div", *(_picture(study, one) for one in images), class_="gallery")


def _picture(study: Study, one: ImageResult) -> Markup:
    said = f"taken for real by {one.answered - one.answered_fake} of {one.answered}"
    caption = tag("figcaption", f"{one.stimulus}: {said}")
    try:
        pixels = study.pixels(one.stimulus)
    except TuringError as error:
        return tag("figure", tag("p", f"The picture cannot be shown. {error.what}."), caption)
    factor = min(1.0, _PICTURE_PX / max(pixels.shape[:2]))
    size = (max(round(pixels.shape[1] * factor), 1), max(round(pixels.shape[0] * factor), 1))
    buffer = io.BytesIO()
    Pillow.fromarray(resize(pixels, size)).save(buffer, "WEBP", quality=_QUALITY, method=4)
    uri = f"data:image/webp;base64,{base64.b64encode(buffer.getvalue()).decode('ascii')}"
    kind = "Reconstruction" if one.fake else "Original"
    picture = tag("img", src=uri, alt=f"{kind} {one.stimulus}, {said}", width=size[0], height=size[1])
    return tag("figure", picture, caption)
