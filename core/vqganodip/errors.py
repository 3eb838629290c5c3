"""The exception tree and the messages of the engine. Every error says what is wrong, where, and what to do about it.

VqganodipError
├── ImageError          an image that cannot be used
├── DatasetError        a folder that is not a usable data set
├── RegistrationError   a board that cannot be aligned to its reference board
├── WeightsError        published network weights that are missing or wrong
├── TrainingError       a training run that cannot start or continue
├── ScoringError        metric rows from which no score can be fitted
├── StatisticsError     numbers from which no statistic can be computed
├── BundleError         a model bundle that is missing, incomplete or altered
├── SettingsError       a setting outside its range
├── StoreError          a workspace that cannot be opened, read or written
├── ReviewError         a judgment that is not allowed here
├── ExportError         a file that could not be written
├── ClusterError        a cluster of workers that cannot be reached or used
└── TuringError         a study or session of the Visual Turing Test that cannot be planned, run or analysed

An error or a :class:`Message` carries a code, an English template and named values. The code identifies the text: the
window translates by it (``resources/languages/engine.*.ts``), so the English wording may change. Codes and templates
are literals at the place where they are used; a test reads them out of the source. ``str()`` fills the template.
"""

from __future__ import annotations

import errno
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, SupportsIndex, TypeAlias, Union

from vqganodip.number_format import fill_template
from vqganodip.printable import printable

__all__ = [
    "BundleError",
    "ClusterError",
    "DatasetError",
    "ExportError",
    "ImageError",
    "Message",
    "RegistrationError",
    "ReviewError",
    "ScoringError",
    "SettingsError",
    "StatisticsError",
    "StoreError",
    "TrainingError",
    "TuringError",
    "Value",
    "VqganodipError",
    "WeightsError",
    "error_from_dict",
    "fill",
    "joined",
    "message",
    "plain",
    "plain_error",
    "program_fault",
    "system_reason",
]

Value: TypeAlias = Union[str, int, float, Path, "Message", "VqganodipError"]
"""What a place of a template holds. Strings stay as they are in every language; messages and errors are translated."""


def fill(template: str, values: Mapping[str, Any], language: str = "en") -> str:
    """The template filled by ``number_format.fill_template``; the bare template when the values do not fit."""
    try:
        return fill_template(template, values, language)
    except (LookupError, ValueError, TypeError, AttributeError):
        return template


@dataclass(frozen=True, slots=True)
class Message:
    """A text of the engine.

    Attributes:
        code: Stable identifier in kebab case; empty for a text that has no translation, see :func:`plain`.
        template: English, with places as in ``{count:,}``, ``{share:.0%}`` or ``{count:board|boards}``.
        values: The values by place.
    """

    code: str
    template: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return fill(self.template, self.values)

    def to_dict(self) -> dict[str, Any]:
        """The message as JSON values."""
        return {"code": self.code, "template": self.template, "values": _values_to_json(self.values)}

    def to_json(self) -> dict[str, Any] | str:
        """As :meth:`to_dict`; a text without a code is that string."""
        return self.to_dict() if self.code else str(self)

    @classmethod
    def from_dict(cls, about: Mapping[str, Any] | str) -> Message:
        """The message of :meth:`to_dict` or :meth:`to_json`; a string, as older versions wrote them, is a plain text.

        Raises:
            KeyError, TypeError, ValueError: These are not the values of a message.
        """
        if isinstance(about, str):
            return plain(about)
        return cls(str(about["code"]), str(about["template"]), _values_from_json(about["values"]))


def message(code: str, template: str, /, **values: Value) -> Message:
    """A message with its values by name."""
    return Message(code, template, values)


def plain(text: str) -> Message:
    """A text that is shown as it is in every language."""
    return Message("", "{text}", {"text": text})


def plain_error(what: str, where: str = "", todo: str = "") -> VqganodipError:
    """An error whose texts are shown as they are in every language: that of an older version, or of another program."""
    return VqganodipError("", "{text}", where=where, todo="{advice}" if todo else "", text=what, advice=todo)


def program_fault(error: BaseException, where: str | Path = "") -> VqganodipError:
    """An unforeseen exception in words: a fault of the program."""
    return VqganodipError(
        "program-fault",
        "{kind}: {error}",
        where=where,
        todo="This is a fault of the program: report it with the log.",
        kind=type(error).__name__,
        error=str(error),
    )


def joined(parts: Sequence[Message]) -> Message:
    """Several messages with commas between them; at least one."""
    whole = parts[0]
    for part in parts[1:]:
        whole = message("list", "{first}, {rest}", first=whole, rest=part)
    return whole


def system_reason(error: OSError) -> Message:
    """Reason that the operating system gives; its code is the name of the error number, such as ``system-enospc``."""
    name = errno.errorcode.get(error.errno or 0)
    if name is None or not error.strerror:
        return plain(str(error.strerror or error))
    return Message(f"system-{name.lower()}", error.strerror.replace("{", "{{").replace("}", "}}"))


