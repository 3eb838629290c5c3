"""Export of an unblinded study as a BIDS data set of behavioural events, optionally with new participant ids."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path
from typing import Final

from vqganodip import __version__
from vqganodip.errors import TuringError
from vqganodip.turing.analysis.observations import Observations, SessionAnswers, read_observations
from vqganodip.turing.session.bids_events import events_sidecar, events_tsv
from vqganodip.turing.session.trial_columns import MISSING
from vqganodip.turing.session.trial_table import table_bytes
from vqganodip.turing.study.questions import PARTICIPANT_QUESTIONS
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.study_folder import json_bytes, write_whole

__all__ = ["export_bids"]

BIDS_VERSION: Final = "1.10.0"


def export_bids(study: Study, folder: Path, *, strip_ids: bool = False) -> Path:
    """Write ``sub-…/ses-…/beh/…_events.tsv`` with sidecars, ``participants.tsv`` and ``dataset_description.json``.

    Args:
        study: Unblinded study.
        folder: Folder to write; must be absent or empty.
        strip_ids: Renumber the participants in a secret order and omit their answers about themselves.

    Returns:
        The folder.

    Raises:
        TuringError: The study is blinded, the folder is not empty, or a file cannot be written.
    """
    data = read_observations(study)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TuringError(
            "bids-folder-exists", "there is already something here", where=folder, todo="Choose a new folder."
        )
    names = _names(data, strip_ids)
    people: list[dict[str, str]] = []
    for one in sorted(data.sessions, key=lambda one: names[one.participant]):
        name = names[one.participant]
        stem = f"sub-{name}_ses-{one.session}_task-vtt_events"
        where = folder / f"sub-{name}" / f"ses-{one.session}" / "beh"
        write_whole(where / f"{stem}.tsv", events_tsv(_rows(study, one)))
        write_whole(where / f"{stem}.json", events_sidecar(study.protocol.name))
        people.append(_person(one, name, strip_ids) | {"simulated": str(int(study.simulated))})
    write_whole(folder / "participants.tsv", table_bytes(people, tuple(people[0]), "\t"))
    write_whole(folder / "participants.json", json_bytes(_participants_sidecar(tuple(people[0]))))
    write_whole(folder / "dataset_description.json", json_bytes(_description(study)))
    write_whole(folder / "README", _readme(data).encode())
    return folder


def _names(data: Observations, strip_ids: bool) -> dict[str, str]:
    ids = sorted({one.participant for one in data.sessions})
    if not strip_ids:
        return {name: name for name in ids}
    secret = data.study.read_secret()
    hidden = sorted(ids, key=lambda name: hashlib.sha256(secret + b"\x00export\x00" + name.encode()).digest())
    return {name: f"X{number:03d}" for number, name in enumerate(hidden, start=1)}


def _rows(study: Study, one: SessionAnswers) -> list[dict[str, str]]:
    path = study.files.session(one.participant, one.session).file("trials_unblinded.csv")
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))


def _person(one: SessionAnswers, name: str, strip_ids: bool) -> dict[str, str]:
    about = {"participant_id": f"sub-{name}", "list_id": one.list_id, "key_for_fake": _fake_key(one)}
    if strip_ids:
        return about
    answers = one.record["participant"]
    return about | {question: str(answers.get(question, MISSING)) for question in PARTICIPANT_QUESTIONS}


def _fake_key(one: SessionAnswers) -> str:
    return next(str(key) for key, meaning in one.record["keys"].items() if meaning == "fake")


def _participants_sidecar(columns: tuple[str, ...]) -> dict[str, dict[str, object]]:
    described: dict[str, dict[str, object]] = {
        "list_id": {"Description": "Counterbalanced list that was shown.", "Levels": {"A": "list A", "B": "list B"}},
        "key_for_fake": {"Description": "Key that meant: reconstructed."},
        "simulated": {
            "Description": "1 if the observer was a simulation.",
            "Levels": {"0": "person", "1": "simulation"},
        },
    }
    for question, answers in PARTICIPANT_QUESTIONS.items():
        if question in columns:
            described[question] = {
                "Description": "Asked before the session.",
                "Levels": {answer: answer for answer in answers},
            }
    return described


def _description(study: Study) -> dict[str, object]:
    return {
        "Name": f"Visual Turing Test {study.label}",
        "BIDSVersion": BIDS_VERSION,
        "DatasetType": "raw",
        "GeneratedBy": [{"Name": "VQGanoDIP", "Version": __version__}],
    }


def _readme(data: Observations) -> str:
    study = data.study
    simulated = "The observers were simulated.\n" if data.simulated else ""
    return (
        f"Visual Turing Test {study.label}, protocol {study.protocol.name}: observers decide whether the image of a "
        f"board is real or reconstructed.\nMargin of equivalence ±{100 * study.margin:g} points, alpha "
        f"{study.alpha:g}, registered {study.created_utc}; registration sha256 {study.sha256}.\n{simulated}"
    )
