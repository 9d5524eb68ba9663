"""The listeners' desk. For everybody else these pages are not there; for listeners they are kept by no browser."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions
from ..forms.heard import JoinForm, SayForm, WordForm
from ..models import Board
from ..pages.heard import heard_page, joinable, report_page, word_initial
from ..queries import reports

# What is written on the page itself: the verb, and what the field is called.
HERE: dict[str, tuple[Any, Any, Any, Any]] = {
    "ask": (
        actions.ask_reporter,
        gettext_lazy("Ask or tell whoever wrote it"),
        gettext_lazy("They read it when they come back with their code. Ask nothing whose answer gives them away."),
        gettext_lazy("It waits for whoever wrote it"),
    ),
    "note": (actions.note_report, gettext_lazy("A note for the listeners"), "", gettext_lazy("The note is kept")),
    "decline": (
        actions.decline_report,
        gettext_lazy("Why nothing is done"),
        gettext_lazy("They read it, and can say it more strongly."),
        gettext_lazy("It is declined, with your reason"),
    ),
    "say": (
        actions.say_for_reporter,
        gettext_lazy("What they said since, in your words"),
        gettext_lazy("Whoever answers the warning reads it."),
        gettext_lazy("Whoever answers has it"),
    ),
}


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store, private"
    return response


@require_safe
@login_required
def heard(request: HttpRequest, client: str) -> HttpResponse:
    return _private(render(request, "risks/heard.html", {"page": heard_page(by=actor_of(request))}))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, client: str, report_id: UUID) -> HttpResponse:
    """One of them: its very words, the conversation, notes; and what is said to it."""
    by, what = actor_of(request), request.POST.get("do", "")
    reports.the_report(by, report_id)
    if request.method == "POST" and what == "hear":
        actions.hear_report(by=by, report_id=report_id)
        messages.success(request, _("Whoever wrote it sees that you have read it"))
        return redirect("risks:report", client=client, report_id=report_id)
    if request.method == "POST" and what in HERE:
        do, _label, _hint, done = HERE[what]
        form = _form(what, request.POST)
        if form.is_valid() and _does(form, do, by=by, report_id=report_id, words=form.cleaned_data["words"]):
            messages.success(request, str(done))
            return redirect("risks:report", client=client, report_id=report_id)
        return _shown(request, report_id, wrong={what: form})
    return _shown(request, report_id)


def _form(what: str, data: Any = None) -> SayForm:
    _do, label, hint, _done = HERE[what]
    return SayForm(data, auto_id=f"{what}_%s", label=label, hint=hint)


def _shown(request: HttpRequest, report_id: UUID, wrong: dict[str, SayForm] | None = None) -> HttpResponse:
    made = {what: (wrong or {}).get(what) or _form(what) for what in HERE}
    context = {"page": report_page(by=actor_of(request), report_id=report_id), "forms": made, "form": next(iter((wrong or {}).values()), None)}
    return _private(render(request, "risks/report.html", context, status=422 if wrong else 200))


def _does(form: forms.Form, do: Any, **said: Any) -> bool:
    """Whether it was done; otherwise the form says why not."""
    try:
        do(**said)
    except registry.Mistake as mistake:
        form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        return False
    return True


@login_required
def word(request: HttpRequest, client: str, report_id: UUID) -> HttpResponse:
    """Put it into one's own words, with the very words beside."""
    by = actor_of(request)
    one = reports.heard(reports.the_report(by, report_id))
    form = WordForm(request.POST or None, board=Board.objects.get(), initial=word_initial(one))
    if request.method == "POST" and form.is_valid() and _does(form, actions.word_report, by=by, report_id=report_id, **form.given()):
        messages.success(request, _("It is a warning now that somebody must answer"))
        return redirect("risks:report", client=client, report_id=report_id)
    context = {"form": form, "page": report_page(by=by, report_id=report_id)}
    return _private(render(request, "risks/word_report.html", context, status=422 if form.errors else 200))


@login_required
def join(request: HttpRequest, client: str, report_id: UUID) -> HttpResponse:
    """Join it to a warning that says the same."""
    by = actor_of(request)
    reports.the_report(by, report_id)
    form = JoinForm(request.POST or None, warnings=joinable())
    if request.method == "POST" and form.is_valid() and _does(form, actions.join_report, by=by, report_id=report_id, **form.cleaned_data):
        messages.success(request, _("It counts there as somebody who sees it too"))
        return redirect("risks:report", client=client, report_id=report_id)
    context = {"form": form, "page": report_page(by=by, report_id=report_id)}
    return _private(render(request, "risks/join_report.html", context, status=422 if form.errors else 200))


@require_POST
@login_required
def credit(request: HttpRequest, client: str, report_id: UUID) -> HttpResponse:
    """Show the name of whoever took the credit."""
    by = actor_of(request)
    one = reports.heard(reports.the_report(by, report_id))
    try:
        actions.give_credit(by=by, report_id=report_id, name=one.credit)
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    else:
        messages.success(request, _("Their name stands with the warning"))
    return redirect("risks:report", client=client, report_id=report_id)
