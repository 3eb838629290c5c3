"""The trainings of a workspace: which run, which were left off, which are done. Read from their folders alone."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from vqganodip.files import is_locked
from vqganodip_gui.training.job_request import RUN, JobRequest, read_request

MODELS: Final = "models"


@dataclass(frozen=True, slots=True)
class Run:
    """A training as its folder shows it.

    Attributes:
        order: What was asked for.
        state: ``running``, ``stopped``, ``finished``; empty before it began.
        step: How far it was when that was written.
        seconds: How long it had taken.
        works: Whether a process works on it now.
        has_bundle: Whether there is a bundle.
        fitted: Whether the bundle has a threshold.
        changed_at: When something was written last, seconds since 1970.
    """

    order: JobRequest
    state: str
    step: int
    seconds: float
    works: bool
    has_bundle: bool
    fitted: bool
    changed_at: float

    @property
    def unfinished(self) -> bool:
        """Whether an engineer would want to go on with it: it was cut off, or stopped and not fitted yet."""
        return not self.works and self.state != "finished" and not self.fitted


def read_run(order: JobRequest) -> Run:
    """What the folders of an order say."""
    folder = order.run_folder
    known: dict[str, Any] = {}
    with suppress(OSError, ValueError):
        known = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    roles: dict[str, Any] = {}
    with suppress(OSError, ValueError, KeyError):
        roles = json.loads((order.bundle / "manifest.json").read_text(encoding="utf-8"))["files"]
    changed = 0.0
    with suppress(OSError):
        changed = max(entry.stat().st_mtime for entry in folder.iterdir())
    return Run(
        order,
        str(known.get("state", "")),
        int(known.get("step", 0)),
        float(known.get("seconds", 0.0)),
        any(is_locked(folder / f"{verb}.jsonl.lock") for verb in ("train", "fit")),
        bool(roles),
        "threshold" in roles,
        changed,
    )


def find_runs(workspace: Path) -> list[Run]:
    """Every training of a workspace, the one that was written last first."""
    runs = []
    for folder in (workspace / MODELS).glob(f"*/*{RUN}"):
        order = read_request(folder)
        if order is not None:
            runs.append(read_run(order))
    return sorted(runs, key=lambda run: -run.changed_at)
