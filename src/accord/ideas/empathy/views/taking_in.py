"""Ratings from a file: first the file, then what it would keep, then it is taken in. Until then nothing is written."""

import base64

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of
from accord.base.people.rules import Actor
from accord.ideas.goals.forms.importing import packed

from .. import actions
from ..forms.taking_in import RatingsForm, TakeInRatingsForm
from ..pages.taking_in import ratings_dry_run
from ..queries import taking_in


@login_required
def import_ratings(request: HttpRequest, client: str) -> HttpResponse:
    actor = actor_of(request, "perspectives.edit")
    if request.method == "POST" and "packed" in request.POST:
        return _second(request, client, actor)
    form = RatingsForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        how = {name: form.cleaned_data[name] for name in ("title", "layout", "side")}
        try:
            name, content = form.sheet()
            sheet = taking_in.read(name, content, how["layout"], how["side"])
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else "file", mistake.message)
        else:
            kept = TakeInRatingsForm(initial={"name": name, "packed": packed(content), **how})
            return render(request, "empathy/ratings_dry_run.html", {"page": ratings_dry_run(sheet), "form": kept})
    return render(request, "empathy/ratings.html", {"form": form}, status=422 if form.errors else 200)


def _second(request: HttpRequest, client: str, actor: Actor) -> HttpResponse:
    form = TakeInRatingsForm(request.POST)
    try:
        if not form.is_valid():
            raise registry.Mistake(_("The file did not come along whole. Choose it again."), "file")
        content = base64.b64encode(form.content()).decode()
        row = actions.take_in_ratings(by=actor, content=content, **{name: form.cleaned_data[name] for name in ("name", "title", "layout", "side")})
    except registry.Mistake as mistake:
        first = RatingsForm({})
        first.errors.clear()
        first.add_error("file", mistake.message)
        return render(request, "empathy/ratings.html", {"form": first}, status=422)
    messages.success(request, _("The ratings are taken in, and nobody of the file is kept"))
    return redirect("empathy:round", client=client, round_id=row.id)
