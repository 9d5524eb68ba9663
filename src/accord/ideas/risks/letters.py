"""The mails of warnings. What somebody said without a name is in none of them."""

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accord.base.people import letters
from accord.base.people.models import Person

from .models import ACCEPTS, ACTS, ASKED, DECLINES, ENDS, HANDED, LOOKED, LOUDER, READ, REOPENED, UNNAMED, Asking, Carried, Risk, Turn
from .naming import about


def asked(row: Asking, url: str) -> None:
    """Somebody is asked what they see coming."""

    def write() -> tuple[str, str]:
        told = {"name": row.asked_by.name if row.asked_by else "", "what": about(row.goal, row.initiative)}
        ask = (_("%(name)s asks what you see coming for “%(what)s”.") if told["what"] else _("%(name)s asks what you see coming.")) % told
        early = _("Early is a gift, even if it turns out to be nothing. Somebody must answer you by a day, and you see here what came of it.")
        return _("What do you see coming?"), "\n\n".join(filter(None, [ask, row.words, early]))

    letters.send(row.person, write, url)


def meant(row: Asking, url: str) -> None:
    """A mail came from their address: did they write it, and do they mean it as a warning?"""

    def write() -> tuple[str, str]:
        came = _("A mail from your address came to the address for early warnings. It is no warning yet: anybody can write a mail in your name.")
        ask = _("If it is from you, read it here and say that you mean it. If it is not, do nothing: nothing was raised, and nobody has read it.")
        return _("Did you mean to warn?"), f"{came}\n\n{ask}"

    letters.send(row.person, write, url)


def see_too(row: Risk, person: Person, url: str) -> None:
    """Somebody is asked whether they see it too."""

    def write() -> tuple[str, str]:
        what = about(row.goal, row.initiative)
        ask = _("Somebody sees something coming for “%(what)s”. Do you see it too?") % {"what": what} if what else _("Somebody sees something coming.")
        return _("Do you see this too?"), "\n\n".join(filter(None, [ask, quoted(row), _("One tap, and a word if you like.")]))

    letters.send(person, write, url)


def to_answer(row: Risk, url: str, *, turn: Turn | None = None, again: bool = False) -> None:
    """Whoever must answer hears what waits for them, and by when."""

    def write() -> tuple[str, str]:
        day = date_format(row.answer_by, "j F")
        ask = _("Whoever raised it waits for your answer by %(day)s: what is done about it, until when you accept it, or why not.") % {"day": day}
        subject = _("A warning waits for your answer, by %(day)s") % {"day": day}
        return subject, "\n\n".join(filter(None, [_("A reminder.") if again else _why(turn), said_about(row), quoted(row), ask]))

    letters.send(row.answerer, write, url)


def said_more(row: Risk, turn: Turn, url: str) -> None:
    """Whoever must answer reads what was added."""

    def write() -> tuple[str, str]:
        lead = _("Somebody said it more strongly.") if turn.kind == LOUDER else _("Whoever raised it said more.")
        return _("More on a warning you answer"), "\n\n".join(filter(None, [lead, said_about(row), _in_quotes(row, turn)]))

    letters.send(row.answerer, write, url)


def became(row: Risk, turn: Turn, person: Person, url: str) -> None:
    """Whoever raised it hears what came of it."""

    def write() -> tuple[str, str]:
        subject, said = _became(row, turn)
        return subject, "\n\n".join(filter(None, [said, said_about(row), _in_quotes(row, turn), _("The same link shows everything that came of it.")]))

    letters.send(person, write, url)


def to_carry(row: Carried, url: str = "") -> None:
    """Whoever is asked to pass something on. Neither what it says nor who it is from stands in a mail."""

    def write() -> tuple[str, list[str]]:
        ask = _("Somebody asks you to pass a warning on for them. What it says and who it is from stand in Accord, for you alone.")
        return _("Somebody asks you to pass something on"), [ask, url]

    letters.post(row.to, write)


