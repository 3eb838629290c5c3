"""Every text of the engine has a code, and the window shows it in its own language."""

from __future__ import annotations

import errno
import json
import os
import pickle
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from gui.engine_texts import Text, all_texts, names_of, places_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from vqganodip.errors import (
    ImageError,
    Message,
    ReviewError,
    StoreError,
    Value,
    VqganodipError,
    error_from_dict,
    fill,
    message,
    plain,
    system_reason,
)
from vqganodip.review.accounts import PERMISSION_MESSAGES, ROLE_MESSAGES, Permission, Role, require
from vqganodip.turing.analysis.observer_group import group_result
from vqganodip.turing.analysis.wording import planner_words, verdict_words
from vqganodip.turing.study.image_features import CONTENT, FEATURE_MESSAGES, PIPELINE
from vqganodip_gui.i18n import engine_messages, translation
from vqganodip_gui.services.resources import resource
from vqganodip_gui.shell.error_dialog import ErrorDialog
from vqganodip_gui.shell.login_dialog import ROLE_WORDS
from vqganodip_gui.widgets.empty_state import EmptyState
from vqganodip_gui.widgets.icons import IconName
from vqganodip_gui.widgets.message_strip import MessageKind, MessageStrip

LANGUAGES: Final = ("fr", "de")

EXEMPT: Final = {
    "cli/": "the command line",
    "calibration/pixel_metrics.py": "measurements of localisation on the command line",
    "datasets/ground_truth.py": "for measurements of localisation on the command line",
    "datasets/synthetic/render.py": "the renderer; the window asks it for the demo line alone, whose numbers are fixed",
    "detection/metrics/inputs.py": "a fault of the program, never of what a person gave",
    "headless/": "runs without a window",
    "imaging/packed_maps.py": "a fault of the program, never of what a person gave",
    "inspection/benchmark.py": "a verb of the command line",
    "neural/networks/esser_checkpoint.py": "checkpoints of other programs are loaded on the command line only",
    "testing.py": "fakes of the tests",
}
"""Modules whose texts do not reach the window, with the reason."""

SYSTEM_ERRORS: Final = (
    "EACCES EBUSY ECONNREFUSED EDQUOT EEXIST EHOSTDOWN EIO EISDIR ELOOP EMFILE ENAMETOOLONG ENOENT ENOMEM ENOSPC "
    "ENOTDIR ENOTEMPTY EPERM EROFS ESTALE ETIMEDOUT"
)
"""What the operating system reports and the catalogues know; any other report is shown in its own words."""

CODE: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def messages_of(language: str) -> dict[str, tuple[str, str]]:
    """Source and translation by identifier."""
    root = ElementTree.parse(resource(f"languages/engine.{language}.ts")).getroot()
    return {m.get("id", ""): (m.findtext("source", ""), m.findtext("translation", "")) for m in root.iter("message")}


def reaches_window(text: Text) -> bool:
    return not text.module.startswith(tuple(EXEMPT))


def templates() -> dict[str, str]:
    """The English templates that the window needs in its languages, by identifier."""
    found = {f"system-{name.lower()}": os.strerror(getattr(errno, name)) for name in SYSTEM_ERRORS.split()}
    for text in filter(reaches_window, all_texts()):
        found |= text.parts
    return found


def sample(template: str) -> dict[str, Any]:
    """Values for the places of a template, of a kind that their formats take."""
    return {
        name: 7.25 if re.search(r"[fg%]$", spec) else 1234 if "," in spec else f"«{name}»"
        for name, spec in (place.partition(":")[::2] for place in places_of(template))
        for name in [name.partition("!")[0]]
    }


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    assert translation.choose_language(qapp, request.param) == request.param
    yield request.param
    translation.choose_language(qapp, "en")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translation.choose_language(qapp, "de")
    yield
    translation.choose_language(qapp, "en")


