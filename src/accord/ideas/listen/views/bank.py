"""The question bank as the provider words it: eight questions in each language, every earlier wording below."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions, rules
from ..forms import WordingForm
from ..pages.bank import bank_page


@login_required
def question_bank(request: HttpRequest, client: str) -> HttpResponse:
    actor_of(request, "questions.ask")
    language = request.GET.get("language", "")
    page_of = language if language in rules.LANGUAGES else ""
    wrong: WordingForm | None = None
    if request.method == "POST":
        form = WordingForm(request.POST)
        if form.is_valid() and _changed(request, form):
            messages.success(request, _("From now on it is asked like this. What was asked stays as it was asked."))
            return redirect(f"{reverse('listen:bank', kwargs={'client': client})}?language={form.cleaned_data['language']}")
        wrong, page_of = form, form.data.get("language", "") if form.data.get("language", "") in rules.LANGUAGES else ""
    page = bank_page(by=request.actor, language=page_of, wrong=wrong)  # type: ignore[attr-defined]
    return render(request, "listen/bank.html", {"page": page}, status=422 if wrong else 200)


def _changed(request: HttpRequest, form: WordingForm) -> bool:
    try:
        actions.change_question(by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        return False
    return True
