"""What came true, and how early we were told, in sentences and drawn; whether warnings are answered; what stated chances were worth."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import quantiles
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import clock
from accord.base.estimate.scoring import JUDGED_FROM, SHOWN_FROM, Chances, Ranges
from accord.base.paper import charts, web
from accord.base.paper.charts import Foretold
from accord.base.paper.figure import Figure, Markup
from accord.base.people import reader
from accord.base.people.models import Client
from accord.base.people.rules import Actor

from ..models import Event
from ..queries import answered, record, scored
from ..queries.answered import Share
from ..queries.record import CameTrue, Recorded
from ..queries.scored import Scored
from ..rules.headlines import record_headline
from ..rules.leadtime import LeadTime

MOST = 12  # rows of the figure on the register; the full list has all
SPREAD_FROM = 4  # told beforehand, before the middle half of them is said


@dataclass(frozen=True)
class Told:
    """One thing that came true. lead: how early we were told, in a sentence; rest: what it cost, what is done since."""

    event: Event
    lead: str
    rest: str


@dataclass(frozen=True)
class Record:
    """The third part of the register: what came true within twelve months. figure: None while nothing did. answered: sentences, empty while fewer
    than five are due. earlier: something came true before that, too."""

    headline: str
    figure: Figure | None
    table: Markup
    key: Markup
    source: str
    answered: tuple[str, ...]
    more: int
    may_write: bool


@dataclass(frozen=True)
class Everything:
    """The page behind it: all that came true, the latest first, and what stated chances and costs were worth."""

    headline: str
    rows: tuple[Told, ...]
    more: int
    source: str
    answered: tuple[str, ...]
    chances: tuple[str, ...]
    curve: Figure | None
    costs: tuple[str, ...]
    may_write: bool


def came_true(by: Actor) -> Record:
    found, currency = record.lately(), _currency(by)
    rows = sorted(found.rows, key=lambda row: (-row.ahead, -row.event.happened_on.toordinal()))
    figure = _figure(rows[:MOST], currency, headline(found.leads)) if rows else None
    more = max(0, len(rows) - MOST)
    table = web.as_table(figure, reader.voice().words) if figure else Markup("")
    return Record(headline(found.leads), figure, table, key(), _source(found), tuple(_answered()), more, by.may("risks.edit"))


def _currency(by: Actor) -> str:
    return Client.objects.get(id=by.client_id).currency


def everything(by: Actor) -> Everything:
    found, score, currency = record.recorded(), scored.scored(), _currency(by)
    rows = tuple(Told(row.event, lead(row), rest(row, currency)) for row in found.rows[: record.MOST])
    more = max(0, len(found.rows) - record.MOST)
    return Everything(
        headline(found.leads), rows, more, _source(found), tuple(_answered()), tuple(_chances(score)), _curve(score), tuple(_costs(score)),
        by.may("risks.edit"),
    )  # fmt: skip


def told_of_work(by: Actor, initiative_id: UUID) -> tuple[Told, ...]:
    """What came true of one piece of work."""
    rows = record.of_work(initiative_id)
    currency = _currency(by) if rows else ""
    return tuple(Told(row.event, lead(row), rest(row, currency)) for row in rows)


def key() -> Markup:
    return charts.ahead_key(_("told"), _("answered"), _("days it takes to act"))


def headline(leads: LeadTime) -> str:
    """Six came true: five were said beforehand, four with time to act."""
    told = record_headline(leads)
    if told.key == "nothing_came_true":
        return _("Nothing has come true that we know of")
    came, said, timely = (int(told.numbers[name]) for name in ("came_true", "said", "in_time"))
    first = capfirst(ngettext("one came true", "%(words)s came true", came) % {"words": apnumber(came)})
    if told.key == "none_said":
        return _("%(first)s: nobody had said so") % {"first": first}
    if told.key == "all_in_time":
        both = ngettext("it was said beforehand, with time to act", "all were said beforehand, with time to act", came)
        return f"{first}: {both}"
    before = ngettext("one was said beforehand", "%(words)s were said beforehand", said) % {"words": apnumber(said)}
    if told.key == "all_said":
        before = ngettext("it was said beforehand", "all were said beforehand", came)
    time = ngettext("one with time to act", "%(words)s with time to act", timely) % {"words": apnumber(timely)} if timely else _("none with time to act")
    return f"{first}: {before}, {time}"


def lead(row: CameTrue) -> str:
    """We were told 41 days ahead and answered on day 3."""
    n = row.ahead
    if not n:
        return _("Nobody had said.")
    if row.at_least:
        told = ngettext("We were told at least %(n)d day ahead", "We were told at least %(n)d days ahead", n) % {"n": n}
        return _("%(told)s and answered.") % {"told": told} if row.answered_on else _("%(told)s. Nobody answered.") % {"told": told}
    told = ngettext("We were told %(n)d day ahead", "We were told %(n)d days ahead", n) % {"n": n}
    if row.answered_on is None or row.told_on is None:
        return _("%(told)s. Nobody answered.") % {"told": told}
    day = (row.answered_on - row.told_on).days
    if not day:
        return _("%(told)s and answered the same day.") % {"told": told}
    return _("%(told)s and answered on day %(day)d.") % {"told": told, "day": day}


def rest(row: CameTrue, currency: str) -> str:
    """It takes 14 days to act. It cost €4,000. The warning had said €20,000 to €70,000. What is done since."""
    return " ".join([*_too_late(row), *_cost(row, currency), row.event.learned]).strip()


def _too_late(row: CameTrue) -> Iterator[str]:
    if row.needs and 0 < row.ahead < row.needs:
        yield ngettext("It takes %(n)d day to act.", "It takes %(n)d days to act.", row.needs) % {"n": row.needs}


def _cost(row: CameTrue, currency: str) -> Iterator[str]:
    voice, event = reader.voice(currency), row.event
    if event.cost_low is None or event.cost_high is None:
        return
    yield _("It cost %(amount)s.") % {"amount": voice.exact_range(event.cost_low, event.cost_high)}
    if (said := row.had_said) and said.loss_low is not None and said.loss_high is not None:
        yield _("The warning had said %(amount)s.") % {"amount": voice.exact_range(said.loss_low, said.loss_high)}


def day(on: date) -> str:
    # Translators: date formats of Django, day and month without and with the year
    return date_format(on, _("j F") if (clock.today() - on).days < 300 else _("j F Y"))


def _figure(rows: Iterable[CameTrue], currency: str, title: str) -> Figure:
    headers = (_("What came true"), _("When"), _("Told, days ahead"), _("Answered, days ahead"), _("Days it takes to act"))
    items = [_foretold(row, currency) for row in rows]

    def days_ahead(n: int) -> str:
        return ngettext("%(n)d day ahead", "%(n)d days ahead", n) % {"n": n}

    return charts.ahead(
        items, voice=reader.voice(), title=title, subtitle="", headers=headers, days_ahead=days_ahead, came_true=_("came true"), never=_("never")
    )


def _foretold(row: CameTrue, currency: str) -> Foretold:
    answered_ahead = (row.event.happened_on - row.answered_on).days if row.answered_on else None
    if answered_ahead is not None and row.at_least:
        answered_ahead = min(answered_ahead, row.ahead)
    first, needs = lead(row), ""
    if row.needs:
        needs = ngettext("It takes %(n)d day to act.", "It takes %(n)d days to act.", row.needs) % {"n": row.needs}
    described = f"{row.event.title}: {first} {needs}".strip().removesuffix(".")
    return Foretold(row.event.title, day(row.event.happened_on), row.ahead, answered_ahead, row.needs, first, rest(row, currency), described)


def _source(found: Recorded) -> str:
    leads = found.leads
    said = [_("Twelve months.") if found.since else _("All that was written down.")]
    said += [*_typically(leads), *_in_time(leads), *_false_alarms(leads)]
    return " ".join([*said, _("Only warnings sealed before the day count, and hindsight never does.")])


def _typically(leads: LeadTime) -> Iterator[str]:
    ahead = sorted(n for n in leads.leads.values() if n > 0)
    if leads.median_lead is None:
        return
    n = round(leads.median_lead)
    if len(ahead) < SPREAD_FROM:
        yield ngettext("Typically told %(n)d day ahead.", "Typically told %(n)d days ahead.", n) % {"n": n}
    else:
        low, _middle, high = quantiles(ahead, n=4, method="inclusive")
        told = {"n": n, "low": round(low), "high": round(high)}
        yield ngettext(
            "Typically told %(n)d day ahead, half of them %(low)d to %(high)d.", "Typically told %(n)d days ahead, half of them %(low)d to %(high)d.", n
        ) % told
    if len(ahead) < len(leads.leads) and leads.mean_lead is not None:
        n = round(leads.mean_lead)
        yield ngettext("With those nobody had said, %(n)d day on average.", "With those nobody had said, %(n)d days on average.", n) % {"n": n}


def _in_time(leads: LeadTime) -> Iterator[str]:
    if n := len(leads.leads):
        low, high = tens(*leads.timely_between)
        told = {"words": apnumber(n), "low": low, "high": high}
        yield ngettext(
            "With one, the true share told in time could be anywhere from %(low)d to %(high)d in 10.",
            "With %(words)s, the true share told in time could be anywhere from %(low)d to %(high)d in 10.", n,
        ) % told  # fmt: skip


def tens(low: float, high: float) -> tuple[int, int]:
    """An interval in tenths, never narrower than it is."""
    return int(low * 10), -int(-high * 10 // 1)


def _false_alarms(leads: LeadTime) -> Iterator[str]:
    """Only where somebody stated a high chance: what was called unlikely and did not come is no false alarm."""
    if leads.stated and leads.false_alarms is not None:
        n = round(leads.stated * leads.false_alarms)
        if not n:
            yield ngettext(
                "The one warning stated at 50 in 100 or more came true.", "All %(all)d warnings stated at 50 in 100 or more came true.", leads.stated
            ) % {"all": leads.stated}
            return
        yield ngettext(
            "Of %(all)d warning stated at 50 in 100 or more, %(n)d did not come true.",
            "Of %(all)d warnings stated at 50 in 100 or more, %(n)d did not come true.", leads.stated,
        ) % {"all": leads.stated, "n": n}  # fmt: skip


def _answered() -> Iterator[str]:
    found = answered.answered()
    if found.read.enough:
        told = ngettext(
            "%(in_time)d of %(due)d warnings were read within %(n)d day", "%(in_time)d of %(due)d warnings were read within %(n)d days", found.read.days
        )
        yield _share(found.read, told)
    if found.answered.enough:
        told = ngettext(
            "%(in_time)d of %(due)d warnings were answered within %(n)d day", "%(in_time)d of %(due)d warnings were answered within %(n)d days",
            found.answered.days,
        )  # fmt: skip
        yield _share(found.answered, told)


def _share(one: Share, told: str) -> str:
    low, high = (round(100 * end) for end in one.between)
    between = _("in the long run %(low)d to %(high)d in 100") % {"low": low, "high": high}
    return f"{told % {'in_time': one.in_time, 'due': one.due, 'n': one.days}}, {between}."


def _chances(score: Scored) -> Iterator[str]:
    if score.chances is None:
        if score.resolved < SHOWN_FROM:
            told = {"n": score.resolved, "from": SHOWN_FROM}
            yield ngettext(
                "So far %(n)d warning with a stated chance is over. From %(from)d on we say what such chances are worth.",
                "So far %(n)d warnings with a stated chance are over. From %(from)d on we say what such chances are worth.", score.resolved,
            ) % told  # fmt: skip
        else:
            yield _("Too few people stated chances: what they are worth would be a score of somebody.")
        return
    yield from _worth(score.chances)


def _worth(found: Chances) -> Iterator[str]:
    told = {"n": found.n, "brier": f"{found.brier:.2f}"}
    yield _("%(n)d warnings with a stated chance are over. As the chance counts the middle of its range.") % told
    if found.skill is None:
        yield _("All of them ended alike, so nothing can be said about the chances yet.")
        return
    if found.skill > 0.05:
        yield _("The chances told more than always saying the usual share would have.")
    elif found.skill < -0.05:
        yield _("The chances told less than always saying the usual share would have.")
    else:
        yield _("The chances told about as much as always saying the usual share would have.")
    if abs(found.mean_p_minus_rate) >= 0.05:
        n = round(100 * abs(found.mean_p_minus_rate))
        yield (_("On average they were %(n)d in 100 too high.") if found.mean_p_minus_rate > 0 else _("On average they were %(n)d in 100 too low.")) % {"n": n}
    parts = {"brier": _two(found.brier), "off": _two(found.miscalibration), "apart": _two(found.discrimination), "unsure": _two(found.uncertainty)}
    yield _(
        "Brier score %(brier)s, 0 is perfect: %(off)s for chances that were off, less %(apart)s for telling apart what came true, plus %(unsure)s for how "
        "uncertain it was."
    ) % parts
    yield _("Skill %(skill)s: 1 is perfect, 0 no better than the usual share.") % {"skill": _two(found.skill)}


def _two(x: float) -> str:
    return reader.voice().number(round(x, 2))


def _curve(score: Scored) -> Figure | None:
    if not score.curve:
        return None
    levels = [charts.Level(one.low, one.high, one.n, one.came) for one in score.curve]
    headers = (_("Chance that was stated"), _("Warnings"), _("Came true"))
    return charts.said(
        levels, voice=reader.voice(), title=_("What stated chances were worth"), subtitle=_("On the dashed line, what was said is what came true."),
        headers=headers, across=_("Chance that was stated, in 100"), up=_("Came true, of 100"),
    )  # fmt: skip


def _costs(score: Scored) -> Iterator[str]:
    if score.ranges is None:
        told = {"n": score.costs, "from": JUDGED_FROM}
        yield ngettext(
            "Of %(n)d warning that came true, what it cost can be laid beside what had been said. From %(from)d on we say how well that fits.",
            "Of %(n)d warnings that came true, what it cost can be laid beside what had been said. From %(from)d on we say how well that fits.", score.costs,
        ) % told  # fmt: skip
        return
    yield from _held(score.ranges)


def _held(found: Ranges) -> Iterator[str]:
    low, high = (round(100 * end) for end in found.ci90)
    told = {"n": found.n, "held": round(found.hit_rate * found.n), "low": low, "high": high}
    yield _("What it cost lay within the stated range in %(held)d of %(n)d, in the long run in %(low)d to %(high)d of 100. It should be 90.") % told
    if found.verdict == "overconfident":
        yield _("The ranges were too narrow: say wider ones.")
    elif found.verdict == "underconfident":
        yield _("The ranges were wider than they had to be.")
