"""Questions to participants: multiple choice before the session, free text after it. Names are never asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vqganodip.errors import Message, TuringError, message

__all__ = ["PARTICIPANT_QUESTIONS", "check_answers", "concerns"]

PARTICIPANT_QUESTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "role": ("inspector", "engineer", "researcher", "other"),
    "years_inspecting": ("0", "1-2", "3-5", "6-10", "11+"),
    "vision": ("normal", "corrected", "uncorrected"),
    "built_the_model": ("no", "yes"),
    "saw_its_outputs": ("no", "yes"),
}
"""Question → possible answers. The sets are closed, so no name can get into a data file."""


def check_answers(answers: Mapping[str, str]) -> dict[str, str]:
    """Check the answers and fill in ``n/a`` for missing ones.

    Raises:
        TuringError: A question or an answer is not in :data:`PARTICIPANT_QUESTIONS`.
    """
    for question, answer in answers.items():
        known = PARTICIPANT_QUESTIONS.get(question)
        if known is None:
            raise TuringError(
                "question-unknown",
                "{question!r} is not asked",
                where=message("place-participant", "participant"),
                todo="Give no names: a participant is a number.",
                question=question,
            )
        if answer not in (*known, "n/a"):
            raise TuringError(
                "answer-unknown",
                "{answer!r} is no answer to {question}",
                where=message("place-participant", "participant"),
                todo="Choose one.",
                answer=answer,
                question=question,
            )
    return {question: answers.get(question, "n/a") for question in PARTICIPANT_QUESTIONS}


CONCERNS: Final[Mapping[str, Message]] = {
    "built the model": message("observer-built-model", "built the model"),
    "saw its outputs before": message("observer-saw-outputs", "saw its outputs before"),
}
"""The flags by the words that the records of sessions hold."""


def concerns(answers: Mapping[str, str]) -> tuple[str, ...]:
    """Return flags for a participant who may recognise fakes from prior knowledge."""
    flags = zip(("built_the_model", "saw_its_outputs"), CONCERNS, strict=True)
    return tuple(words for question, words in flags if answers.get(question) == "yes")
