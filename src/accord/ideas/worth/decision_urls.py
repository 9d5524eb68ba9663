"""Addresses of decisions, briefs and hand-overs."""

from django.urls import path

from .rules.decision import Kind
from .views import decision, guest_brief, papers  # noqa: F401  (guest_brief declares the pages of the links)

ONE = "<slug:client>/initiatives/<uuid:initiative_id>/"


def _of(kind: Kind, place: str) -> list[object]:
    also = {"kind": kind}
    return [
        path(f"{ONE}{place}/", papers.paper, also, name=kind.value),
        path(f"{ONE}{place}/send/", papers.send, also, name=f"{kind.value}_send"),
        path(f"{ONE}{place}/<int:number>/", papers.paper, also, name=f"{kind.value}_version"),
        path(f"{ONE}{place}/<int:number>/say/", papers.say, also, name=f"{kind.value}_say"),
        path(f"{ONE}{place}/<int:number>.<str:form>", papers.file, also, name=f"{kind.value}_file"),
    ]


urlpatterns = [
    path(f"{ONE}decision/", decision.decision, name="decision"),
    path(f"{ONE}papers/<uuid:sending_id>/nudge/", papers.nudge, name="nudge_reader"),
    *_of(Kind.BRIEF, "brief"),
    *_of(Kind.HAND_OVER, "hand-over"),
]
