"""Pages that belong to no idea: help, and the style guide for those who build."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accord.base.people.models import Provider

from . import showcase


def home(request: HttpRequest) -> HttpResponse:
    """To the first run on an empty database, to sign-in, or to the first of one's clients."""
    if not request.user.is_authenticated:
        return redirect("account_login" if Provider.objects.exists() else "begin")
    for client, _ in request.actors:  # type: ignore[attr-defined]
        return redirect("goals:goals", client=client.slug)
    return redirect("help")


def help(request: HttpRequest) -> HttpResponse:
    """In the shell for those who signed in, on a plain page for everybody else."""
    template = "web/base.html" if request.user.is_authenticated else "web/guest.html"
    return render(request, "web/help.html", {"template": template})


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every part, made with our own tags. Not there in production."""
    return render(request, "web/styleguide.html", showcase.parts())
