"""The text of a link, a token or a code is with the person it was made for, and nowhere else."""

import logging

import pytest
from django.apps import apps
from django.test import Client

from accord.base.people import actions
from accord.base.people.secrets import HideTokens
from tests.links.hands import ask_code


def database(cast) -> str:
    """Every value of every table as one text."""
    parts: list[str] = []
    for client in (cast.alder, cast.brightwell):
        with cast.inside(client):
            parts += [repr(row) for model in apps.get_models(include_auto_created=True) for row in model._default_manager.values_list()]
    return "\n".join(parts)


def test_a_link_is_not_in_the_database_though_it_was_made_answered_and_mailed_about(cast, link, answered, settings) -> None:
    settings.EMAIL_BACKEND = "accord.base.jobs.mail.Queued"
    Client().post(f"{link.path}code/", {"send": "1"})
    everything = database(cast)
    assert str(link.link_id) in everything
    assert link.text not in everything
    assert link.text[22:] not in everything


def test_a_code_is_not_in_the_database(cast, link, answered) -> None:
    digits = ask_code(Client(), link)
    assert f"'{digits}'" not in database(cast)


def test_a_token_and_a_device_are_not_in_the_database(cast, link, answered) -> None:
    with cast.inside():
        made = actions.make_token(by=cast.fiona, name="Reports", may_write=False, days=30)
    everything = database(cast)
    assert made.text.removeprefix("acc_") not in everything
    assert answered.cookies["accord-device"].value not in everything


@pytest.fixture
def lines() -> list[str]:
    """What the log would print, through the filter of the settings."""

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            printed.append(self.format(record))

    printed: list[str] = []
    handler = Kept()
    handler.addFilter(HideTokens())
    logging.getLogger().addHandler(handler)
    yield printed
    logging.getLogger().removeHandler(handler)


def test_a_link_that_leads_nowhere_is_logged_without_its_text(cast, link, lines) -> None:
    Client().get(f"/nowhere/l/{link.text}/")
    Client().get(f"/l/{link.text[:-1]}B/")
    logging.getLogger("django.request").warning("Not Found: %s", link.path)
    assert lines
    assert link.text[4:44] not in "".join(lines)


def test_an_error_that_names_a_link_or_a_token_is_logged_without_it(cast, link, lines) -> None:
    with cast.inside():
        token = actions.make_token(by=cast.fiona, name="Reports", may_write=False, days=30).text
    try:
        raise ValueError(f"{link.path} and Bearer {token}")
    except ValueError:
        logging.getLogger("accord").exception("it broke")
    assert "ValueError" in "".join(lines)
    assert link.text not in "".join(lines)
    assert token not in "".join(lines)


def test_the_log_of_an_installation_goes_through_that_filter(settings) -> None:
    assert settings.LOGGING["filters"]["no_secrets"]["()"].endswith("HideTokens")
    assert all("no_secrets" in handler["filters"] for handler in settings.LOGGING["handlers"].values())