class VqganodipError(Exception):
    """Base of all errors that a user can act upon.

    Args:
        code: Stable identifier in kebab case.
        what: What is wrong, without a full stop; a template.
        where: The file, folder, setting or record concerned; empty when there is none.
        todo: What the user can do about it, one sentence with its full stop; a template.
        values: The values of both templates by place.
    """

    def __init__(
        self, code: str, what: str, /, *, where: str | Path | Message = "", todo: str = "", **values: Value
    ) -> None:
        self.code = code
        self.template = what
        self.todo_template = todo
        self.values: Mapping[str, Value] = values
        self.location = where if isinstance(where, Message) else printable(where)
        super().__init__(str(self))

    @property
    def what(self) -> str:
        """The problem, in English."""
        return fill(self.template, self.values)

    @property
    def problem(self) -> Message:
        """The problem as a message."""
        return Message(self.code, self.template, self.values)

    @property
    def where(self) -> str:
        """The file, folder, setting or record concerned, in English."""
        return printable(self.location)

    @property
    def todo(self) -> str:
        """The remedy, in English."""
        return fill(self.todo_template, self.values)

    def __str__(self) -> str:
        what, where, todo = self.what.removesuffix("."), self.where, self.todo
        head = f"{where}: {what}" if where else what
        return f"{head}. {todo}" if todo else f"{head}."

    def __reduce__(self) -> tuple[Any, ...]:
        arguments = (type(self), self.code, self.template, self.location, self.todo_template, dict(self.values))
        return _remade, arguments

    def to_dict(self) -> dict[str, Any]:
        """The error as JSON values."""
        return {
            "class": type(self).__name__,
            "code": self.code,
            "template": self.template,
            "todo_template": self.todo_template,
            "values": _values_to_json(self.values),
            "where": self.location.to_dict() if isinstance(self.location, Message) else self.location,
        }


def error_from_dict(about: Mapping[str, Any]) -> VqganodipError:
    """The error of :meth:`VqganodipError.to_dict`; one of an unknown class is a VqganodipError.

    Raises:
        KeyError, TypeError, ValueError: These are not the values of an error.
    """
    where = about["where"]
    return _remade(
        {cls.__name__: cls for cls in VqganodipError.__subclasses__()}.get(str(about["class"]), VqganodipError),
        str(about["code"]),
        str(about["template"]),
        where if isinstance(where, str) else Message.from_dict(where),
        str(about["todo_template"]),
        _values_from_json(about["values"]),
    )


def _remade(
    cls: type[VqganodipError], code: str, what: str, where: str | Message, todo: str, values: dict[str, Value]
) -> VqganodipError:
    return cls(code, what, where=where, todo=todo, **values)


def _values_to_json(values: Mapping[str, Value]) -> dict[str, Any]:
    return {name: _value_to_json(value) for name, value in values.items()}


def _value_to_json(value: Value) -> Any:
    if isinstance(value, Message):
        return {"message": value.to_dict()}
    if isinstance(value, VqganodipError):
        return {"error": value.to_dict()}
    if isinstance(value, str | Path):
        return str(value)
    number = int(value) if isinstance(value, SupportsIndex) else float(value)  # numpy's too
    return number if math.isfinite(number) else {"number": str(number)}


def _values_from_json(values: Mapping[str, Any]) -> dict[str, Value]:
    return {str(name): _value_from_json(value) for name, value in values.items()}


def _value_from_json(value: Any) -> Value:
    if not isinstance(value, Mapping):
        if not isinstance(value, str | int | float):
            raise TypeError(f"{value!r} is no value of a message")
        return value
    if "message" in value:
        return Message.from_dict(value["message"])
    return error_from_dict(value["error"]) if "error" in value else float(value["number"])


class ImageError(VqganodipError):
    """An image that cannot be used: unreadable, truncated, too small, too large."""


class DatasetError(VqganodipError):
    """A folder that is not a usable data set."""


class RegistrationError(VqganodipError):
    """A board that cannot be aligned to its reference board."""


class WeightsError(VqganodipError):
    """Published network weights that are missing or not what they should be."""


class TrainingError(VqganodipError):
    """A training run that cannot start or continue."""


class ScoringError(VqganodipError):
    """Metric rows from which no score or threshold can be fitted."""


class StatisticsError(VqganodipError):
    """Numbers from which no statistic can be computed: counts that are no rate, scores without labels."""


class BundleError(VqganodipError):
    """A model bundle that is missing, incomplete or altered."""


class SettingsError(VqganodipError):
    """A setting outside its range."""


class StoreError(VqganodipError):
    """A workspace that cannot be opened, read or written."""


class ReviewError(VqganodipError):
    """A judgment that is not allowed on this board, or by this person."""


class ExportError(VqganodipError):
    """A file that could not be written."""


class ClusterError(VqganodipError):
    """A cluster of workers that cannot be reached or used, or that was lost."""


class TuringError(VqganodipError):
    """A study or session of the Visual Turing Test that cannot be planned, run or analysed."""
