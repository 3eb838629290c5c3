"""A week of judgments, written through the engine: three operators, codes, second opinions, probes, changes of mind."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vqganodip.records import Inspection, Region, Verdict
from vqganodip.review.blind_queue import BlindQueue
from vqganodip.review.judgments import JudgmentKind, QueueFilter, ReviewItem
from vqganodip.review.repository import Repository
from vqganodip.review.rules import ReviewRules
from vqganodip.review.session import ReviewSession
from vqganodip.scoring.verdict import decide
from vqganodip.types import Box

CODES = ("InsufficientSolder", "Short", "Tombstone", "ComponentMissing", "Contamination", "LiftedLead", "Solderball")
HOT = ((52, 40), (168, 96), (120, 30))
"""Places on the board at which false calls gather."""


def some_inspection(like: Inspection, number: int, chance: random.Random) -> tuple[Inspection, bool]:
    """Another board of the product, and whether it is defective."""
    defective = chance.random() < 0.12
    score = chance.betavariate(5, 3) if defective or chance.random() < 0.6 else chance.betavariate(2, 5)
    regions = []
    for _ in range(chance.randrange(1, 4) if score > 0.5 else 0):
        x, y = chance.choice(HOT) if chance.random() < 0.55 else (chance.randrange(20, 220), chance.randrange(20, 140))
        x, y = x + chance.randrange(-5, 6), y + chance.randrange(-5, 6)
        regions.append(Region(Box(x - 8, y - 6, x + 8, y + 6), 50.0, 60.0, 2))
    return (
        replace(
            like,
            image=Path(f"boards/SN{50000 + number}.png"),
            sha256=hashlib.sha256(f"history {number}".encode()).hexdigest(),
            score=round(score, 4),
            threshold=0.5,
            verdict=decide(score, 0.5),
            regions=tuple(regions),
            candidates=(),
        ),
        defective,
    )


def write_history(repository: Repository, like: ReviewItem, boards: int = 240, seed: int = 1) -> None:
    """Boards like one that the station has inspected, judged over the last hours until now."""
    chance = random.Random(seed)
    truth: dict[int, bool] = {}
    first = repository.count(QueueFilter()) + 1
    for number in range(boards):
        inspection, defective = some_inspection(like.inspection, number, chance)
        truth[repository.add_inspection(inspection, f"SN{50000 + number}").item_id] = defective
    now = [datetime.now(UTC) - timedelta(hours=9)]

    def clock() -> datetime:
        now[0] += timedelta(seconds=9 * 3600 / (boards * 1.6))
        return now[0]

    def judge(session: ReviewSession, item: ReviewItem, error: float) -> None:
        good = JudgmentKind.FALSE_CALL if item.inspection.verdict is Verdict.REVIEW else JudgmentKind.OK
        defective = truth[item.item_id] is not (chance.random() < error)
        kind = JudgmentKind.NG if defective else good
        if chance.random() < 0.02:
            kind = JudgmentKind.DOUBTFUL
        code = chance.choices(CODES, (30, 22, 14, 9, 7, 4, 3))[0] if kind is JudgmentKind.NG else ""
        session.judge(item, kind, round(chance.lognormvariate(0.9, 0.5), 2), code)

    errors = {"A. Dubois": 0.02, "M. Lenz": 0.05, "J. Kaya": 0.15}
    rules = ReviewRules(second_share=0.3, probe_rate=0.25, seed=4)
    sittings = {}
    for name in errors:
        view = BlindQueue(repository, rules, name)
        sittings[name] = (view, ReviewSession(view, name, "line 1", clock, "test", "", view.purpose))
    names = list(errors)
    for number in range(first, first + boards):
        name = names[(number // 20) % 3]
        view, session = sittings[name]
        judge(session, view.item(number), errors[name])
        if number % 10 == 0:
            view.update()
            for waiting in list(view.item_ids(QueueFilter())):
                if view.waits(waiting):
                    judge(session, view.item(waiting), errors[name])
