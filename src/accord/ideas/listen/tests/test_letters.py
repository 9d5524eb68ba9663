"""The mails of listening: short, one link, in the reader's language, queued and delivered."""

import socket
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller

from accord.base.jobs.worker import Worker
from accord.ideas.listen import actions


def test_a_question_says_who_asks_how_long_it_takes_and_carries_one_link(asked, mailoutbox) -> None:
    body = mailoutbox[-1].body
    assert body.count("/l/") == 1 and "2 things, one at a time" in body and "do not pass it on" in body


def test_a_line_of_greeting_stands_above(cast, storm, mailoutbox) -> None:
    with cast.inside():
        goal = [actions.Put("goal")]
        actions.ask(by=cast.fiona, initiative_id=storm.initiative_id, person_ids=[cast.bella.person_id], questions=goal, note="It decides a lot.")
    assert "It decides a lot." in mailoutbox[-1].body


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Postbox:
    """A mail server that keeps what it gets."""

    def __init__(self) -> None:
        self.letters: list = []

    async def handle_DATA(self, server, session, envelope) -> str:
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


def test_a_question_arrives_through_the_queue_and_a_real_mail_server(cast, storm, settings) -> None:
    box, port = Postbox(), free_port()
    post = Controller(box, hostname="127.0.0.1", port=port)
    post.start()
    try:
        settings.EMAIL_BACKEND, settings.DELIVERY_BACKEND = "accord.base.jobs.mail.Queued", "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        with cast.inside():
            asked = actions.ask(by=cast.fiona, initiative_id=storm.initiative_id, person_ids=[cast.bella.person_id], questions=[actions.Put("goal")])
        assert box.letters == []
        while Worker("w").do_one():
            pass
    finally:
        post.stop()
    assert [letter["To"] for letter in box.letters] == ["bella@alder.example"]
    assert asked[0].link.url in box.letters[0].get_content()
