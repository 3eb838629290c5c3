"""Warnings of stored boards: with their code, and as the bare sentences of earlier versions."""

from __future__ import annotations

import json
from dataclasses import replace

from vqganodip.errors import message, plain
from vqganodip.store.serialization import board_hash, findings_text, head_text, inspection_from
from vqganodip.testing import sample_inspection

SENTENCE = "The board does not align with its reference board (correlation 0.42): the score means little."


def test_that_a_warning_keeps_its_code_and_values() -> None:
    warning = message(
        "board-not-aligned", "The board does not align (correlation {correlation:.2f}).", correlation=0.42
    )
    given = replace(sample_inspection(7), warnings=(warning,))
    head, findings = head_text(given), findings_text(given)
    read = inspection_from(head, findings)
    assert read == given
    assert str(read.warnings[0]) == "The board does not align (correlation 0.42)."
    assert head_text(read) == head


def test_that_a_board_stored_by_an_earlier_version_keeps_its_hash() -> None:
    plain_head = head_text(sample_inspection(7))
    values = json.loads(plain_head) | {"warnings": [SENTENCE]}
    old_head = json.dumps(values, sort_keys=True, separators=(",", ":"))
    findings = findings_text(sample_inspection(7))
    read = inspection_from(old_head, findings)
    assert read.warnings == (plain(SENTENCE),)
    assert str(read.warnings[0]) == SENTENCE
    again = board_hash("SN 7", head_text(read), findings_text(read))
    assert again == board_hash("SN 7", old_head, findings)
