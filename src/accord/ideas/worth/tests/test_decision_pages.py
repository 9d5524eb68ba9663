"""The pages of decisions and briefs, as each person sees them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accord.base import clock, registry, scope
from accord.base.people import links
from accord.ideas.worth import actions
from accord.ideas.worth.models import Acknowledgement, Decision, Sending, Weighing
from accord.ideas.worth.rules.decision import Reply
from accord.ideas.worth.tests import road

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(at_alder):
    """browser("fiona") is signed in."""

    return at_alder.browser


def url(name, initiative, **more):
    return reverse(f"worth:{name}", kwargs={"client": "alder-mutual", "initiative_id": initiative.id, **more})


def given(cast, **changed):
    said = {"outcome": "better_path", "option": road.SIGN_ON, "reasons": "It removes the cause.", "decided_by_id": str(cast.people["bella"].id)}
    return said | {"decided_on": clock.today().isoformat(), "review_on": "2030-04-01", "open_reason": "It cannot wait."} | changed


def test_a_decision_is_recorded_from_its_page(at_alder, ready, browser):
    answer = browser("fiona").post(url("decision", ready), given(at_alder))
    assert (answer.status_code, Decision.objects.get().option) == (302, road.SIGN_ON)


def test_what_does_not_fit_is_said_and_nothing_is_lost(at_alder, ready, browser):
    answer = browser("fiona").post(url("decision", ready), given(at_alder, open_reason="", reasons="Because of the storms."))
    text = answer.content.decode()
    assert (answer.status_code, "Questions are still open." in text, "Because of the storms." in text) == (422, True, True)


def test_the_page_says_what_would_change_it_before_anything_is_decided(ready, browser):
    text = browser("fiona").get(url("decision", ready)).content.decode()
    assert "What would change it." in text
    assert "Still open" in text


def test_a_business_lead_reads_the_decision_and_finds_no_form(decided, browser):
    text = browser("bella").get(url("decision", decided.initiative)).content.decode()
    assert "It removes the cause and needs nobody at night." in text
    assert 'name="outcome"' not in text


def test_a_reader_is_shown_no_way_to_a_paper_that_was_not_sent(decided, browser):
    pages = [url("decision", decided.initiative), reverse("initiative", kwargs={"client": "alder-mutual", "initiative_id": decided.initiative.id})]
    for page in pages:
        assert url("brief", decided.initiative) not in browser("bella").get(page).content.decode()
        assert url("brief", decided.initiative) in browser("fiona").get(page).content.decode()


def test_the_page_of_the_brief_never_holds_a_stakeholder(decided, browser):
    for name in ("brief", "hand_over", "decision"):
        assert "Canary" not in browser("fiona").get(url(name, decided.initiative)).content.decode()


def test_a_brief_is_sent_from_its_page(at_alder, decided, browser):
    ids = [str(at_alder.people[name].id) for name in ("bella", "ian")]
    answer = browser("fiona").post(url("brief_send", decided.initiative), {"person_ids": ids, "note": ""})
    assert (answer.status_code, Sending.objects.count()) == (302, 2)


def test_sending_to_nobody_says_what_to_do(decided, browser):
    answer = browser("fiona").post(url("brief_send", decided.initiative), {"note": "Hello"})
    assert (answer.status_code, Sending.objects.count()) == (422, 0)


@pytest.fixture
def sent(at_alder, decided):
    """The brief, sent to Bella and Ian."""
    ids = [at_alder.people[name].id for name in ("bella", "ian")]
    return actions.send_brief(by=at_alder.fiona, initiative_id=decided.initiative_id, person_ids=ids)


@pytest.mark.parametrize(("form", "starts"), [("pdf", b"%PDF"), ("pptx", b"PK"), ("md", b"Alder Mutual")])
def test_a_version_is_taken_home_as_a_file(decided, sent, browser, form, starts):
    answer = browser("bella").get(url("brief_file", decided.initiative, number=1, form=form))
    assert answer.content.startswith(starts)
    assert f"-1.{form}" in answer["Content-Disposition"]


def test_a_file_of_no_such_form_is_not_there(decided, sent, browser):
    assert browser("bella").get(url("brief_file", decided.initiative, number=1, form="exe")).status_code == 404


def test_what_is_not_sent_is_not_there_for_those_who_take_part(decided, browser):
    assert browser("bella").get(url("brief", decided.initiative)).status_code == 404
    assert browser("bella").get(url("brief_file", decided.initiative, number=0, form="md")).status_code == 404


def test_somebody_signed_in_acknowledges_on_the_page(at_alder, decided, sent, browser):
    answer = browser("bella").post(url("brief_say", decided.initiative, number=1), {"reply": "acknowledged", "words": ""})
    assert (answer.status_code, Acknowledgement.objects.get().sending.person_id) == (302, at_alder.people["bella"].id)


def test_somebody_of_another_client_finds_none_of_it(decided, sent, browser):
    with scope.outside("the browser of somebody at Brightwell"):
        assert {browser("sam").get(url(name, decided.initiative)).status_code for name in ("decision", "brief", "hand_over")} == {404}


# ---- by link --------------------------------------------------------------------------------------------------------------------------


def test_looking_at_a_link_changes_nothing(sent):
    address = links.address_of(sent[0].link.text)
    for step in ("", "brief.pdf", "thanks", "not-me"):
        for ask in (Client().get, Client().head):
            assert ask(address + (f"{step}/" if step and "." not in step else step)).status_code in (200, 301)
    assert Acknowledgement.objects.count() == 0


def test_a_brief_is_acknowledged_by_link_without_an_account(sent):
    answer = Client().post(links.address_of(sent[0].link.text), {"reply": "acknowledged", "words": "Go."})
    word = Acknowledgement.objects.get()
    assert (answer.status_code, word.reply, word.words, word.digest) == (302, "acknowledged", "Go.", sent[0].sending.paper.digest)


def test_an_objection_without_words_is_asked_for_them(sent):
    answer = Client().post(links.address_of(sent[0].link.text), {"reply": "objected", "words": " "})
    assert (answer.status_code, "Write what you object to" in answer.content.decode(), Acknowledgement.objects.count()) == (422, True, 0)


def test_another_device_sees_neither_the_brief_nor_earlier_words(sent):
    address = links.address_of(sent[0].link.text)
    Client().post(address, {"reply": "objected", "words": "The audit is in May."})
    text = Client().get(address).content.decode()
    assert "The audit is in May." not in text
    assert road.SIGN_ON not in text


def test_one_link_does_not_open_another_persons_word(sent):
    first = Client()
    first.post(links.address_of(sent[0].link.text), {"reply": "objected", "words": "The audit is in May."})
    assert "The audit is in May." not in first.get(links.address_of(sent[1].link.text)).content.decode()


def test_a_link_that_was_taken_back_shows_nothing(sent):
    sent[0].link.link.revoked_at = clock.now()
    sent[0].link.link.save()
    assert Client().get(links.address_of(sent[0].link.text)).status_code == 410


def test_the_link_of_a_hand_over_asks_whether_they_have_what_they_need(at_alder, decided):
    [handed] = actions.hand_over(by=at_alder.fiona, initiative_id=decided.initiative_id, person_ids=[at_alder.people["ian"].id])
    assert "I have what I need" in Client().get(links.address_of(handed.link.text)).content.decode()


# ---- Today and the story ----------------------------------------------------------------------------------------------------------------


def kinds(by):
    return sorted(one.kind for one in registry.owed.collect(by=by) if one.kind.startswith("worth."))


def test_a_brief_waits_for_those_who_were_sent_it(at_alder, sent):
    assert "worth.paper" in kinds(at_alder.bella)
    actions.acknowledge(by=at_alder.bella, sending_id=sent[0].sending.id, reply=Reply.ACKNOWLEDGED)
    assert "worth.paper" not in kinds(at_alder.bella)


def test_an_objection_waits_for_those_who_facilitate_until_the_person_says_otherwise(at_alder, sent):
    actions.acknowledge(by=at_alder.bella, sending_id=sent[0].sending.id, reply=Reply.OBJECTED, words="The audit is in May.")
    assert "worth.objection" in kinds(at_alder.fiona)
    assert "worth.objection" not in kinds(at_alder.ian)
    actions.acknowledge(by=at_alder.bella, sending_id=sent[0].sending.id, reply=Reply.ACKNOWLEDGED)
    assert "worth.objection" not in kinds(at_alder.fiona)


def test_silence_is_told_after_three_days(at_alder, sent):
    assert "worth.silent" not in kinds(at_alder.fiona)
    with clock.at(clock.now() + timedelta(days=4)):
        [row] = [one for one in registry.owed.collect(by=at_alder.fiona) if one.kind == "worth.silent"]
    assert row.title == f"2 people have not acknowledged “{sent[0].sending.paper.initiative.title}”"


def test_the_day_to_look_again_comes_and_then_waits(at_alder, decided):
    assert [one.on for one in registry.coming.collect(by=at_alder.bella) if "look again" in one.title] == [decided.review_on]
    with clock.at(clock.now() + timedelta(days=365 * 5)):
        assert "worth.review" in kinds(at_alder.fiona)


def test_a_planned_decision_waits_for_the_one_who_decides(at_alder, ready):
    actions.plan_decision(by=at_alder.fiona, initiative_id=ready.id, person_id=at_alder.people["bella"].id, due=clock.today() + timedelta(days=9))
    assert "worth.decide" in kinds(at_alder.bella)
    assert [one.on for one in registry.coming.collect(by=at_alder.ian) if "decided" in one.title] == [clock.today() + timedelta(days=9)]


def panel(by, initiative):
    return next(one for one in registry.panel.collect(by=by, initiative_id=initiative.id) if one.key == "decision")


def test_the_decision_is_the_last_chapter_of_an_initiative(at_alder, ready):
    assert registry.panel.collect(by=at_alder.fiona, initiative_id=ready.id)[-1].key == "decision"


def test_the_chapter_counts_who_acknowledged(at_alder, decided, sent):
    actions.acknowledge(by=at_alder.bella, sending_id=sent[0].sending.id, reply=Reply.ACKNOWLEDGED)
    shown = panel(at_alder.fiona, decided.initiative).context
    assert (shown["acknowledged"], shown["sent"]) == (1, 2)


def test_those_who_take_part_do_not_see_who_acknowledged(at_alder, decided, sent):
    assert "acknowledged" not in panel(at_alder.bella, decided.initiative).context


def test_the_story_tells_the_decision_to_everybody_and_the_readers_to_those_who_send(at_alder, decided, sent):
    def told(by):
        return [line.lead + line.text for line in registry.story.collect(by=by, initiative_id=decided.initiative_id)]

    assert any(text.startswith("Decided:") for text in told(at_alder.bella))
    assert any("The brief went to" in text for text in told(at_alder.fiona))
    assert not any("The brief went to" in text for text in told(at_alder.bella))


def test_a_brief_that_went_to_two_people_on_a_day_is_one_line(at_alder, decided, sent):
    lines = [line.text for line in registry.story.collect(by=at_alder.fiona, initiative_id=decided.initiative_id)]
    assert [text for text in lines if "The brief went to" in text] == ["The brief went to the Head of Claims and the Identity engineer"]


def test_two_who_acknowledge_on_a_day_are_told_together(at_alder, decided, sent):
    for by, one in zip((at_alder.bella, at_alder.ian), sent, strict=True):
        actions.acknowledge(by=by, sending_id=one.sending.id, reply=Reply.ACKNOWLEDGED)
    lines = [line.text for line in registry.story.collect(by=at_alder.fiona, initiative_id=decided.initiative_id)]
    assert "The Head of Claims and the Identity engineer acknowledged the brief" in lines


def initiative_page(browser, who, initiative):
    return " ".join(browser(who).get(reverse("initiative", kwargs={"client": "alder-mutual", "initiative_id": initiative.id})).content.decode().split())


def test_what_is_decided_says_when_it_is_reviewed_and_what_was_expected(decided, browser):
    text = initiative_page(browser, "bella", decided.initiative)
    assert "<b>We look back on 1 April 2030.</b>" in text
    assert f"What is expected of “{road.SIGN_ON}”, against doing nothing:" in text


def test_before_a_decision_there_is_no_review(ready, browser):
    assert "look back" not in initiative_page(browser, "fiona", ready)


def test_once_decided_nobody_is_told_to_ask_or_to_decide(decided, browser):
    text = browser("fiona").get(url("case", decided.initiative)).content.decode()
    assert "Decided by the Head of Claims" in text
    assert "Send the question" not in text
    assert "The next best question" not in text


def listed(browser, who="fiona"):
    return " ".join(browser(who).get(reverse("initiatives", kwargs={"client": "alder-mutual"})).content.decode().split())


def test_the_list_says_what_comes_of_a_decision(decided, browser):
    text = listed(browser)
    assert "to be handed over" in text
    assert "we look again on 1 April 2030" in text
    assert "could tell us" not in text
    assert "The first look back is on 1 April 2030." in text


def test_where_doing_nothing_is_best_the_list_says_so_in_words(at_alder, ready, browser):
    row = Weighing.objects.order_by("-version")[0]
    nothing = next(one["name"] for one in row.facts["options"] if one["role"] == "nothing")
    Weighing.objects.create(client=row.client, case=row.case, version=row.version + 1, facts=row.facts | {"best": nothing})
    assert "doing nothing is best" in listed(browser)
