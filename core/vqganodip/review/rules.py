"""Rules of the review: second opinions, hidden probes, hidden findings, alarms.

They belong to the workspace and apply to everyone who judges there. Random choices derive from hashes of the records
and a seed, so that they can be reproduced years later and cannot be predicted at the station.
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

__all__ = ["HIGHEST_PROBE_RATE", "RULES_SETTING", "ReviewRules", "RulesStore", "draw", "read_rules", "set_rules"]

RULES_SETTING: Final = "review.rules"
"""Setting of a workspace that holds its rules."""

HIGHEST_PROBE_RATE: Final = 0.5
"""Highest number of probes per judged board."""


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """Rules of a workspace; the defaults disable everything.

    Attributes:
        second_share: Share of judged boards that go to a second person, blind; in [0, 1].
        probe_rate: Hidden probes per board that an operator judges; in [0, 0.5].
        verdict_first: Score, boxes and difference are hidden until the first judgment is stored.
        alarm_false_calls: Share of false calls among the last boards that raises an alarm
            (``review/process_alarms.py``); 0 for none.
        alarm_defects: The same for boards judged NG.
        seed: Seed of the random choices.
        second_since: Boards first judged up to this record are not drawn for a second opinion.
        probe_since: Judgments up to this record trigger no probe.
        set_by: Name of the person who set them; empty if they were never set.
        set_at: Time at which they were set, ISO 8601 in UTC.
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
        """True if any boards are judged blind."""
        return self.second_share > 0 or self.probe_rate > 0


class RulesStore(Protocol):
    """The part of a repository that stores the rules."""

    def get_setting(self, name: str) -> str | None: ...

    def put_setting(self, name: str, value: str, operator: str = "") -> None: ...


def draw(seed: int, *what: str | int) -> float:
    """Reproducible random number in [0, 1) for a purpose and a record: the first 52 bits of a sha256."""
    text = json.dumps([seed, *what], ensure_ascii=True, separators=(",", ":"))
    return int(hashlib.sha256(text.encode("ascii")).hexdigest()[:13], 16) / 16**13


def read_rules(store: RulesStore) -> ReviewRules:
    """Read the rules of a workspace; a damaged or unknown setting gives the defaults.

    Raises:
        StoreError: The workspace cannot be read.
    """
    try:
        kept = json.loads(store.get_setting(RULES_SETTING) or "{}")
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
    """Set the rules for future judgments; boards judged before are not affected.

    Args:
        store: Where they are stored.
        wanted: The shares, the limits of the alarms and ``verdict_first``; other fields are ignored. A greater share of
            second opinions includes all boards of a smaller one.
        last_record: Number of the newest record; 0 if there is none.
        operator: Name of the person who sets them.
        role: Their role; empty at an open station.
        clock: Source of the current time; replaced in tests.

    Raises:
        ReviewError: The role lacks the permission, the name is empty, or a share is out of range.
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
    store.put_setting(RULES_SETTING, json.dumps(asdict(rules), sort_keys=True), rules.set_by)
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
