"""The moves of a decision: planned, taken, told in a brief, handed over, acknowledged or objected to."""

from accord.ideas.worth import actions as worth
from accord.ideas.worth.rules.decision import Outcome, Reply

from .moves import FACILITATOR
from .stage import Stage, in_days


def plans(on: Stage, who: str, days: int) -> None:
    """Who decides, and by when."""
    worth.plan_decision(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, person_id=on.id(who), due=in_days(days))


def decides(on: Stage, who: str, outcome: Outcome, reasons: str, *, option: str = "", again_in: int = 0, although: str = "") -> None:
    """Somebody decides, and the facilitator records it; `although` says why now, with questions still open."""
    worth.record_decision(
        by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, outcome=outcome, reasons=reasons, decided_by_id=on.id(who), option=option,
        review_on=in_days(again_in) if again_in else None, open_reason=although,
    )  # fmt: skip


def briefs(on: Stage, *who: str, note: str = "") -> None:
    """The brief goes to whom it concerns."""
    sent = worth.send_brief(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, person_ids=[on.id(one) for one in who], note=note)
    on.kept.sent = {one: sent_one.sending.id for one, sent_one in zip(who, sent, strict=True)}


def hands_over(on: Stage, *who: str, note: str = "") -> None:
    """To those who deliver it."""
    sent = worth.hand_over(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, person_ids=[on.id(one) for one in who], note=note)
    on.kept.sent = {one: sent_one.sending.id for one, sent_one in zip(who, sent, strict=True)}


def has_read(on: Stage, *who: str) -> None:
    """They say that they have it."""
    for one in who:
        worth.acknowledge(by=on.link(one), sending_id=on.kept.sent[one], reply=Reply.ACKNOWLEDGED)


def objects(on: Stage, who: str, words: str) -> None:
    worth.acknowledge(by=on.link(who), sending_id=on.kept.sent[who], reply=Reply.OBJECTED, words=words)
