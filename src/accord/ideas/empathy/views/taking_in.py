"""Ratings from a file: first the file, then what it would keep, then it is taken in. Until then nothing is written."""


from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of
from accord.base.people.files import encoded, packed
from accord.base.people.rules import Actor

from .. import actions
from ..forms.taking_in import RatingsForm, TakeInRatingsForm
from ..pages.taking_in import ratings_dry_run
from ..queries import taking_in

HOW = ("title", "layout", "side")  # what is chosen beside the file


@login_required
def import_ratings(request: HttpRequest, client: str) -> HttpResponse:
    actor = actor_of(request, "perspectives.edit")
    if request.method == "POST" and "packed" in request.POST:
        return _second(request, client, actor)
    form = RatingsForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        how = {name: form.cleaned_data[name] for name in HOW}
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
        name, content = form.come_along()
        how = {name: form.cleaned_data[name] for name in HOW}
        row = actions.take_in_ratings(by=actor, name=name, content=encoded(content), **how)
    except registry.Mistake as mistake:
        return render(request, "empathy/ratings.html", {"form": RatingsForm.refused(mistake.message)}, status=422)
    messages.success(request, _("The ratings are taken in, and nobody of the file is kept"))
    return redirect("empathy:round", client=client, round_id=row.id)
