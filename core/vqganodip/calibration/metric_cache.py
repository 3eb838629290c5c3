"""Metric rows that were measured before, beside the bundle: a fit that was stopped goes on, a second one is quick.

A table with one line per image, appended while the images are measured. It belongs to one state of the networks and
maps of the bundle; a bundle trained or changed anew has another file name and measures all again.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from vqganodip import __version__
from vqganodip.bundles.archive import FITTED_ROLES, Bundle
from vqganodip.files import replace_file
from vqganodip.records import MetricRow

__all__ = ["KnownRow", "MetricCache"]


KnownRow = tuple[MetricRow, dict[str, float]]


class MetricCache:
    """The table of one bundle.

    Args:
        folder: Where the table lies; created with the first row.
        identity: Names the state of the bundle.
        baselines: Names of the cheap scores that stand beside each row.

    Attributes:
        path: Of the table.
        problem: Why rows could not be written; empty while all is well. Measuring goes on without.
    """

    def __init__(self, folder: Path, identity: str, baselines: Sequence[str]) -> None:
        self.path = folder / f"metrics-{identity}.csv"
        self.problem = ""
        self._baselines = tuple(baselines)
        self._names: tuple[str, ...] = ()
        self._values: dict[str, list[float]] = {}
        self._read()

    @classmethod
    def beside(cls, bundle: Bundle, baselines: Sequence[str]) -> MetricCache:
        """The table in the run folder of a bundle."""
        made_of = sorted((role, digest) for role, (_, digest) in bundle.files.items() if role not in FITTED_ROLES)
        identity = hashlib.sha256(repr((__version__, made_of)).encode()).hexdigest()[:12]
        return cls(cls.folder_of(bundle.folder), identity, baselines)

    @staticmethod
    def folder_of(bundle: Path) -> Path:
        """The run folder of a bundle's folder."""
        whole = bundle.resolve()
        return whole.with_name(f"{whole.name}.run")

    def __len__(self) -> int:
        return len(self._values)

    def find(self, sha256: str) -> KnownRow | None:
        """Row and cheap scores of the image with that hash; None when it was not measured yet."""
        values = self._values.get(sha256)
        if values is None:
            return None
        count = len(self._baselines)
        row = MetricRow(names=self._names, values=np.array(values[count:], np.float64))
        return row, dict(zip(self._baselines, values[:count], strict=True))

    def add(self, sha256: str, row: MetricRow, baselines: Mapping[str, float]) -> None:
        """Appends a row; a row of other metrics starts the table anew."""
        fresh = row.names != self._names
        if fresh:
            self._names, self._values = row.names, {}
        values = [*(baselines[name] for name in self._baselines), *row.values.tolist()]
        self._values[sha256] = values
        lines = [["sha256", *self._baselines, *row.names]] if fresh else []
        lines.append([sha256, *map(repr, values)])
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(lines)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("w" if fresh else "a", encoding="utf-8", newline="") as file:
                file.write(text.getvalue())
        except OSError as error:
            self.problem = f"{self.path}: metric rows cannot be kept ({error.strerror or error})"

    def _read(self) -> None:
        try:
            text = self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return
        whole = text[: text.rfind("\n") + 1]
        if whole != text:  # a line cut off by a kill is measured again
            with suppress(OSError):
                replace_file(self.path, whole.encode())
        head, *lines = list(csv.reader(io.StringIO(whole))) or [[]]
        if tuple(head[: 1 + len(self._baselines)]) != ("sha256", *self._baselines):
            return
        self._names = tuple(head[1 + len(self._baselines) :])
        for line in lines:
            try:
                values = [float(cell) for cell in line[1:]]
            except ValueError:
                continue
            if len(line) == len(head) and np.isfinite(values).all():
                self._values[line[0]] = values
