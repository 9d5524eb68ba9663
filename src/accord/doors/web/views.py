"""Pages that belong to no idea: help, and the style guide for those who build."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from . import showcase


def help(request: HttpRequest) -> HttpResponse:
    """In the shell for those who signed in, on a plain page for everybody else."""
    template = "web/base.html" if request.user.is_authenticated else "web/guest.html"
    return render(request, "web/help.html", {"template": template})


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every part, made with our own tags. Not there in production."""
    return render(request, "web/styleguide.html", showcase.parts())
