"""A page behind a link that shows what was said before and takes a further word, as the ideas' own pages do; and links in somebody's hands."""

import re
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.core import mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.test import Client

from accord.base.people import actions, links

SAID = "The portal throws us out every Monday"
FORM = '<form method="post">{% csrf_token %}{% if known %}<q>' + SAID + "</q>{% endif %}<input name=words></form>"


def page_that_keeps(sent: list[str]) -> links.Page:
    """The page of the purpose `test.note`; what is sent to it goes into the list."""

    def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
        if request.method != "POST":
            return HttpResponse(engines["django"].from_string(FORM).render({"known": visit.knows_device}, request))
        sent.append(request.POST["words"])
        response = redirect(visit.address())
        links.keep_cookie(response, actions.remember_device(person=visit.person, cookie=request.COOKIES.get(links.COOKIE)))
        return response

    return page


@dataclass(frozen=True)
class Sent:
    """A link in somebody's hands."""

    text: str
    link_id: UUID

    @property
    def path(self) -> str:
        return f"/l/{self.text}/"


def send(cast, who: str = "bella") -> Sent:
    with cast.inside():
        new = actions.make_link(by=cast.fiona, person=cast.people[who], purpose="test.note", subject_id=uuid4())
    return Sent(new.text, new.link.id)


def ask_code(device: Client, link: Sent) -> str:
    """Have a code sent; the six digits of the mail."""
    device.post(f"{link.path}code/", {"send": "1"})
    return re.search(r"\d{6}", mail.outbox[-1].subject)[0]
