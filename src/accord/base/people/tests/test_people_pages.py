"""The pages where somebody who looks after people adds them, changes them, invites them and closes their links."""

from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accord.base import registry
from accord.base.people import actions
from accord.base.people.models import Assignment, Person, Team


def at(name: str, **more: object) -> str:
    return reverse(f"people:{name}", kwargs={"client": "alder-mutual", **more})


def alder(cast, email: str) -> Person:
    with cast.inside():
        return Person.objects.select_related("team").get(email=email)


NEW = {"name": "Clara Diaz", "job": "Claims handler", "email": "clara@alder.example", "place": "team:Claims"}


def test_everybody_is_listed_on_their_side(cast) -> None:
    page = cast.browser("fiona").get(at("people")).content.decode()
    assert "4 people on two sides" in page
    business, it = page.split('id="side-it"')
    assert "Bella Onyango" in business
    assert "Ian Kerr" in it


def test_a_person_is_added_to_a_team_and_takes_its_side(cast) -> None:
    assert cast.browser("fiona").post(at("add_person"), NEW).status_code == 302
    clara = alder(cast, "clara@alder.example")
    assert (clara.team.name, clara.side, clara.account_id) == ("Claims", "business", None)


def test_an_address_that_is_somebodys_already_is_told_beside_its_field_and_nothing_typed_is_lost(cast) -> None:
    answer = cast.browser("fiona").post(at("add_person"), {**NEW, "email": "BELLA@alder.example"})
    assert answer.status_code == 422
    assert "Somebody with the address bella@alder.example is here already" in answer.content.decode()
    assert 'value="Clara Diaz"' in answer.content.decode()


def test_a_team_is_added_and_renamed(cast) -> None:
    fiona = cast.browser("fiona")
    fiona.post(at("add_team"), {"name": "Actuaries", "side": "business"})
    with cast.inside():
        team = Team.objects.get(name="Actuaries")
    fiona.post(at("rename_team", team_id=team.id), {"name": "Actuarial"})
    with cast.inside():
        assert Team.objects.get(id=team.id).name == "Actuarial"


def test_what_is_written_about_a_person_is_changed(cast) -> None:
    bella = cast.people["bella"]
    words = {"name": "Bella Onyango", "job": "Director of Claims", "email": "bella@alder.example", "place": "side:business"}
    cast.browser("fiona").post(at("person", person_id=bella.id), words)
    changed = alder(cast, "bella@alder.example")
    assert (changed.job, changed.team) == ("Director of Claims", None)


def test_an_invitation_mails_a_page_where_a_password_is_chosen_and_then_one_signs_in(cast) -> None:
    with cast.inside():
        clara = actions.add_person(by=cast.fiona, name="Clara Diaz", email="clara@alder.example", team="Claims")
    cast.browser("fiona").post(at("role", person_id=clara.id), {"role": "contributor"})
    letter = mail.outbox[-1]
    assert letter.to == ["clara@alder.example"]
    path = next(word for word in letter.body.split() if "/accounts/password/reset/key/" in word).partition("/accounts")[2]
    visitor = Client()
    form = visitor.get(f"/accounts{path}", follow=True)
    words = {"password1": "quite another set of words", "password2": "quite another set of words"}
    visitor.post(form.redirect_chain[-1][0], words)
    assert visitor.login(email="clara@alder.example", password="quite another set of words")


def test_somebody_who_signs_in_elsewhere_already_is_told_to_sign_in_as_always(cast) -> None:
    with cast.inside():
        sam = actions.add_person(by=cast.fiona, name="Sam", email="sam@brightwell.example")
        actions.invite_person(by=cast.fiona, person_id=sam.id, role="contributor")
    assert "/accounts/login/" in mail.outbox[-1].body
    assert "/password/reset/key/" not in mail.outbox[-1].body


def test_another_role_holds_from_the_next_page_on(cast) -> None:
    ian = cast.browser("ian")
    assert ian.get(at("people")).status_code == 403
    cast.browser("fiona").post(at("role", person_id=cast.people["ian"].id), {"role": "facilitator"})
    assert ian.get(at("people")).status_code == 200


def test_whose_access_ended_finds_nothing_here_any_more(cast) -> None:
    ian = cast.browser("ian")
    cast.browser("fiona").post(at("role", person_id=cast.people["ian"].id), {"end": "1"})
    assert ian.get(reverse("goals:goals", kwargs={"client": "alder-mutual"})).status_code == 404