def test_that_every_code_and_template_is_a_literal() -> None:
    unread = [str(text) for text in all_texts() if text.module != "errors.py" and not text.parts]
    assert not unread
    assert len(all_texts()) > 400
    assert [code for text in all_texts() if (code := text.code) and not CODE.fullmatch(code)] == []


def test_that_a_code_stands_for_one_text() -> None:
    texts = defaultdict(set)
    for text in all_texts():
        texts[text.code].add((text.template, text.todo, text.error))
    del texts[None]
    assert {code: found for code, found in texts.items() if len(found) > 1} == {}


def test_that_every_place_is_given_a_value() -> None:
    wrong = []
    for text in all_texts():
        if text.parts and text.places is not None:
            wanted = frozenset[str]().union(*map(names_of, text.parts.values()))
            if wanted != text.places:
                wrong.append(f"{text}: {sorted(wanted ^ text.places)}")
    assert not wrong


@pytest.mark.parametrize("language_of", LANGUAGES)
def test_that_the_catalogue_holds_exactly_what_reaches_the_window(language_of: str) -> None:
    known, wanted = messages_of(language_of), templates()
    assert {code: text for code, text in wanted.items() if code not in known} == {}, "add to engine.*.ts"
    assert sorted(known.keys() - wanted.keys()) == []
    assert {code: (source, wanted[code]) for code, (source, _) in known.items() if source != wanted[code]} == {}


@pytest.mark.parametrize("language_of", LANGUAGES)
def test_that_translations_have_the_places_of_their_templates(language_of: str) -> None:
    for code, (source, translated) in messages_of(language_of).items():
        assert translated, code
        assert places_of(source) == places_of(translated), code


def test_that_rights_roles_and_features_have_messages() -> None:
    assert {right: str(text) for right, text in PERMISSION_MESSAGES.items()} == {r: r.value for r in Permission}
    words = {r: r.value for r in Role} | {Role.ADMIN: "administrator"}
    assert {role: str(text) for role, text in ROLE_MESSAGES.items()} == words
    assert {*PIPELINE, *CONTENT} < set(FEATURE_MESSAGES)
    assert all(str(text) == name for name, text in FEATURE_MESSAGES.items())


def test_that_messages_call_roles_as_the_window_does(language: str) -> None:
    window = {role: translation.tr(ROLE_WORDS[role]).lower() for role in Role}
    assert {role: engine_messages.translated(text).lower() for role, text in ROLE_MESSAGES.items()} == window
    texts = {text for pair in messages_of(language).values() for text in pair}
    assert [text for text in texts if re.search(r"\badmin\b", text, re.I)] == [], "a stored value, not the word"


def test_that_no_place_stays_unfilled_in_any_language(language: str) -> None:
    for code, (source, translated) in messages_of(language).items():
        for template in (source, translated):
            filled = fill(template, sample(template))
            assert not re.search(r"(?<!\{)\{\w+[!:}]", filled.replace("{serial}", "")), code


NAMES: Final = (
    "accumulate auroc auto batch bfloat bootstrap channels compact crop defective delta fleiss float free good hinge "
    "imagenet jpeg json krippendorff label mask multipliers neyman once patience path pearson psnr robust shift smote "
    "test tiff train turing uint vqganodip webp kicad eagle windows inch bottom "
    "postgresql sqlite database identity dask host port"
)
"""Options, settings, folders and columns that a person types, and proper names."""

LOANWORDS: Final = {
    "fr": "affine angle anomalies application bits budget code codes confusion copies distances final format formats "
    "image images impossible inspection intact journal latents long machine message minutes mode multiple normal pages "
    "panel participant participants pixel pixels place placement plan points position positive quota reconstruction "
    "reconstructions rotation score scores second secret segmentation source structure tables texture type validation "
    "variation verdict version",
    "de": "administrator affine budget byte bytes codes computer form format hash mode name normal panel person pixel "
    "plan positive schema score scores server software still text training version",
}
"""Words that are spelt alike in both languages."""


