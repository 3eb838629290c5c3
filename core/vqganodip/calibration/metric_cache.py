"""On-disk cache of metric rows in the run folder: an interrupted fit resumes, and a second fit skips the measuring.

The cache is a table with one row per image, appended to while the images are measured. Its file name depends on the
networks and reference data of the bundle and on the arithmetic in which they are measured, so a bundle that was trained
again, or that is fitted in another precision, starts with an empty cache.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import numpy as np

from vqganodip import __version__
from vqganodip.bundles.archive import FITTED_ROLES, Bundle, run_folder_of
from vqganodip.bundles.precision import PRECISION
from vqganodip.bundles.sensitivity import sensitivity_in
from vqganodip.errors import Message, message, system_reason
from vqganodip.files import replace_file
from vqganodip.records import MetricRow
from vqganodip.settings import Precision

__all__ = ["SETTINGS", "CachedRow", "MetricCache"]


SETTINGS: Final = "settings"
"""Role of the settings of a bundle."""
_PROCEDURE: Final = 3
"""Raised when the same networks give other metrics: 2 computes fixed pieces and does not round the reconstruction, 3
has the smoothed distances to the features of normal images."""

CachedRow = tuple[MetricRow, dict[str, float]]


class MetricCache:
    """Cached metric rows of one bundle.

    Args:
        folder: Folder of the table; created with the first row.
        identity: Identifies the state of the bundle.
        baselines: Names of the baseline scores stored with each row.

    Attributes:
        path: File of the table.
        problem: Reason why rows could not be written, or None. Measuring continues without the cache.
    """

    def __init__(self, folder: Path, identity: str, baselines: Sequence[str]) -> None:
        self.path = folder / f"metrics-{identity}.csv"
        self.problem: Message | None = None
        self._baselines = tuple(baselines)
        self._names: tuple[str, ...] = ()
        self._values: dict[str, list[float]] = {}
        self._read()

    @classmethod
    def of_bundle(
        cls, bundle: Bundle, baselines: Sequence[str], *, precision: Precision = Precision.FLOAT32, kind: str = ""
    ) -> MetricCache:
        """Open the cache in the run folder of a bundle.

        Args:
            bundle: The bundle.
            baselines: Names of the baseline scores.
            precision: Arithmetic in which the boards are measured; the one that the bundle names does not count.
            kind: Instructions of the processor, where they are not all that it has.
        """
        made_of = {role: digest for role, (_, digest) in bundle.files.items() if role not in FITTED_ROLES}
        if SETTINGS in made_of:
            settings = {**bundle.read_json(SETTINGS), PRECISION: precision}
            made_of[SETTINGS] = json.dumps(settings, sort_keys=True)
        sensitivity = sensitivity_in(bundle)
        if sensitivity is not None and sensitivity.parts:
            made_of["sensitivity"] = sensitivity.digest
        made_of |= {f"network {name}": digest for name, digest in bundle.networks.items()}
        content = (__version__, _PROCEDURE, str(precision), kind, sorted(made_of.items()))
        identity = hashlib.sha256(repr(content).encode()).hexdigest()[:12]
        return cls(run_folder_of(bundle.folder), identity, baselines)

    def __len__(self) -> int:
        return len(self._values)

    def find(self, sha256: str) -> CachedRow | None:
        """Return the metric row and baseline scores of the image with this hash; None if it was not measured."""
        values = self._values.get(sha256)
        if values is None:
            return None
        count = len(self._baselines)
        row = MetricRow(names=self._names, values=np.array(values[count:], np.float64))
        return row, dict(zip(self._baselines, values[:count], strict=True))

    def add(self, sha256: str, row: MetricRow, baselines: Mapping[str, float]) -> None:
        """Append a row; a row with other metric names replaces the whole table."""
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
            self.problem = message(
                "metric-cache-unwritable",
                "Metric rows cannot be cached in {path} ({error}): "
                "if the fit is interrupted, it measures all images again.",
                path=str(self.path),
                error=system_reason(error),
            )

    def _read(self) -> None:
        try:
            text = self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return
        whole = text[: text.rfind("\n") + 1]
        if whole != text:  # the last line was cut off when the process was killed: that image is measured again
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
