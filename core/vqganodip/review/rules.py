"""The rules of the review: boards that a second person judges, how often hidden probes return, what is shown first.

They belong to the workspace, not to a person's settings: whoever judges there works under the same rules. Which board
goes to a second person and when a probe returns follows from hashes of the records and a seed, so that it can be
computed again years later and nobody at the station can tell beforehand.
"""

from __future__ import annotations

import hashlib
import json
import math
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from typing import Final, Protocol

from vqganodip.errors import ReviewError, message
from vqganodip.review.accounts import Permission, require

__all__ = ["HIGHEST_PROBE_RATE", "ReviewRules", "RulesStore", "draw", "read_rules", "set_rules"]

_SETTING: Final = "review.rules"
HIGHEST_PROBE_RATE: Final = 0.5
"""More probes than boards would be an examination, not a shift."""


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """What holds in a workspace; without any rule set, nothing of it.

    Attributes:
        second_share: Share of judged boards that go to a second person, blind; in [0, 1].
        probe_rate: Hidden probes per board that an operator judges; in [0, 0.5].
        verdict_first: Score, boxes and difference are hidden until the first judgment is stored.
        alarm_false_calls: Share of false calls among the last boards that raises an alarm
            (``review/process_alarms.py``); 0 for none.
        alarm_defects: The same for boards judged NG.
        seed: Of the draws.
        second_since: Boards first judged up to this record are not drawn for a second opinion.
        probe_since: Judgments up to this record call for no probe.
        set_by: Who set them; empty while nobody has.
        set_at: When, ISO 8601 in UTC.
    """

    second_share: float = 0.0
    probe_rate: float = 0.0
    verdict_first: bool = False
    alarm_false_calls: float = 0.0
    alarm_defects: float = 0.0
    seed: int = 0
    second_since: int = 0
    probe_since: int = 0
    set_by: str = ""
    set_at: str = ""

    @property
    def blind(self) -> bool:
        """Whether anything is judged blind."""
        return self.second_share > 0 or self.probe_rate > 0


class RulesStore(Protocol):
    """The part of a repository that keeps the rules."""

    def get_setting(self, name: str) -> str | None: ...

    def put_setting(self, name: str, value: str) -> None: ...


def draw(seed: int, *what: str | int) -> float:
    """A number in [0, 1) that follows from the seed and what it is drawn for: the first 52 bits of a sha256."""
    text = json.dumps([seed, *what], ensure_ascii=True, separators=(",", ":"))
    return int(hashlib.sha256(text.encode("ascii")).hexdigest()[:13], 16) / 16**13


def read_rules(store: RulesStore) -> ReviewRules:
    """The rules of a workspace; those of a damaged or unknown setting are none.

    Raises:
        StoreError: The workspace cannot be read.
    """
    try:
        kept = json.loads(store.get_setting(_SETTING) or "{}")
        known = {f.name: kept[f.name] for f in fields(ReviewRules) if f.name in kept}
        rules = ReviewRules(**known)
        _check(rules)
    except (ValueError, TypeError, AttributeError, ReviewError):
        return ReviewRules()
    return rules


def set_rules(
    store: RulesStore,
    wanted: ReviewRules,
    *,
    last_record: int,
    operator: str,
    role: str = "",
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> ReviewRules:
    """Sets the rules from now on: boards judged before are not called back.

    Args:
        store: Where they are kept.
        wanted: Its shares, its rates and ``verdict_first`` are taken; the rest is decided here. A greater share of
            second opinions contains all the boards of a smaller one.
        last_record: Number of the newest record, 0 when there is none.
        operator: Who sets them.
        role: Their role; empty at an open station.
        clock: For tests.

    Raises:
        ReviewError: The role may not, nobody is named, or a share is outside its range.
        StoreError: They could not be written.
    """
    require(role, Permission.SET_RULES)
    if not operator.strip():
        raise ReviewError("rules-name-missing", "the rules of the review need a name", todo="Enter who sets them.")
    before = read_rules(store)
    rules = replace(
        before,
        second_share=wanted.second_share,
        probe_rate=wanted.probe_rate,
        verdict_first=wanted.verdict_first,
        alarm_false_calls=wanted.alarm_false_calls,
        alarm_defects=wanted.alarm_defects,
        seed=before.seed or secrets.randbits(48) | 1,
        second_since=before.second_since if before.second_share > 0 else last_record,
        probe_since=before.probe_since if before.probe_rate == wanted.probe_rate else last_record,
        set_by=operator.strip(),
        set_at=clock().astimezone(UTC).isoformat(timespec="seconds"),
    )
    _check(rules)
    store.put_setting(_SETTING, json.dumps(asdict(rules), sort_keys=True))
    return rules


def _check(rules: ReviewRules) -> None:
    for name, value, highest in (
        (message("rule-second-share", "share of second opinions"), rules.second_share, 1.0),
        (message("rule-probe-rate", "rate of hidden probes"), rules.probe_rate, HIGHEST_PROBE_RATE),
        (message("rule-alarm-false-calls", "limit of false calls"), rules.alarm_false_calls, 1.0),
        (message("rule-alarm-defects", "limit of defects"), rules.alarm_defects, 1.0),
    ):
        if not (math.isfinite(value) and 0 <= value <= highest):
            raise ReviewError(
                "rule-out-of-range",
                "a {name} of {value}",
                todo="Give a number from 0 to {highest:g}.",
                name=name,
                value=value,
                highest=highest,
            )
