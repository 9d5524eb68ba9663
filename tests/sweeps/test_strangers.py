"""Whoever did not sign in: every address, every method. They are sent to sign in, or told there is nothing; a few doors are open, each for a reason."""

from .addresses import METHODS, Address, every
from .conftest import CANARY, World
from .rows import changed, digests

CLOSED = {401, 403, 404, 405, 410}
OPEN = {
    "home": "leads to sign-in",
    "begin": "the first run of an empty installation; not there afterwards",
    "help": "words everybody may read",
    "styleguide": "for those who build; not there in production",
    "set_language": "chooses the language of the screens",
    "health": "says whether the installation is well, and nothing else",
    "api_reference": "describes the API; holds nothing of anybody's",
    "api:api-root": "the same address, by the name ninja gives it",
    "api:openapi-json": "the same for programs",
    "account_login": "sign-in itself",
    "account_logout": "asks whether to sign out",
    "account_signup": "says that one is invited",
    "account_inactive": "says that an account is closed",
    "account_reset_password": "a forgotten password",
    "account_reset_password_done": "a forgotten password",
    "account_reset_password_from_key": "a forgotten password, by the link in the mail",
    "account_reset_password_from_key_done": "a forgotten password",
    "account_confirm_email": "confirms a mail address by the link in the mail",
    "account_email_verification_sent": "says that a mail is on its way",
    "account_confirm_login_code": "leads to sign-in",
    "socialaccount_login_cancelled": "says that sign-in elsewhere was given up",
    "socialaccount_login_error": "says that sign-in elsewhere failed",
}


def to_sign_in(answer) -> bool:
    return answer.status_code in (301, 302) and answer.url.startswith("/accounts/")


def asked(world: World) -> list[tuple[Address, str, object]]:
    browser = world.signed_in()
    found = []
    for address in every():
        path = address.path(world.cast.alder, address.own(world.cast.alder))
        found += [(address, method, getattr(browser, method)(path)) for method in METHODS]
    return found


def test_nothing_is_open_that_is_not_meant_to_be(world: World) -> None:
    before = digests(world.cast.alder, world.cast.brightwell)
    answers = asked(world)
    ajar = [f"{method} {address.name}: {answer.status_code}" for address, method, answer in answers
            if address.name not in OPEN and answer.status_code not in CLOSED and not to_sign_in(answer)]
    assert not ajar, "\n".join(ajar)
    assert [address.name for address, _, answer in answers if CANARY.encode() in answer.content] == []
    assert [f"{method} {address.name}" for address, method, answer in answers if answer.status_code >= 500] == []
    assert changed(before, digests(world.cast.alder, world.cast.brightwell)) == []


def test_every_open_door_is_still_there() -> None:
    assert set(OPEN) <= {address.name for address in every()}


def test_an_address_of_a_client_is_never_on_the_list_of_open_doors() -> None:
    assert [address.name for address in every() if address.of_client and address.name in OPEN] == []


def test_a_text_that_is_no_link_finds_nothing(world: World) -> None:
    browser, real = world.signed_in(), world.alder.links["listen.question"][0]
    texts = ["x", "x" * 48, real[:-1], real + "x", real[:-1] + ("A" if real[-1] != "A" else "B"), "..%2f..", "%00"]
    assert {browser.get(f"/l/{text}/").status_code for text in texts} == {404}