def words_of(text: str) -> set[str]:
    """The words of a text, without places, options, paths, file names and identifiers."""
    text = re.sub(r"`[^`]*`|\{\{?[^}]*\}\}?|--[\w-]+|\S*[/_*.=^\[(]\S+|[„«“\"'][^„«»“”\"']*[”»“\"']", " ", text)
    return {word.casefold() for word in re.findall(r"[^\W\d_]{4,}", text)}


@pytest.mark.parametrize("language_of", LANGUAGES)
def test_that_no_english_word_is_left_in_a_translation(language_of: str) -> None:
    allowed = {*NAMES.split(), *LOANWORDS[language_of].split()}
    left = {
        code: sorted(found)
        for code, (source, translated) in messages_of(language_of).items()
        if (found := (words_of(source) & words_of(translated)) - allowed)
    }
    assert left == {}


def errors_as_shown() -> Iterator[str]:
    """Every error that reaches the window, in its language, with values of a usual length."""
    for text in filter(reaches_window, all_texts()):
        if text.error and text.parts:
            values = {name: value for part in text.parts.values() for name, value in sample(part).items()}
            error = VqganodipError(text.code or "", text.template or "", where=PLACE, todo=text.todo or "", **values)
            yield engine_messages.format_error(error)


PLACE: Final = "/srv/line 3/2026-03-04/ws-controller-board 000123.png"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
@pytest.mark.parametrize("shown_in", ["en", *LANGUAGES])
def test_that_no_error_is_cut_off_where_it_is_shown(qapp: QApplication, qtbot: QtBot, shown_in: str) -> None:
    translation.choose_language(qapp, shown_in)
    try:
        page, empty = QWidget(), EmptyState()
        qtbot.addWidget(page)
        qtbot.addWidget(empty)
        page.resize(1366 - 64, 768 - 120)
        empty.resize(1366 - 700, 768 - 120)
        strip = MessageStrip(page)
        for widget in (page, empty):
            widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            widget.show()
        for sentence in errors_as_shown():
            strip.show_message(sentence, MessageKind.ERROR)
            assert strip.text.heightForWidth(strip.text.width()) <= strip.text.height(), sentence
            assert page.rect().contains(strip.geometry()), sentence
            empty.show_state(IconName.WARNING, "", sentence, command=PLACE, button="…")
            assert empty.text.heightForWidth(empty.text.width()) <= empty.text.height(), sentence
            assert empty.minimumSizeHint().height() <= empty.height(), sentence
        longest = max(errors_as_shown(), key=len)
        dialog = ErrorDialog(longest, "Traceback", Path(PLACE))
        qtbot.addWidget(dialog)
        dialog.adjustSize()
        assert dialog.width() <= 1366
        assert dialog.height() <= 768
        assert all(label.heightForWidth(label.width()) <= label.height() for label in dialog.findChildren(QLabel))
    finally:
        translation.choose_language(qapp, "en")


VALUES: Final[Mapping[str, Value]] = {
    "count": 3,
    "share": 0.25,
    "name": "a {b}.png",
    "reason": message("role-admin", "admin"),
    "error": ImageError("image-empty", "is empty", where="a.png", todo="Take or export the picture again."),
}


def test_that_messages_and_errors_survive_json() -> None:
    told = message("some-code", "{count:,} {share:.0%} {name} {reason} {error}", **VALUES)
    again = Message.from_dict(json.loads(json.dumps(told.to_dict())))
    assert str(again) == str(told) == "3 25 % a {b}.png admin a.png: is empty. Take or export the picture again."
    assert again.values["reason"] == VALUES["reason"]
    error = StoreError("some-code", "{name}", where=message("place-study", "study"), todo="{count}.", **VALUES)
    read = error_from_dict(json.loads(json.dumps(error.to_dict())))
    assert type(read) is StoreError
    assert (read.code, str(read), read.to_dict()) == (error.code, str(error), error.to_dict())
    assert str(error_from_dict(error.to_dict() | {"class": "NoSuchError"})) == str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_that_every_text_survives_json() -> None:
    for text in all_texts():
        if text.parts:
            values = {name: value for part in text.parts.values() for name, value in sample(part).items()}
            error = VqganodipError(text.code or "", text.template or "", todo=text.todo or "", **values)
            assert str(error_from_dict(json.loads(json.dumps(error.to_dict())))) == str(error)


