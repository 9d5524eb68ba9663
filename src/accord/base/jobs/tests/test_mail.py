"""Mail is queued sealed, delivered once, and lost by nobody. A real SMTP server stands at the other end."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage as Received
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from accord.base import clock
from accord.base.jobs import letters, queue
from accord.base.jobs.worker import Worker

LINK = "https://accord.example/l/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIj/"


class Postman:
    """Takes mail, but refuses addresses with "nobody" for good and those with "busy" for now."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], Received]] = []

    async def handle_RCPT(self, server, session, envelope, address: str, options) -> str:
        if "nobody" in address:
            return "550 no such person"
        if "busy" in address:
            return "450 come back"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope) -> str:
        from email import message_from_bytes, policy

        self.letters.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 OK"


class Post:
    """An SMTP server that can be away."""

    def __init__(self) -> None:
        self.postman = Postman()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.controller: Controller | None = None

    def open(self) -> None:
        self.controller = Controller(self.postman, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def close(self) -> None:
        if self.controller:
            self.controller.stop()
            self.controller = None

    @property
    def letters(self) -> list[tuple[list[str], Received]]:
        return self.postman.letters


@pytest.fixture
def post(settings, db) -> Iterator[Post]:
    post = Post()
    settings.EMAIL_BACKEND = "accord.base.jobs.mail.Queued"
    settings.DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", post.port, 10
    yield post
    post.close()


def link_mail(*to: str) -> EmailMessage:
    return EmailMessage("A question for you", f"Fiona asks: {LINK}", "accord@fernhill.example", list(to) or ["bella@alder.example"])


def work() -> int:
    worker, done = Worker("w"), 0
    while worker.do_one():
        done += 1
    return done


def test_a_link_arrives_once(post: Post) -> None:
    post.open()
    link_mail().send()
    assert post.letters == []
    work()
    work()
    [(recipients, letter)] = post.letters
    assert recipients == ["bella@alder.example"] and LINK in letter.get_content() and letter["Subject"] == "A question for you"


def test_a_delivered_letter_is_gone_from_the_queue(post: Post) -> None:
    post.open()
    link_mail().send()
    work()
    assert DBTaskResult.objects.count() == 0


def test_no_mail_tells_of_what_did_not_happen(post: Post) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        link_mail().send()
        raise ZeroDivisionError
    assert DBTaskResult.objects.count() == 0


def test_mail_waits_for_a_server_that_is_away(post: Post) -> None:
    with clock.at(clock.now()):
        link_mail().send()
        assert work() == 1
        assert DBTaskResult.objects.get().traceback == "The mail server cannot be reached (Connection refused)."
        post.open()
        assert work() == 0
        clock.tick(minutes=1)
        assert work() == 1
    assert len(post.letters) == 1


def test_a_letter_tried_twice_is_known_as_the_same(post: Post) -> None:
    link_mail().send()
    twice = DBTaskResult.objects.get()
    post.open()
    for _ in range(2):
        twice.task.call(**twice.args_kwargs["kwargs"])
    first, second = (letter for _, letter in post.letters)
    assert first["Message-ID"] == second["Message-ID"] and first["Date"] == second["Date"]


def test_one_bad_address_neither_holds_up_nor_doubles_the_others_mail(post: Post) -> None:
    post.open()
    with clock.at(clock.now()):
        link_mail("bella@alder.example", "nobody@alder.example", "busy@alder.example").send()
        work()
        clock.tick(hours=1)
        work()
    assert [recipients for recipients, _ in post.letters] == [["bella@alder.example"]]
    assert [failed.reason for failed in queue.failed()] == ["The mail server refuses the recipient (550)."]
    assert DBTaskResult.objects.get(status="READY").traceback == "The mail server does not take mail for the recipient now (450)."


def test_mail_is_tried_for_two_days_before_it_counts_as_failed(post: Post) -> None:
    with clock.at(clock.now()):
        began = clock.now()
        link_mail().send()
        while not queue.failed():
            work()
            clock.tick(minutes=5)
        assert clock.now() - began > timedelta(hours=40)
        post.open()
        queue.retry_failed()
        work()
    assert len(post.letters) == 1


def test_failing_silently_is_not_offered(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise ConnectionError("the database went away")

    monkeypatch.setattr(DBTaskResult.objects, "create", broken)
    with pytest.raises(ConnectionError):
        link_mail().send(fail_silently=True)


def test_the_queue_holds_no_readable_word_of_a_letter(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    link_mail().send()
    work()
    row = DBTaskResult.objects.get()
    held = f"{row.args_kwargs} {row.traceback} {caplog.text}"
    assert not [word for word in (LINK, "AbCdEfGh", "bella", "Fiona", "question") if word in held]


def test_a_letter_under_another_key_fails_with_the_reason(post: Post, settings) -> None:
    link_mail().send()
    settings.FIELD_KEY = "another key"
    work()
    assert queue.failed()[0].reason == "The letter cannot be opened: ACCORD_FIELD_KEY is not the key it was sealed with."


def test_html_attachments_copies_and_reply_addresses_arrive_and_hidden_copies_stay_hidden(post: Post) -> None:
    post.open()
    message = EmailMultiAlternatives("Brief", "Plain", "accord@fernhill.example", ["bella@alder.example"], bcc=["petra@fernhill.example"])
    message.cc, message.reply_to = ["ian@fernhill.example"], ["fiona@fernhill.example"]
    message.attach_alternative("<p>Rich</p>", "text/html")
    message.attach("brief.pdf", b"%PDF-1.7 \x00\xff", "application/pdf")
    message.attach("note.txt", "Grüße", "text/plain")
    message.send()
    work()
    assert sorted(recipients[0] for recipients, _ in post.letters) == ["bella@alder.example", "ian@fernhill.example", "petra@fernhill.example"]
    for _, letter in post.letters:
        lines = [letter[name] for name in ("To", "Cc", "Reply-To", "Bcc")]
        assert lines == ["bella@alder.example", "ian@fernhill.example", "fiona@fernhill.example", None]
        assert letter.get_body(("html",)).get_content().strip() == "<p>Rich</p>"
        pdf, note = letter.iter_attachments()
        assert pdf.get_content() == b"%PDF-1.7 \x00\xff" and note.get_content().strip() == "Grüße"


def test_ready_made_mime_parts_are_refused_when_sending() -> None:
    from email.mime.text import MIMEText

    message = link_mail()
    message.attach(MIMEText("x"))
    with pytest.raises(TypeError):
        letters.pack(message)


def test_without_a_mail_server_letters_are_kept_as_private_files(settings, tmp_path: Path, db) -> None:
    settings.EMAIL_BACKEND = "accord.base.jobs.mail.Queued"
    settings.DELIVERY_BACKEND = "accord.base.jobs.mailbox.Folder"
    settings.MAILBOX = tmp_path / "mail"
    link_mail().send()
    work()
    [path] = settings.MAILBOX.iterdir()
    assert path.suffix == ".eml" and LINK in path.read_text() and path.stat().st_mode & 0o077 == 0
