"""State of the trainings of a workspace, read from their folders."""

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
    """State of a training.

    Attributes:
        request: Request that started it.
        state: ``running``, ``stopped`` or ``finished``; empty before it started.
        step: Step at the last write of the state.
        seconds: Training time at the last write of the state.
        works: True while a process works on it.
        has_bundle: True if there is a bundle.
        fitted: True if the bundle has a threshold.
        changed_at: Time of the last change in the folder, in seconds since 1970.
    """

    request: JobRequest
    state: str
    step: int
    seconds: float
    works: bool
    has_bundle: bool
    fitted: bool
    changed_at: float

    @property
    def unfinished(self) -> bool:
        """True if the training was interrupted, or stopped early and not fitted yet."""
        return not self.works and self.state != "finished" and not self.fitted


def read_run(request: JobRequest) -> Run:
    """Read the state of the training of a request."""
    folder = request.run_folder
    run_state: dict[str, Any] = {}
    with suppress(OSError, ValueError):
        run_state = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    roles: dict[str, Any] = {}
    with suppress(OSError, ValueError, KeyError):
        roles = json.loads((request.bundle / "manifest.json").read_text(encoding="utf-8"))["files"]
    changed = 0.0
    with suppress(OSError):
        changed = max(entry.stat().st_mtime for entry in folder.iterdir())
    return Run(
        request,
        str(run_state.get("state", "")),
        int(run_state.get("step", 0)),
        float(run_state.get("seconds", 0.0)),
        any(is_locked(folder / f"{verb}.jsonl.lock") for verb in ("train", "fit")),
        bool(roles),
        "threshold" in roles,
        changed,
    )


def find_runs(workspace: Path) -> list[Run]:
    """Read every training of a workspace, most recently changed first."""
    runs = []
    for folder in (workspace / MODELS).glob(f"*/*{RUN}"):
        request = read_request(folder)
        if request is not None:
            runs.append(read_run(request))
    return sorted(runs, key=lambda run: -run.changed_at)
