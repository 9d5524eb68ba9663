"""The mails of goals."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.base.people import letters
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from .models import Confirmed, GoalVersion, RecallCheck, Reset, TeachBack
from .queries import LinkNow


def changed(by: Actor, link: LinkNow, version: GoalVersion, url: str) -> None:
    """Somebody who works for a goal is told of it, and asked what it means for their work."""

    def write() -> tuple[str, str]:
        told = {"goal": version.title, "what": link.called, "name": by.name}
        subject = (_("“%(goal)s” has changed") if link.row.agreed else _("You work for “%(goal)s”")) % told
        ask = _("%(name)s asks what that means for “%(what)s”, in a sentence of your own.") % told
        return subject, "\n\n".join(filter(None, (version.title, version.reason or version.why, ask)))

    if link.speaker is not None:
        letters.send(link.speaker, write, url)


def taught(by: Actor, said: TeachBack, owner: Person, url: str) -> None:
    """An owner reads what somebody says the goal means for them."""

    def write() -> tuple[str, str]:
        told = {"name": by.name, "goal": said.version.title}
        words = _("%(name)s wrote down what “%(goal)s” means for their work. Is that what it means?") % told
        return _("Is this what your goal means?"), f"{words}\n\n“{said.words}”"

    letters.send(owner, write, url)


def corrected(by: Actor, verdict: Confirmed, url: str) -> None:
    """Whoever said what a goal means for them reads what it means instead."""

    def write() -> tuple[str, str]:
        told = {"name": by.name, "goal": verdict.teach_back.version.title}
        words = _("%(name)s, who answers for “%(goal)s”, means something else. Would you say it once more, in your words?") % told
        return _("Not quite what the goal means"), f"{words}\n\n“{verdict.words}”"

    letters.send(verdict.teach_back.person, write, url)


def picture(by: Actor, reset: Reset, person: Person, url: str, *, again: bool = False) -> None:
    """Somebody who takes part in a reset is asked what they see when it went well."""

    def write() -> tuple[str, str]:
        day = date_format(reset.picture_on, "j F Y")
        question = _("It is %(day)s and this went well. What do you see?") % {"day": day}
        ask = _("%(name)s asks you to write it down before you meet: a few sentences, until %(until)s. Nobody reads yours before all have written.") % {
            "name": by.name, "until": date_format(reset.answer_by, "j F"),
        }  # fmt: skip
        lines = [_("A reminder.")] if again else []
        return question, "\n\n".join([*lines, reset.why, question, ask])

    letters.send(person, write, url)


def recall(by: Actor, check: RecallCheck, person: Person, url: str, *, again: bool = False) -> None:
    """Somebody is asked what matters most; the letter names no goal, or it would do the remembering for them."""

    def write() -> tuple[str, str]:
        told = {"name": by.name, "until": date_format(check.closes_on, "j F")}
        ask = _("%(name)s asks. It takes a minute, until %(until)s. Your name is not kept with what you write.") % told
        lines = [_("A reminder.")] if again else []
        return _("What matters most to you? One minute"), "\n\n".join([*lines, check.question, ask])

    letters.send(person, write, url)


def recalled(check: RecallCheck, owner: Person, url: str) -> None:
    """An owner is asked which goal each answer means."""

    def write() -> tuple[str, str]:
        words = _("People have said what matters most to them. Which of our goals does each answer mean? You see their words, and nobody’s name.")
        return _("Did people name your goal?"), f"{check.question}\n\n{words}"

    letters.send(owner, write, url)


def in_accord(reset: Reset, person: Person, goals: list[str]) -> None:
    """Whoever took part in a reset hears that it is over, and what both sides hold now."""

    def write() -> tuple[str, list[str]]:
        told = _("The reset is over: everything that works for it holds what was agreed, on both sides.")
        again = _("We look again on %(day)s.") % {"day": date_format(reset.look_again, "j F Y")} if reset.look_again else ""
        return _("Both sides hold the same goal again"), [told, "\n".join(f"“{one}”" for one in goals), again]

    letters.post(person, write)
