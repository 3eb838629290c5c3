"""Reasons of the regions of stored boards: kept with code and values, and absent from older records."""

from __future__ import annotations

import json
from dataclasses import replace

from vqganodip.records import Reason
from vqganodip.store.serialization import board_hash, findings_text, head_text, inspection_from
from vqganodip.testing import sample_inspection
from vqganodip.types import Box

REASONS = (
    Reason("less_texture", -4.6, "left_end", 12.0, 60.5),
    Reason("brighter", 5.25, "whole", 180.0, 120.0, ref_des="U3"),
    Reason("redder", 5.25, "whole", 80.0, 20.0, box=Box(3, 4, 15, 11)),
    Reason("smooth", -6.5, "left_end", 10.0, 40.0, ref_des="U3", box=Box(3, 4, 9, 11)),
)


def test_that_reasons_keep_code_and_values() -> None:
    plain = sample_inspection(7)
    first, *others = plain.regions
    given = replace(plain, regions=(replace(first, reasons=REASONS), *others))
    findings = findings_text(given)
    read = inspection_from(head_text(given), findings)
    assert read == given
    assert findings_text(read) == findings
    assert "usual" not in findings  # words are made where they are shown


def test_that_a_board_without_reasons_keeps_the_document_and_hash_of_earlier_versions() -> None:
    given = sample_inspection(7)
    findings = findings_text(given)
    assert all(len(region) == 7 for region in json.loads(findings)["regions"])
    read = inspection_from(head_text(given), findings)
    assert all(region.reasons == () for region in read.regions)
    assert board_hash("SN 7", head_text(read), findings_text(read)) == board_hash("SN 7", head_text(given), findings)