def test_who_has_left_no_longer_signs_in_here_and_can_come_back(cast) -> None:
    fiona, ian, goals = cast.browser("fiona"), cast.browser("ian"), reverse("goals:goals", kwargs={"client": "alder-mutual"})
    page = fiona.post(at("leave", person_id=cast.people["ian"].id), follow=True).content.decode()
    assert ian.get(goals).status_code == 404
    assert f'action="{at("come_back", person_id=cast.people["ian"].id)}"' in page
    fiona.post(at("come_back", person_id=cast.people["ian"].id))
    assert ian.get(goals).status_code == 200


def test_the_last_who_looks_after_people_cannot_go(cast) -> None:
    with cast.inside():
        actions.end_access(by=cast.petra, person_id=cast.people["petra"].id)
    answer = cast.browser("fiona").post(at("leave", person_id=cast.fiona.person_id))
    assert answer.status_code == 422
    assert "the only one who looks after people here" in answer.content.decode()


def test_a_facilitator_does_not_touch_the_lead_nor_make_a_second_one(at_alder) -> None:
    for attempt in (
        lambda: actions.change_role(by=at_alder.fiona, person_id=at_alder.petra.person_id, role="contributor"),
        lambda: actions.change_role(by=at_alder.fiona, person_id=at_alder.ian.person_id, role="provider_lead"),
    ):
        with pytest.raises(registry.Refused):
            attempt()


def test_a_facilitator_names_the_first_lead_while_there_is_none(cast) -> None:
    with cast.inside():
        Assignment.objects.filter(role="provider_lead").delete()
        actions.change_role(by=cast.fiona, person_id=cast.ian.person_id, role="provider_lead")
    assert Assignment.objects.get(account=cast.accounts["ian"]).role == "provider_lead"


def test_an_open_link_is_seen_on_the_persons_page_and_closed_there(cast) -> None:
    fiona, person_id = cast.browser("fiona"), cast.people["bella"].id
    with cast.inside():
        link = actions.make_link(by=cast.fiona, person=cast.people["bella"], purpose="test.note", subject_id=uuid4()).link
    close = at("revoke_link", person_id=person_id, link_id=link.id)
    assert close in fiona.get(at("person", person_id=person_id)).content.decode()
    fiona.post(close)
    assert close not in fiona.get(at("person", person_id=person_id)).content.decode()
    with cast.inside():
        link.refresh_from_db()
        assert not link.is_open


def test_a_lead_opens_a_client_and_is_the_first_person_there(cast) -> None:
    words = {"name": "Corvid Bank", "trade": "Banking", "currency": "GBP", "business_team": "Loans", "it_team": "Delivery"}
    answer = cast.browser("petra").post(reverse("people:new_client"), words)
    assert answer.url == "/corvid-bank/settings/people/"
    page = cast.browser("petra").get(answer.url).content.decode()
    assert "One person works here so far" in page
    assert "Loans" in page


@pytest.mark.parametrize("who", ["bella", "ian", "fiona"])
def test_who_leads_no_provider_opens_no_client(cast, who: str) -> None:
    assert cast.browser(who).get(reverse("people:new_client")).status_code == 403


def test_a_clients_short_name_never_takes_an_address_of_accord_itself(cast) -> None:
    words = {"name": "Clients", "currency": "EUR", "business_team": "A", "it_team": "B"}
    assert cast.browser("petra").post(reverse("people:new_client"), words).url == "/clients-2/settings/people/"


@pytest.mark.parametrize("who", ["bella", "ian"])
@pytest.mark.parametrize("name", ["people", "add_person", "add_team"])
def test_others_do_not_look_after_people(cast, who: str, name: str) -> None:
    assert cast.browser(who).get(at(name)).status_code == 403


def test_a_stranger_gets_the_answer_of_a_place_that_is_not_there(cast) -> None:
    sam = cast.browser("sam")
    assert sam.get(at("people")).status_code == sam.get("/nobody-at-all/settings/people/").status_code == 404
    assert sam.get(reverse("people:person", kwargs={"client": "brightwell", "person_id": cast.people["bella"].id})).status_code == 404


def test_who_is_not_signed_in_is_led_to_sign_in(client, cast) -> None:
    for path in (at("people"), at("tokens"), reverse("people:new_client")):
        assert client.get(path).url.startswith("/accounts/login/")
