"""PAGES: the table of the main window's pages. A new page is one row here and one folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from vqganodip_gui.records.page import RecordsPage
from vqganodip_gui.review.page import ReviewPage
from vqganodip_gui.review.state import ReviewState
from vqganodip_gui.services.context import Context
from vqganodip_gui.threshold.page import ThresholdPage
from vqganodip_gui.training.job_controller import JobController
from vqganodip_gui.training.page import TrainingPage
from vqganodip_gui.turing.page import TuringPage
from vqganodip_gui.widgets.icons import IconName
from vqganodip_gui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class PageServices:
    """Objects that a page may be built from.

    Attributes:
        context: Settings, background tasks, inspection service and the open workspace.
        review: Review state, which outlives the pages.
        jobs: Training and calibration jobs, which outlive the pages.
    """

    context: Context
    review: ReviewState
    jobs: JobController


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page.

    Attributes:
        title: Text of its button in the top bar, before translation.
        icon: Icon of the button.
        make: Builds the page.
    """

    title: str
    icon: IconName
    make: Callable[[PageServices], Page]


PAGES: Final[tuple[PageRow, ...]] = (
    PageRow("Review", IconName.REVIEW, lambda of: ReviewPage(of.context, of.review)),
    PageRow("Records", IconName.RECORDS, lambda of: RecordsPage(of.context, of.review)),
    PageRow("Threshold", IconName.THRESHOLD, lambda of: ThresholdPage(of.context)),
    PageRow("Turing test", IconName.TURING, lambda of: TuringPage(of.context)),
    PageRow("Model", IconName.MODEL, lambda of: TrainingPage(of.context, of.jobs)),
)
