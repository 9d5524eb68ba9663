"""`{% load accord %}`: icons, people, figures, numbers, days, steps and the problems of a form."""

from datetime import date, datetime
from typing import Any

from django import forms, template
from django.forms import BoundField
from django.template import loader
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from accord.base.paper import web
from accord.base.paper.charts import small
from accord.base.paper.figure import Figure
from accord.base.people import reader
from accord.base.registry import Panel
from accord.doors.web import days, faces, fonts, icons, languages, steps, wording
from accord.ideas.goals.rules import Stage

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon to stand beside a word. An unknown name raises."""
    return mark_safe(icons.use(name))  # our own drawing, no data in it


@register.simple_tag
def sprite() -> SafeString:
    return mark_safe(icons.sprite())  # our own drawings, no data in it


@register.simple_tag
def font_links() -> SafeString:
    """The families' sheet, and the two upright ones asked for early."""
    sheet, early = fonts.links()
    if not sheet:
        return SafeString("")
    asked = format_html_join("\n", '<link rel="preload" as="font" type="font/woff2" crossorigin href="{}">', ((url,) for url in early))
    return format_html('{}\n<link rel="stylesheet" href="{}">', asked, sheet)


@register.simple_tag
def style(*names: str) -> SafeString:
    """One link for each sheet of ours: {% style "tokens" "base" %}."""
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', ((static(f"accord/{name}.css"),) for name in names))


@register.simple_tag
def avatar(person: Any = None, job: str = "", side: str = "", small: bool = False) -> SafeString:
    """A person's mark: round for the business, square-cut for IT, dashed for nobody. Decoration: the name always stands beside it.
    person: anything with `job`, `name` and `side`; or give job and side."""
    letters = faces.initials(job or getattr(person, "job", "") or getattr(person, "name", "") or "")
    look = faces.look(side or getattr(person, "side", "") or "", bool(letters))
    return format_html('<span class="who {}{}" aria-hidden="true">{}</span>', look, " s" if small else "", letters or "?")


@register.simple_tag
def figure(fig: Figure, heading: str = "", id: str = "", look: str = "") -> SafeString:
    """A chart with its title, what it measures, the same figures as a table, and its source."""
    return mark_safe(web.figure(fig, reader.voice().words, heading, id, look))  # paper escapes every text it prints


@register.filter
def money(value: float | None, currency: str = "EUR") -> str:
    """A full amount: €1,284. Nothing for None."""
    return "" if value is None else reader.voice(currency).exact(float(value))


@register.filter
def about(value: float | None, unit: str = "") -> str:
    """An uncertain number, two significant figures, with its unit: €57,000; 19 minutes."""
    return "" if value is None else reader.voice(unit).about(float(value))


@register.simple_tag(name="range")
def between(low: float, high: float, unit: str = "") -> str:
    """{% range low high "EUR" %}: −€58,000 to €300,000."""
    return reader.voice(unit).range(float(low), float(high))


@register.simple_tag
def when(moment: datetime | date | None, form: str = "") -> SafeString:
    """Today, Yesterday, Friday, 9 October: as people say it. form="date" always says the date."""
    if moment is None:
        return SafeString("")
    day = days.local(moment)
    if form == "date":
        return format_html('<time datetime="{}">{}</time>', day.isoformat(), days.plain(day))
    return format_html('<time datetime="{}" data-on="{}">{}</time>', day.isoformat(), days.plain(day), days.said(day))


@register.simple_tag
def confirmed(count: int, total: int) -> SafeString:
    """One square for each sentence of ours, filled when the person who said it confirmed it; then 4 of 6."""
    return mark_safe(small.confirmed(count, total, reader.voice()))  # paper escapes every text it prints


@register.simple_tag(takes_context=True)
def chapter(context: Any, panel: Panel, part: str = "template") -> SafeString:
    """What an idea brings to a page: its template gets the panel's own context and nothing else. part: `template` or `margin`."""
    name = getattr(panel, part)
    return mark_safe(loader.render_to_string(name, panel.context, context["request"])) if name else SafeString("")  # a template, escaped by itself


@register.filter
def day(on: date) -> str:
    """Fri 17 Oct, for a column of days."""
    return days.short(on)


@register.filter
def named_day(on: date) -> str:
    """tomorrow, Friday, 9 October: inside a sentence."""
    return days.named(on)


@register.simple_tag
def bar(share: float) -> SafeString:
    """A bar of a list of amounts; the amount is printed beside it."""
    width = round(100 * min(1.0, max(0.01, share)), 1)
    return format_html('<svg class="bar" height="8" aria-hidden="true"><rect width="{}%" height="8" rx="2"/></svg>', width)


@register.inclusion_tag("web/_languages.html", takes_context=True)
def language_choice(context: Any) -> dict[str, Any]:
    """A word for each language one can read the page in; nothing where there is only one."""
    request = context.get("request")  # the page for what broke is made without one
    return {"languages": languages.offered() if request else [], "here": request.get_full_path() if request else "", "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("web/_stages.html")
def stage(now: str) -> dict[str, Any]:
    """How far an initiative came, as a line of steps."""
    return {"steps": steps.line(now)}


@register.filter
def stage_word(stage: str) -> str:
    """The stage inside a sentence: decision."""
    return str(steps.NAMES[Stage(stage)]).lower()


@register.inclusion_tag("web/_said.html")
def said(text: str, by: str = "") -> dict[str, str]:
    """Somebody's own words, word for word."""
    return {"text": text, "by": by}


@register.filter
def problems(form: forms.BaseForm) -> list[wording.Problem]:
    return wording.problems(form)


@register.filter
def sentences(field: BoundField) -> list[str]:
    return list(wording.sentences(field))


@register.filter
def kind(field: BoundField) -> str:
    """How a field is laid out: hidden, check (one box), choices (several boxes or buttons), line."""
    widget = field.field.widget
    if field.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "choices" if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple) else "line"
