"""The shipped bundle gives the scores that were recorded with it, on every kind of processor.

``shipped/`` holds two rendered boards, which neither its networks nor its score have seen, and their scores.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest
from locations import DEMO_BUNDLE

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.precision import precision_of
from vqganodip.inspection.inspector import Inspected, Inspector
from vqganodip.settings import Precision

BOARDS: Final = Path(__file__).parent / "shipped"
RECORDED: Final[dict[str, Any]] = json.loads((BOARDS / "scores.json").read_text(encoding="utf-8"))


def test_that_the_shipped_bundle_computes_in_float32() -> None:
    assert precision_of(open_bundle(DEMO_BUNDLE).read_json("settings")) is Precision.FLOAT32


def test_that_the_shipped_bundle_gives_the_recorded_scores() -> None:
    assert RECORDED["bundle_sha256"] == open_bundle(DEMO_BUNDLE).sha256, "record the scores of the new bundle"
    inspector = Inspector.open(DEMO_BUNDLE)
    for name, score in RECORDED["scores"].items():
        *_, last = inspector.inspect(BOARDS / name)
        assert isinstance(last, Inspected)
        assert last.inspection.score == pytest.approx(score, abs=RECORDED["between_processors"])