def carried(row: Carried) -> None:
    """Whoever asked for it hears that it was passed on."""

    def write() -> tuple[str, list[str]]:
        said = _("%(name)s passed it on, in their own name. Yours is shown nowhere.") % {"name": row.to.name}
        return _("It was passed on"), [said, _("Your link shows what came of it.")]

    letters.post(row.person, write)


def carried_news(row: Carried) -> None:
    """Something came of it. No new link: that one was made would be written down beside the warning, and lead back to them."""

    def write() -> tuple[str, list[str]]:
        said = _("Something came of what you asked %(name)s to pass on.") % {"name": row.to.name}
        return _("News on what was passed on for you"), [said, _("Your link shows what came of it.")]

    letters.post(row.person, write)


def said_about(row: Risk) -> str:
    what = about(row.goal, row.initiative)
    return _("It is about “%(what)s”.") % {"what": what} if what else ""


def quoted(row: Risk) -> str:
    """What was seen, in its own words; of a warning without a name only that its words stand behind the link."""
    if row.how == UNNAMED:
        return _("It was said without a name, so its words stand behind the link only.")
    return _("“%(words)s”") % {"words": Truncator(row.sees).chars(400)}


def _in_quotes(row: Risk, turn: Turn) -> str:
    return _("“%(words)s”") % {"words": Truncator(turn.words).chars(600)} if turn.words and turn.by_id and row.how != UNNAMED else ""


def _why(turn: Turn | None) -> str:
    """Why it comes to them, where it did not from the start."""
    if turn is None:
        return ""
    if turn.kind == HANDED:
        return _("Whoever was asked first says that you are the one to answer it.")
    if turn.kind == REOPENED and turn.by_id is None:
        return _("It was accepted until today, and comes back by itself.")
    if turn.kind == REOPENED:
        return _("It is open again.")
    return _("It comes one step up, to you.") if turn.to_id else ""


def _became(row: Risk, turn: Turn) -> tuple[str, str]:
    """The subject, and what happened in a sentence."""
    told = {
        "who": turn.by.called if turn.by else "", "next": row.answerer.called, "day": date_format(row.answer_by, "j F"),
        "until": date_format(turn.until, "j F Y") if turn.until else "",
    }  # fmt: skip
    if turn.kind == ENDS:
        return _ended(row)
    subject, said = {
        READ: (_("Your warning was read"), _("%(who)s has read your warning. The answer comes by %(day)s.")),
        ASKED: (_("A question about your warning"), _("%(who)s asks you something about your warning.")),
        ACTS: (_("Something is done about your warning"), _("%(who)s answered: something changes.")),
        ACCEPTS: (_("Your warning was answered"), _("%(who)s answered: it is accepted until %(until)s. On that day it comes back by itself.")),
        DECLINES: (_("Your warning was answered"), _("%(who)s answered: nothing is done about it, and says why.")),
        HANDED: (_("Somebody else answers your warning"), _("Your warning is with %(next)s now. The answer comes by %(day)s.")),
        LOUDER: (_("Your warning goes one step up"), _("The day for an answer has passed. Your warning is with %(next)s now, who answers by %(day)s.")),
        LOOKED: (_("Your warning was looked at again"), _("%(who)s looked at your warning again.")),
        REOPENED: (_("Your warning is open again"), _("Your warning waits for an answer again, by %(day)s.")),
    }[turn.kind]
    return subject, said % told


def _ended(row: Risk) -> tuple[str, str]:
    ending = row.ending
    if not ending.came_true or ending.event is None:
        return _("Your warning is over: it did not come true"), _("What you saw coming did not come true. It was right to say it.")
    days = (ending.event.happened_on - row.warned_on).days
    told = {"what": ending.event.title, "day": date_format(ending.event.happened_on, "j F Y"), "days": days}
    said = _("It came true on %(day)s: %(what)s. You had said so %(days)d days ahead.") if days > 0 else _("It came true on %(day)s: %(what)s.")
    return _("What you saw coming came true"), said % told
