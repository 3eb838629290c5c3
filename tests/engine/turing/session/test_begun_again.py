"""A participant who saw no image is not used up: the id begins again, and every record names the earlier session."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from engine.turing_studies import ScriptedParticipant, seal_one, small_study

from vqganodip.errors import TuringError
from vqganodip.turing.analysis.observations import read_observations
from vqganodip.turing.session.lifecycle import MAX_GAP_S, keys_of, next_participant, resume
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.sealed_plan import SealedSession
from vqganodip.turing.session.state_machine import SessionState
from vqganodip.turing.session.unblinding import unblind
from vqganodip.turing.study.study import Study

FIRST_IMAGE_S = 5.0


def ended(sealed: SealedSession, at: float) -> SealedSession:
    """End a session after some seconds, at the operator's hand."""
    person = ScriptedParticipant(sealed)
    person.run(until=at)
    person.session.abort("M. L.", "fire alarm")
    person.journal.close()
    finish(sealed)
    return sealed


def test_that_a_participant_who_saw_no_image_begins_again_and_is_recorded_to(tmp_path: Path) -> None:
    study = small_study(tmp_path / "study", participants=1)
    first = ended(seal_one(study, "P001"), FIRST_IMAGE_S - 1.0)
    assert first.unseen
    assert next_participant(study) == "P001"
    again = seal_one(study, "P001")
    assert (again.session_id, again.plan.keys) == ("02", keys_of("P001"))
    told = [{"session": "01", "ended_by": "M. L.", "reason": "fire alarm"}]
    assert next(again.read_journal().of("begun_again"))["after"] == told
    assert json.loads(again.files.plan.read_bytes())["begun_again_after"] == told
    assert next_participant(study) == "P002", "the new session is under way"
    assert ScriptedParticipant(again).run() is SessionState.DONE
    finish(again)
    assert json.loads(again.files.file("session.json").read_bytes())["begun_again_after"] == told
    assert next_participant(study) == "P002"
    seen = read_observations(unblind(study, "M. L."))
    assert [(one.participant, one.session, one.flags) for one in seen.sessions] == [("P001", "02", ())]
    (out,) = seen.left_out
    assert (out.session, out.reason) == ("01", "ended before the first image, the participant could begin again")


@pytest.mark.parametrize("practice", [0, 2])
def test_that_one_image_uses_a_participant_up(tmp_path: Path, practice: int) -> None:
    study: Study = small_study(tmp_path / "study", practice=practice)
    assert not ended(seal_one(study, "P001"), FIRST_IMAGE_S + 1.0).unseen
    assert next_participant(study) == "P002"
    with pytest.raises(TuringError, match="has already had a session"):
        seal_one(study, "P001")


def test_that_a_session_without_an_image_may_be_resumed_at_any_time_with_a_new_consent(tmp_path: Path) -> None:
    sealed = seal_one(small_study(tmp_path / "study"))
    dead = ScriptedParticipant(sealed)
    dead.run(until=FIRST_IMAGE_S - 1.0)
    dead.journal.close()
    assert resume(sealed, "2026-01-12T09:10:00Z").consented
    late = resume(sealed, "2026-01-13T09:10:00Z")
    assert late.at > MAX_GAP_S
    assert not late.consented
