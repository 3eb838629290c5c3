"""Drafts of judgments: what was entered for a board that was left without judging it."""

from __future__ import annotations

from dataclasses import dataclass

from vqganodip.review.judgments import RegionJudgment, ReviewItem


@dataclass(frozen=True, slots=True)
class Draft:
    """Comment, defect code and judgments of regions that are not written yet."""

    comment: str = ""
    code: str = ""
    regions: tuple[RegionJudgment, ...] = ()


class Drafts:
    """The drafts of one person in one workspace, by image and model."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Draft] = {}

    def of(self, item: ReviewItem) -> Draft | None:
        """The draft of a board; None without one."""
        return self._kept.get(_key(item))

    def keep(self, item: ReviewItem, draft: Draft) -> None:
        """Keep the draft of a board."""
        self._kept[_key(item)] = draft

    def drop(self, item: ReviewItem) -> None:
        """Forget the draft of a board: it was judged, or its fields are as they were."""
        self._kept.pop(_key(item), None)

    def clear(self) -> None:
        """Forget all: another person works here, or in another workspace."""
        self._kept.clear()


def _key(item: ReviewItem) -> tuple[str, str]:
    return item.inspection.sha256, item.inspection.bundle_sha256
