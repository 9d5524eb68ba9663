"""A mail server hands over one mail, and hears nothing back."""

import io
import sys

import pytest

from accord.base import clock
from accord.doors.cli.receive_mail import receive_mail
from accord.ideas.risks.tests.by_link import TUESDAY, letters

MAIL = """\
From: Bella Onyango <bella@alder.example>
To: warnings@fernhill.example
Subject: Freeze
Message-ID: <a1@alder.example>
Content-Type: text/plain; charset=utf-8

The sign-in tests end a week after the freeze.
"""


@pytest.mark.django_db
def test_the_command_reads_one_mail_from_stdin_and_says_nothing(cast, mailoutbox, monkeypatch, capsys) -> None:
    with clock.at(TUESDAY):
        for text in (MAIL, "nonsense"):
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
            receive_mail(client="")
        assert capsys.readouterr() == ("", "")
        assert len(letters(mailoutbox, "bella@alder.example")) == 1
