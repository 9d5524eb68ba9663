"""A mail to the address for warnings becomes a letter to whoever it says it is from, and a warning only once they say so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.base import clock
from accord.ideas.risks import mailed
from accord.ideas.risks.models import Asking, Risk
from accord.ideas.risks.rules import mail

from .by_link import TUESDAY, letters, link_in, slots

TO_DATABASE = pytest.mark.django_db
BELLA = "bella@alder.example"
PLAIN = """\
From: Bella Onyango <Bella@Alder.example>
To: warnings@fernhill.example
Subject: Freeze
Message-ID: <a1@alder.example>
Content-Type: text/plain; charset=utf-8

The sign-in tests end a week after the freeze.

Nobody has compared the two dates.

--\x20
Bella Onyango
Head of Claims

On Mon, 30 Nov 2026 at 09:12, Fiona Byrne <fiona@fernhill.example> wrote:
> How does it go?
"""
HTML = """\
From: bella@alder.example
To: warnings@fernhill.example
MIME-Version: 1.0
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<html><head><title>x</title><style>p{color:red}</style></head><body><script>alert(1)</script>
<p>The proofs of the new letters are not signed: =A340,000 &amp; more.</p><p>Sent from my iPhone</p>
<blockquote>How does it go?</blockquote><img src=3D"https://track.example/p.gif"></body></html>
"""
GERMAN = """\
From: bella@alder.example
To: warnings@fernhill.example
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Die Prüfungen enden nach der Sperre.

Am 30.11.2026 um 09:12 schrieb Fiona Byrne:
> Wie steht es?
"""


def with_header(line: str) -> str:
    return f"{line}\n{PLAIN}"


def words(text: str) -> str:
    found = mail.read(text.encode())
    return found.words if found else ""


def test_what_was_typed_stays_and_quotes_and_signatures_go() -> None:
    assert words(PLAIN) == "The sign-in tests end a week after the freeze.\n\nNobody has compared the two dates."
    assert words(GERMAN) == "Die Prüfungen enden nach der Sperre."


def test_of_html_the_words_stay_and_nothing_else() -> None:
    assert words(HTML) == "The proofs of the new letters are not signed: £40,000 & more."


def test_the_plain_part_comes_before_the_html_part_and_attachments_are_not_looked_at() -> None:
    mixed = (
        "From: bella@alder.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n"
        "--c\nContent-Type: text/html\n\n<p>As a page.</p>\n--c\nContent-Type: text/plain\n\nAs plain words.\n--c--\n"
        "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=secret.txt\n\nNot this.\n--b--\n"
    )
    assert words(mixed) == "As plain words."


@pytest.mark.parametrize(
    "line",
    ["Auto-Submitted: auto-replied", "Precedence: bulk", "Precedence: auto_reply", "X-Autoreply: yes", "List-Id: <all.alder.example>", "Return-Path: <>"],
)
def test_what_a_machine_sent_is_ignored(line) -> None:
    assert mail.read(with_header(line).encode()) is None


def test_a_person_s_mail_that_says_it_is_not_automatic_is_read() -> None:
    assert words(with_header("Auto-Submitted: no"))


def test_too_large_without_a_sender_or_with_two_it_is_ignored() -> None:
    assert mail.read(PLAIN.encode() + b"x" * mail.MOST_BYTES) is None
    assert mail.read(b"To: warnings@fernhill.example\n\nWords.") is None
    assert mail.read(b"From: a@alder.example, b@alder.example\n\nWords.") is None


def test_a_long_mail_is_cut_behind_a_word() -> None:
    long = words("From: bella@alder.example\n\n" + "freeze " * 400)
    assert len(long) <= mail.MOST_WORDS and long.endswith("freeze…")


@given(st.binary(max_size=3000))
def test_whatever_comes_it_is_read_or_ignored(raw) -> None:
    for each in (raw, b"From: bella@alder.example\nContent-Type: text/html; charset=" + raw[:30] + b"\n\n" + raw, b"Content-Type: multipart/mixed\n" + raw):
        found = mail.read(each)
        assert found is None or (0 < len(found.words) <= mail.MOST_WORDS and "\x00" not in found.words)


@pytest.fixture
def tuesday():
    with clock.at(TUESDAY):
        yield


@TO_DATABASE
def test_the_person_gets_a_letter_at_the_address_we_know_and_nothing_is_raised(cast, mailoutbox, tuesday) -> None:
    assert mailed.take_in(PLAIN.encode()) == 1
    letter = letters(mailoutbox, BELLA)[-1]
    assert "It is no warning yet" in letter and "sign-in tests" not in letter
    with cast.inside():
        assert not Risk.objects.exists() and "sign-in" not in Asking.objects.get().mailed


@TO_DATABASE
def test_they_find_their_words_and_say_that_they_mean_them(cast, mailoutbox, tuesday) -> None:
    mailed.take_in(PLAIN.encode())
    at, phone = link_in(letters(mailoutbox, BELLA)[-1]), cast.browser()
    assert "sign-in tests" not in phone.get(at).content.decode(), "a robot that looks ahead sees no word"
    page = phone.post(f"{at}read/", follow=True).content.decode()
    assert "The sign-in tests end a week after the freeze." in page and "nothing is sent yet" in page
    said = slots(sees="The sign-in tests end a week after the freeze.", send="1")
    assert phone.post(f"{at}check/", said).status_code == 302
    with cast.inside():
        assert Risk.objects.get().raised_by_id == cast.people["bella"].id
        assert Asking.objects.get().mailed == "", "the mail is kept no longer than it is needed"


@TO_DATABASE
def test_from_an_unknown_sender_nothing_is_kept_and_nothing_goes_back(cast, mailoutbox, tuesday) -> None:
    assert mailed.take_in(PLAIN.replace("Bella@Alder.example", "who@elsewhere.example").encode()) == 0
    with cast.inside():
        assert not Asking.objects.exists() and mailoutbox == []


@TO_DATABASE
def test_it_goes_to_the_one_client_that_was_named(cast, mailoutbox, tuesday) -> None:
    assert mailed.take_in(PLAIN.encode(), client="brightwell") == 0
    assert mailed.take_in(PLAIN.encode(), client="alder-mutual") == 1


@TO_DATABASE
def test_nobody_can_be_buried_in_letters(cast, mailoutbox, tuesday) -> None:
    assert [mailed.take_in(PLAIN.encode()) for _mail in range(7)] == [1, 1, 1, 1, 1, 0, 0]
