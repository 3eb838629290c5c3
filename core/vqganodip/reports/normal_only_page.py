"""Report on a threshold that was set on normal boards alone, as one HTML page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from vqganodip import __version__
from vqganodip.number_format import counted, grouped, rounded_up, seconds_text
from vqganodip.records import ModelName
from vqganodip.reports import wording
from vqganodip.reports.document import html_document, imprint
from vqganodip.reports.histogram import Series, histogram, legend
from vqganodip.reports.markup import Markup, joined, tag
from vqganodip.scoring.normal_only import NORMAL_ONLY, flag_rate_bound, promise
from vqganodip.scoring.threshold import mean_review_s
from vqganodip.scoring.verdict import Thresholds
from vqganodip.statistics import defects_needed

__all__ = ["NormalOnlyContent", "normal_only_page"]

_CLAIMS: Final = (0.10, 0.05, 0.01)


@dataclass(frozen=True, slots=True)
class NormalOnlyContent:
    """Content of the page.

    Attributes:
        scores: N scores in [0, 1], one of each normal board, by a reference made without it.
        own_threshold: Threshold of the bundle; it flags none of these boards.
        thresholds: Thresholds that the page describes.
        thresholds_caption: What they are, such as ``In force, set on 2026-03-02 by Q. E.``
        model: What the model is called.
        bundle_sha256: Hash of the bundle.
        made_at: Time of the report.
        review_s: Seconds of review per board on the line.
    """

    scores: tuple[float, ...] = field(repr=False)
    own_threshold: float
    thresholds: Thresholds
    thresholds_caption: str
    model: ModelName
    bundle_sha256: str
    made_at: datetime
    review_s: float = 8.0

    @property
    def flagged(self) -> int:
        """Number of the boards that the threshold flags."""
        return sum(score >= self.thresholds.flag_from for score in self.scores)


def normal_only_page(content: NormalOnlyContent) -> str:
    """Render the page as HTML; the same content gives the same text. The page loads no other resources.

    Raises:
        StatisticsError: There is no board.
    """
    title = f"Threshold on normal boards only: {content.model}"
    sections = (_thresholds, _distribution, _proof, _unknown, _work)
    return html_document(
        title,
        tag("header", tag("h1", title), _facts(content)),
        tag("main", _lead(content), *(section(content) for section in sections)),
        tag("footer", tag("p", "A score is evidence on a linear scale of log odds, 0.5 at even odds: no probability.")),
        foot=imprint(str(content.model), content.bundle_sha256, content.made_at, __version__),
        app_version=__version__,
    )


def _facts(content: NormalOnlyContent) -> Markup:
    facts: list[tuple[str, Markup | str]] = [
        ("Product", content.model.product),
        ("Model", joined(f"{content.model} ", tag("code", f"sha256 {content.bundle_sha256}"))),
        ("Boards", f"{grouped(len(content.scores))} normal, no known defect"),
        ("Rule of the threshold", NORMAL_ONLY),
        ("Report made", f"{wording.moment(content.made_at)}, VQGanoDIP {__version__}"),
    ]
    return tag("dl", *(joined(tag("dt", name), tag("dd", value)) for name, value in facts), class_="facts")


def _lead(content: NormalOnlyContent) -> Markup:
    return tag("p", str(promise(len(content.scores), content.flagged)), class_="warning")


def _thresholds(content: NormalOnlyContent) -> Markup:
    drawn = wording.thresholds(content.thresholds, content.scores)
    boards = counted(len(content.scores), "normal board")
    lines = [
        f"{content.thresholds_caption}: {drawn}. It flags {grouped(content.flagged)} of {boards}. "
        f"None of them is flagged from {wording.threshold(content.own_threshold, content.scores)}, "
        "the threshold of the model itself."
    ]
    until = content.thresholds.doubtful_until
    if until is not None:
        called = sum(score >= until for score in content.scores)
        lines.append(
            "In the doubtful band, where the machine calls nothing and a person decides, "
            f"{_lie(content.flagged - called)}; {_lie(called)} above it. No known defect took part, so no score shows "
            "from where on a board is surely defective: the end of the band rests on a decision, not on data."
        )
    return tag("section", tag("h2", "Thresholds"), *(tag("p", line) for line in lines))


def _lie(boards: int) -> str:
    return f"{'lies' if boards == 1 else 'lie'} {counted(boards, 'normal board')}"


def _distribution(content: NormalOnlyContent) -> Markup:
    series = (Series("normal boards", "calm", content.scores),)
    return tag(
        "section",
        tag("h2", "Distribution of the scores"),
        tag(
            "figure",
            histogram(
                series,
                content.thresholds,
                title=f"Histogram of {len(content.scores)} normal boards with a density curve",
                name="normal-only",
                unit="boards",
                known=content.scores,
                curves=True,
            ),
            legend(series, "normal-only"),
            tag("figcaption", "Each board by a reference made without it. Line: density."),
        ),
    )


def _proof(content: NormalOnlyContent) -> Markup:
    count, flagged = len(content.scores), content.flagged
    bound = wording.percent(flag_rate_bound(count, flagged=flagged))
    lines = [
        f"{grouped(flagged)} of {counted(count, 'normal board')} flagged: with 95 % confidence at most {bound} of "
        "good boards of the same product, camera and light will be flagged (Wilks 1941)."
    ]
    lines += [
        f"With none of {boards} boards flagged, it would be at most {wording.percent(flag_rate_bound(boards))}."
        for boards in (50, 150, 300)
        if boards > count
    ]
    return tag("section", tag("h2", "What these boards prove"), *(tag("p", line) for line in lines))


def _unknown(_content: NormalOnlyContent) -> Markup:
    needed = "; ".join(
        f"{wording.percent(claim)} takes {grouped(defects_needed(claim))} defects without a miss" for claim in _CLAIMS
    )
    return tag(
        "section",
        tag("h2", "What is not known"),
        tag(
            "p",
            "No known defect took part: nothing is promised about missed defects, and accuracy, area under the "
            "ROC curve and miss rate cannot be stated. A miss rate can be bounded once defects are confirmed; a "
            f"bound of {needed}.",
        ),
    )


def _work(content: NormalOnlyContent) -> Markup:
    rate = flag_rate_bound(len(content.scores), flagged=content.flagged)
    return tag(
        "section",
        tag("h2", "What it means for the line"),
        tag(
            "p",
            f"If a person looks at flagged boards only, for {seconds_text(content.review_s)} each, a normal board "
            f"costs at most {seconds_text(mean_review_s(content.review_s, rate))} on average: at most "
            f"{rounded_up(1000 * rate, 0)} of 1\N{NARROW NO-BREAK SPACE}000 normal boards are looked at "
            "(95 % confidence).",
        ),
    )
