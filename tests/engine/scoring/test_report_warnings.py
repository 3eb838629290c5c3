"""The warnings of a report, also of one that an earlier version wrote."""

from __future__ import annotations

import pytest

from vqganodip.errors import message
from vqganodip.scoring.report_warnings import read_warning

PARTS = "The images were left out in 60 parts, not one by one; the search `paper` does the latter."
PAPER = "Hyperparameters were searched on all images, the one left out included (the paper's protocol)."


@pytest.mark.parametrize(("sentence", "code"), [(PARTS, "report-parts"), (PAPER, "report-protocol-paper")])
def test_that_a_sentence_of_an_earlier_report_is_read_as_its_message(sentence: str, code: str) -> None:
    warning = read_warning(sentence)
    assert (warning.code, str(warning)) == (code, sentence)


def test_that_a_sentence_without_a_message_stays_as_it_is() -> None:
    assert read_warning("The images were left out in 3 parts, and more.").code == ""


def test_that_a_stored_message_is_read() -> None:
    stored = message("report-parts", "{parts} parts", parts=3)
    assert read_warning(stored.to_json()) == stored
