"""Endless scripted shift that inspects, judges, corrects and undoes until it is killed.

Run as a program: ``python scripted_shift.py WORKSPACE SEED``. A line on stdout is an acknowledgement: the record it
names must be in the workspace even if the program is killed immediately afterwards.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from vqganodip.records import Verdict
from vqganodip.review.blind_queue import BlindQueue
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueState, RegionJudgment
from vqganodip.review.rules import ReviewRules
from vqganodip.review.session import ReviewSession
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import sample_inspection

RULES = ReviewRules(second_share=0.5, probe_rate=0.3, seed=9)


def acknowledge(word: str, number: int, seal: str) -> None:
    sys.stdout.write(f"{word} {number} {seal}\n")
    sys.stdout.flush()


def work(folder: Path, seed: int) -> None:
    """Run the shift, which never ends by itself."""
    chance = random.Random(seed)
    repository = open_workspace(folder).repository
    view = BlindQueue(repository, RULES, chance.choice(["Ann", "Bob", "Cem"]))
    session = ReviewSession(view, view.operator, "line 1", lambda: datetime.now(UTC), "test", "", view.purpose)
    view.update()
    while True:
        if repository.count(QueueFilter(state=QueueState.UNJUDGED)) < 3:
            number = repository.count(QueueFilter()) + 1
            score = round(chance.uniform(0.2, 0.99), 3)
            item = repository.add_inspection(sample_inspection(number, score=score), f"SN {number}")
            acknowledge("board", item.item_id, item.inspection.sha256)
        todo = session.next_unjudged(QueueFilter(), session.position)
        assert todo is not None
        item = session.open(todo)
        acknowledge("open", todo, "-")
        kinds = [JudgmentKind.NG, JudgmentKind.OK, JudgmentKind.DOUBTFUL]
        if item.inspection.verdict is Verdict.REVIEW:
            kinds.append(JudgmentKind.FALSE_CALL)
        kind = chance.choice(kinds)
        regions = [RegionJudgment(item.inspection.regions[0].box, kind)] if chance.random() < 0.3 else []
        code = "Short" if kind is JudgmentKind.NG else ""
        stored = session.judge(item, kind, chance.uniform(0.5, 4), code, "=x\n" * chance.randrange(3), regions)
        acknowledge("judgment", stored.record_id, stored.row_hash)
        if chance.random() < 0.25:
            back = session.undo()
            assert back is not None
            acknowledge("judgment", back.record_id, back.row_hash)
        view.update()


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]))
