"""What a form says when something does not fit: Django's own sentences in our words. A sentence that an idea wrote itself stays as it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _

_CHOOSING = (forms.Select, forms.RadioSelect, forms.CheckboxSelectMultiple, forms.SelectMultiple)


@dataclass(frozen=True)
class Problem:
    """One sentence, and the id of what to mend; no id where it concerns the whole form."""

    sentence: str
    anchor: str = ""


def problems(form: forms.BaseForm) -> list[Problem]:
    """Everything to mend, whole form first, then in the order of the fields."""
    whole = [Problem(str(sentence)) for sentence in form.non_field_errors()]
    return whole + [Problem(sentence, anchor(field)) for field in form for sentence in sentences(field)]


def anchor(field: BoundField) -> str:
    """The id a link leads to: the field itself, or the first of its choices."""
    many = isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    return f"{field.auto_id}_0" if many else field.id_for_label or field.auto_id


def sentences(field: BoundField) -> Iterator[str]:
    for error in field.errors.as_data():
        ours = _ours(field, error) if isinstance(error.message, Promise) else None
        if ours:
            yield ours
        else:
            yield from error.messages


def _ours(field: BoundField, error: ValidationError) -> str | None:
    label = str(field.label)
    match error.code:
        case "required" if isinstance(field.field.widget, _CHOOSING):
            return _("Choose an answer to “%(label)s”") % {"label": label}
        case "required" if isinstance(field.field.widget, forms.CheckboxInput):
            return _("Tick “%(label)s” to go on") % {"label": label}
        case "required":
            return _("Fill in “%(label)s”") % {"label": label}
        case "invalid" if isinstance(field.field, forms.EmailField):
            return _("Write the whole mail address, such as name@example.com")
        case "invalid" if isinstance(field.field, forms.IntegerField | forms.FloatField | forms.DecimalField):
            return _("Write “%(label)s” as a number, such as 1,200") % {"label": label}
        case "invalid" if isinstance(field.field, forms.DateField):
            return _("Write “%(label)s” as a date, such as 24 October 2026") % {"label": label}
        case "invalid_choice":
            return _("Choose one of the answers to “%(label)s”") % {"label": label}
        case "max_length" if error.params:
            return _("Keep “%(label)s” to %(limit_value)s characters; it has %(show_value)s now") % {"label": label, **error.params}
    return None
