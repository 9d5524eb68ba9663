"""The mails of listening."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people import letters
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from .models import Asking, PlaybackVersion


def question(asking: Asking, url: str, *, again: bool = False) -> None:
    """Somebody is asked something."""

    def write() -> tuple[str, str]:
        who, count = asking.asked_by, asking.questions.count()
        facts = {"who": who.called, "name": who.name, "n": count}
        subject = ngettext("%(who)s has a question for you", "%(who)s has %(n)d questions for you", count) % facts
        words = (
            ngettext("%(name)s would like to ask you one thing. It takes about a minute.", "%(name)s would like to ask you %(n)d things, one at a time.", count)
            % facts
        )
        lines = [_("A reminder, the only one.")] if again else []
        return subject, "\n\n".join([*lines, words, *([asking.note] if asking.note else [])])

    letters.send(asking.person, write, url)


def playback(by: Actor, version: PlaybackVersion, url: str, *, again: bool = False) -> None:
    """Somebody is asked whether we heard them right."""

    def write() -> tuple[str, str]:
        lines = [_("A reminder, the only one.")] if again else []
        words = _("%(name)s wrote down what you said, and asks whether it is right. You say yes or not quite to each sentence; it takes about a minute.") % {
            "name": by.name
        }
        return _("Did we hear you right?"), "\n\n".join([*lines, words])

    letters.send(version.playback.person, write, url)


def confirm_request(by: Actor, person: Person, url: str) -> None:
    """Somebody filed a request for them."""

    def write() -> tuple[str, str]:
        facts = {"name": by.name, "who": by.job or by.name}
        return _("%(who)s wrote down a request for you") % facts, _("%(name)s filed a request on your behalf, and asks whether it says what you mean.") % facts

    letters.send(person, write, url)
