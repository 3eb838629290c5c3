"""Texts for participants: consent, instructions and questionnaire; the consent is recorded by its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from vqganodip.turing.study.protocol import TuringProtocol
from vqganodip_gui.i18n.translation import tr


def minutes_of(protocol: TuringProtocol, practice: int) -> int:
    """Return the approximate duration of a session in minutes, including practice and reading."""
    return max(1, round((protocol.nominal_s + practice * protocol.soa_s + 4 * 60) / 60))


def span(seconds: float) -> str:
    """``16 seconds``, ``5 minutes``."""
    if seconds >= 60 and seconds % 60 == 0:
        minutes = int(seconds // 60)
        return tr("1 minute") if minutes == 1 else tr("{count} minutes").format(count=minutes)
    return tr("{count} seconds").format(count=f"{seconds:g}")


def consent_paragraphs(participant: str, protocol: TuringProtocol, practice: int) -> tuple[str, ...]:
    """The consent, paragraph by paragraph; the two sentences to tick are apart."""
    return (
        tr(
            "This study asks how well experts can tell photographs of circuit boards from images that a computer made. "
            "It takes about {minutes} minutes, with a break of {rest} in the middle."
        ).format(minutes=minutes_of(protocol, practice), rest=span(protocol.break_s)),
        tr(
            "Your answers, their times and the questionnaire at the end are kept under the number {participant}. "
            "Your name is not kept. Please do not write names into the questionnaire."
        ).format(participant=participant),
        tr(
            "You take part of your own free will. You may stop at any time without giving a reason: hold the Esc key "
            "for three seconds, or call the operator. You may have everything under your number deleted later."
        ),
    )


def consent_ticks() -> tuple[str, str]:
    """The two sentences that have to be ticked."""
    return (
        tr("I have read this and take part of my own free will."),
        tr("I will not talk about the images with other participants until the study is over."),
    )


def consent_sha256(paragraphs: tuple[str, ...], ticks: tuple[str, str]) -> str:
    """Hash of the text exactly as it was read."""
    return hashlib.sha256("\n\n".join((*paragraphs, *ticks)).encode()).hexdigest()


def meaning(answer: str) -> str:
    """Return the meaning of an answer key."""
    return tr("photograph of a real board") if answer == "real" else tr("made by a computer")


def instruction_paragraphs(protocol: TuringProtocol, keys: Mapping[str, str]) -> tuple[str, ...]:
    """Return the instructions; the keys are shown between the second and third paragraph."""
    first, second = sorted(keys)
    return (
        tr("You are going to see images of circuit boards, one after the other."),
        tr("Decide for each whether it is a photograph of a real board or was made by a computer:"),
        tr(
            "Each image stays for {seen}, then the screen is empty for {blank}. You may answer in both, with {first} "
            "or {second}; your last answer counts."
        ).format(seen=span(protocol.stimulus_s), blank=span(protocol.blank_s), first=first, second=second),
        tr(
            "You will not learn whether an answer was correct or how many images are of each kind. "
            "There is a break of {rest} in the middle, which cannot be shortened."
        ).format(rest=span(protocol.break_s)),
        tr("A short practice comes first. To stop or to call the operator, hold Esc for three seconds."),
    )


def debrief_questions() -> dict[str, str]:
    """The fixed questionnaire, by the names under which answers are kept."""
    return {
        "strategy": tr("How did you decide? What did you look at?"),
        "share_of_fakes": tr("How many of 100 images do you believe were made by a computer?"),
        "artefacts": tr("Did you notice anything in the images that gave them away?"),
        "technical_problems": tr("Were there technical problems (flicker, delays, reflections, noise)?"),
    }


__all__ = [
    "consent_paragraphs",
    "consent_sha256",
    "consent_ticks",
    "debrief_questions",
    "instruction_paragraphs",
    "meaning",
    "minutes_of",
    "span",
]
