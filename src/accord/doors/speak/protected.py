"""What is protected, in plain words for an employee: one sentence, one test (`tests/anonymity/test_protected.py`, found by the key)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Chapter:
    """icon, heading, and sentences by key."""

    icon: str
    heading: str | Promise
    sentences: dict[str, str | Promise]


CHAPTERS = (
    Chapter("check", _("What is stored"), {
        "words_with_week": _("Your words, encrypted, with the Monday of the week in which you wrote them."),
        "crowd": _("How many people could have written it and, only if you choose one, the side or team you named."),
        "padded": _("Before they are encrypted your words are filled up to one of three lengths, so that their length says little."),
        "code": _("Of your code a keyed fingerprint. Nobody can work your code out from it, and we cannot find it again for you."),
    }),
    Chapter("quiet", _("What is never stored"), {
        "no_person": _("Who you are. There is no place here for a name, an account, a mail address or a number of yours, unless you take the credit."),
        "no_device": _("Your address on the network, your device, your browser, and the page you came from. They are thrown away before a page is made."),
        "no_time": _("The day and the time. What you write lies on a pile until a minute of the night that nobody knows, and is mixed with the rest."),
        "no_cookie": _("Anything in your browser: no cookie is set, no script runs, and nothing is loaded from another house."),
        "no_log": _("That you were here. No list of visits is kept, and Accord’s journal has no entry of what you do."),
    }),
    Chapter("lock", _("Who can read it"), {
        "listeners": _("The listeners named on the first page read your very words. Nobody else in Accord does, whatever their role."),
        "others": _("Everybody else reads it in a listener’s words."),
        "notes": _("Listeners can make notes for themselves. You do not see those, and neither does anybody else."),
        "whoever_has_code": _("Whoever has your code reads the conversation, and can answer in your place."),
        "credit": _("If you take the credit, the name you write is read by the listeners and shown with the warning. That cannot be undone."),
    }),
    Chapter("flag", _("What those who run this server can see"), {
        "operators": _("They hold the database and the key. Together these open your words; neither does alone."),
        "live": _("They could watch the server live, and see from which address it is asked at that moment. Accord cannot keep them from it."),
        "backups": _("A backup holds what the database holds. Made before the night’s mixing it has the pile, whose rows lie in no order."),
        "postgresql": _("Where the database is PostgreSQL, its own running records can show in which night something came, to whoever takes it apart."),
    }),
    Chapter("arrow", _("What leaves this server"), {
        "nothing_leaves": _("Nothing, because you wrote: listeners find it in Accord. Only their own words go out, in a letter to whoever must answer."),
        "no_letter_to_you": _("No answer is sent to you. It waits here until you come with your code."),
    }),
)  # fmt: skip
