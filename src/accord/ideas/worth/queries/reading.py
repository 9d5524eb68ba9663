"""Whoever reads now: their language and their way of writing numbers and days."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from accord.base.people import reader as speaking

from ..rules.reader import Reader


def day(on: date) -> str:
    """With its year always: what is kept is read for years."""
    # Translators: date format of Django, day, month and year
    return date_format(on, gettext("j F Y"))


def reader(currency: str) -> Reader:
    """In the language that is active."""
    first, _dash, region = speaking.language().partition("-")
    return Reader(speaking.voice(currency), gettext, ngettext, day, f"{first}-{region.upper()}" if region else first)