def test_that_plain_texts_are_stored_as_they_were_before_codes() -> None:
    assert plain("a {sentence}").to_json() == "a {sentence}"
    assert Message.from_dict("a {sentence}") == plain("a {sentence}")


@pytest.mark.usefixtures("german")
def test_that_an_error_is_translated_with_its_values_and_the_words_among_them() -> None:
    full = StoreError(
        "workspace-unwritable",
        "the workspace folder cannot be written ({error})",
        where="/data/line 3",
        todo="Choose a folder you may write to.",
        error=system_reason(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))),
    )
    assert str(full) == (
        "/data/line 3: the workspace folder cannot be written (No space left on device). "
        "Choose a folder you may write to."
    )
    assert engine_messages.format_error(full) == (
        "/data/line 3: in den Ordner des Arbeitsbereichs lässt sich nicht schreiben "
        "(kein Platz mehr auf dem Datenträger). Wählen Sie einen Ordner, in den Sie schreiben dürfen."
    )
    with pytest.raises(ReviewError) as refused:
        require(Role.OPERATOR, Permission.SEE_OPERATORS)
    assert engine_messages.format_error(refused.value) == (
        "Die Rolle Prüfer darf das nicht: Zahlen einzelner Prüfer sehen. "
        "Fragen Sie jemanden mit der Rolle Qualität, Administrator."
    )


@pytest.mark.usefixtures("german")
def test_that_names_of_people_and_files_are_not_translated() -> None:
    error = ReviewError("escape-board-unknown", "no board …", serial="quality", todo="")
    assert "Seriennummer quality" in engine_messages.translated_what(error)


def test_that_a_text_without_translation_stays_as_it_is(language: str) -> None:
    assert engine_messages.translated(plain("something unforeseen (x = 3)")) == "something unforeseen (x = 3)"
    assert engine_messages.translated(message("no-such-code", "{n:.1f} things", n=2.0)) == "2.0 things"
    strange = ImageError("no-such-code", "is strange", where="SN 1.png", todo="Look.")
    assert "SN 1.png" in engine_messages.format_error(strange)
    assert engine_messages.format_error(ValueError("as it is")) == "as it is"


def test_that_english_is_left_alone(qapp: QApplication) -> None:
    translation.choose_language(qapp, "en")
    error = ImageError("image-empty", "is empty", where="a.png", todo="Take or export the picture again.")
    assert engine_messages.format_error(error) == str(error)


NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


@pytest.mark.parametrize("rates", [(0.5, 0.55, 0.48, 0.52), (0.9, 0.95, 0.92, 0.88), (0.2, 0.9), (0.1, 0.12, 0.11)])
def test_that_every_verdict_of_the_turing_test_is_translated(language: str, rates: tuple[float, ...]) -> None:
    verdict = verdict_words(group_result(rates, margin=0.1, alpha=0.05))
    planned = planner_words(5, 0.155, 0.1, 0.06, 25)
    for text, english in ((verdict, str(verdict)), (planned, str(planned))):
        translated = engine_messages.translated(text)
        assert "{" not in translated
        alike = {*NAMES.split(), *LOANWORDS[language].split()}
        assert not (words_of(translated) & words_of(english)) - alike
        assert sorted(NUMBER.findall(translated)) == sorted(NUMBER.findall(english))
