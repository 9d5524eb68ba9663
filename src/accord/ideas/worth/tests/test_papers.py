"""Briefs and hand-overs in the database: frozen when sent, acknowledged with the very text, never with a word about politics."""

import io
from datetime import date, timedelta

import pypdf
import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from pptx import Presentation

from accord.base import clock, registry
from accord.base.journal.models import Entry
from accord.base.paper import kept
from accord.base.paper.markdown import render
from accord.ideas.goals import queries as goals
from accord.ideas.goals.rules import Stage
from accord.ideas.worth import actions, forms_of_paper, queries
from accord.ideas.worth.models import Paper
from accord.ideas.worth.queries import papers
from accord.ideas.worth.rules.decision import Kind, Outcome, Reply
from accord.ideas.worth.tests import road


def send(cast, decided, *names, note=""):
    ids = [cast.people[name].id for name in names or ("bella",)]
    return actions.send_brief(by=cast.fiona, initiative_id=decided.initiative_id, person_ids=ids, note=note)


def hand(cast, decided, *names):
    return actions.hand_over(by=cast.fiona, initiative_id=decided.initiative_id, person_ids=[cast.people[name].id for name in names or ("ian",)])


def decide_again(cast, decided, reasons="The auditors said yes."):
    return actions.record_decision(
        by=cast.fiona, initiative_id=decided.initiative_id, outcome=Outcome.BETTER_PATH, reasons=reasons, decided_by_id=cast.people["bella"].id,
        review_on=date(2030, 5, 1), open_reason="It cannot wait.",
    )


TOLD = [
    "Decide nine in ten claims in three days.", "now 71 of 100, 90 of 100 by 1 June 2027", "Handlers who cannot sign in lose the first hour",
    "On named storms, not on every storm.", "Head of Claims", "Doing nothing costs between", road.DESK, road.SIGN_ON, "It removes the cause",
    "We look again", "What would change it", "Still open",
]


def test_the_brief_tells_goal_confirmed_words_cost_options_and_decision(at_alder, decided):
    text = queries.show_brief(by=at_alder.fiona, initiative_id=decided.initiative_id).markdown
    assert [words for words in TOLD if words not in text.replace("\\", "")] == []


def test_the_brief_and_the_page_of_the_initiative_say_the_same_cost_of_today(at_alder, decided):
    text = queries.show_brief(by=at_alder.fiona, initiative_id=decided.initiative_id).markdown.replace("\\", "")
    shown = next(one for one in registry.panel.collect(by=at_alder.fiona, initiative_id=decided.initiative_id) if one.key == "worth").context
    assert [figure in text for figure in shown["costs"]] == [True, True]


def test_an_answer_that_nobody_confirmed_is_not_in_the_brief(at_alder, decided):
    assert "It happens on every storm day" not in queries.show_brief(by=at_alder.fiona, initiative_id=decided.initiative_id).markdown


def test_the_same_brief_sent_to_two_people_is_one_version(at_alder, decided):
    first, second = send(at_alder, decided, "bella"), send(at_alder, decided, "ian")
    assert [first[0].sending.paper.number, second[0].sending.paper.number] == [1, 1]


def test_a_later_change_makes_a_new_version_and_leaves_the_old_one(at_alder, decided):
    [first] = send(at_alder, decided)
    decide_again(at_alder, decided)
    [second] = send(at_alder, decided)
    old = queries.show_brief(by=at_alder.bella, initiative_id=decided.initiative_id, version=1)
    assert second.sending.paper.number == 2
    assert (old.digest, "It removes the cause" in old.markdown) == (first.sending.paper.digest, True)


def test_what_was_sent_is_frozen_as_text_and_as_figures(at_alder, decided):
    [sent] = send(at_alder, decided)
    decide_again(at_alder, decided)
    row = Paper.objects.get(id=sent.sending.paper_id)
    assert render(papers.document_of(row)) == row.text
    assert kept.digest(row.kept) == row.digest


def test_the_database_refuses_to_change_what_was_sent(at_alder, decided):
    [sent] = send(at_alder, decided)
    with pytest.raises(DatabaseError), transaction.atomic():
        Paper.objects.filter(id=sent.sending.paper_id).update(text="Otherwise")


def test_a_paper_that_is_not_what_was_written_is_not_shown(at_alder, decided):
    [sent] = send(at_alder, decided)
    row = Paper.objects.get(id=sent.sending.paper_id)
    row.kept["title"] = "Another decision"
    with pytest.raises(registry.NotAsWritten):
        papers.document_of(row)


@pytest.fixture
def changed(at_alder, decided, monkeypatch):
    """A brief that was sent, in a database where somebody changed it afterwards. Returns the paths of its pages: Fiona's, and the reader's link."""
    [sent] = send(at_alder, decided)
    monkeypatch.setattr(kept, "digest", lambda data: "0" * 64)
    return f"/alder-mutual/initiatives/{decided.initiative_id}/brief/1/", f"/l/{sent.link.text}/"


def test_a_changed_paper_is_told_calmly_to_whoever_opens_it_and_stays_unread(at_alder, changed, client, caplog):
    client.force_login(at_alder.accounts["fiona"], backend="django.contrib.auth.backends.ModelBackend")
    for path in changed:
        answer = client.get(path)
        said = answer.content.decode()
        assert answer.status_code == 409
        assert "The kept text is not what was sent" in said and "accord verify" in said
        assert "It removes the cause" not in said
    assert "brief 1 of" in caplog.text


def test_verify_names_the_paper_that_is_not_what_was_sent(at_alder, changed):
    assert registry.unlike.collect() == ["Decision brief 1 of “On storm days my handlers cannot sign in and claims wait until noon”"]


def test_verify_finds_nothing_in_papers_that_are_what_was_sent(at_alder, decided):
    send(at_alder, decided)
    assert registry.unlike.collect() == []


def test_an_acknowledgement_keeps_the_exact_text(at_alder, decided):
    [sent] = send(at_alder, decided)
    word = actions.acknowledge(by=at_alder.bella, sending_id=sent.sending.id, reply=Reply.ACKNOWLEDGED)
    decide_again(at_alder, decided)
    assert (word.text, word.digest) == (sent.sending.paper.text, sent.sending.paper.digest)


def test_the_journal_holds_the_digest_that_was_acknowledged(at_alder, decided):
    [sent] = send(at_alder, decided)
    word = actions.acknowledge(by=at_alder.bella, sending_id=sent.sending.id, reply=Reply.ACKNOWLEDGED)
    assert Entry.objects.get(subject_id=word.id).payload["digest"] == sent.sending.paper.digest


def test_an_objection_needs_words(at_alder, decided):
    [sent] = send(at_alder, decided)
    with pytest.raises(registry.Mistake) as refused:
        actions.acknowledge(by=at_alder.bella, sending_id=sent.sending.id, reply=Reply.OBJECTED)
    assert refused.value.field == "words"


def test_the_same_word_twice_is_one_and_another_later_stands_beside_it(at_alder, decided):
    [sent] = send(at_alder, decided)
    for reply, words in ((Reply.OBJECTED, "The audit is in May."), (Reply.OBJECTED, "The audit is in May."), (Reply.ACKNOWLEDGED, "")):
        actions.acknowledge(by=at_alder.bella, sending_id=sent.sending.id, reply=reply, words=words)
    assert [word.reply for word in papers.words_of(sent.sending.id)] == ["objected", "acknowledged"]


def test_nobody_answers_for_somebody_else(at_alder, decided):
    [sent] = send(at_alder, decided)
    with pytest.raises(registry.NotThere):
        actions.acknowledge(by=at_alder.ian, sending_id=sent.sending.id, reply=Reply.ACKNOWLEDGED)


def test_the_facilitator_sees_who_said_what_and_who_has_not(at_alder, decided):
    first, _second = send(at_alder, decided, "bella", "ian")
    actions.acknowledge(by=at_alder.bella, sending_id=first.sending.id, reply=Reply.OBJECTED, words="The audit is in May.")
    found = queries.list_acknowledgements(by=at_alder.fiona, initiative_id=decided.initiative_id)
    said = [(one.person, one.reply, one.words) for one in found]
    assert said == [("Head of Claims", "objected", "The audit is in May."), ("Identity engineer", "waiting", "")]


def test_a_brief_goes_out_as_a_letter_with_a_link_and_the_note(at_alder, decided):
    mail.outbox.clear()
    [sent] = send(at_alder, decided, note="See you on Tuesday.")
    [letter] = mail.outbox
    assert (letter.to, sent.link.url in letter.body, "See you on Tuesday." in letter.body) == (["bella@alder.example"], True, True)


def test_somebody_is_reminded_once_and_not_at_once(at_alder, decided):
    [sent] = send(at_alder, decided)
    with pytest.raises(registry.Mistake):
        actions.nudge_reader(by=at_alder.fiona, sending_id=sent.sending.id)
    with clock.at(clock.now() + timedelta(days=4)):
        actions.nudge_reader(by=at_alder.fiona, sending_id=sent.sending.id)
        with pytest.raises(registry.Mistake):
            actions.nudge_reader(by=at_alder.fiona, sending_id=sent.sending.id)


def test_nobody_is_sent_the_same_version_twice(at_alder, decided):
    send(at_alder, decided)
    with pytest.raises(registry.Mistake):
        send(at_alder, decided)


def test_those_who_only_take_part_see_a_brief_once_it_was_sent(at_alder, decided):
    with pytest.raises(registry.NotThere):
        queries.show_brief(by=at_alder.bella, initiative_id=decided.initiative_id)
    send(at_alder, decided, "ian")
    assert queries.show_brief(by=at_alder.bella, initiative_id=decided.initiative_id).version == 1


@pytest.mark.parametrize("who", ["bella", "ian"])
def test_only_those_who_facilitate_send(at_alder, decided, who):
    with pytest.raises(registry.Refused):
        actions.send_brief(by=getattr(at_alder, who), initiative_id=decided.initiative_id, person_ids=[at_alder.people["ian"].id])


def test_nothing_is_handed_over_before_somebody_decides_to_do_something(at_alder, ready):
    with pytest.raises(registry.Mistake):
        actions.hand_over(by=at_alder.fiona, initiative_id=ready.id, person_ids=[at_alder.people["ian"].id])


def test_a_hand_over_goes_to_those_who_deliver(at_alder, decided):
    with pytest.raises(registry.Mistake):
        hand(at_alder, decided, "bella")


def test_delivery_begins_when_somebody_who_delivers_has_what_they_need(at_alder, ready, decided):
    [sent] = hand(at_alder, decided)
    assert goals.stage_of(ready) is Stage.DECISION
    actions.acknowledge(by=at_alder.ian, sending_id=sent.sending.id, reply=Reply.ACKNOWLEDGED)
    assert goals.stage_of(ready) is Stage.DELIVERY


def test_delivery_does_not_begin_with_an_objection(at_alder, ready, decided):
    [sent] = hand(at_alder, decided)
    actions.acknowledge(by=at_alder.ian, sending_id=sent.sending.id, reply=Reply.OBJECTED, words="Which directory?")
    assert goals.stage_of(ready) is Stage.DECISION


def test_the_hand_over_tells_paths_ruled_out_open_questions_and_every_range(at_alder, decided):
    text = queries.show_hand_over(by=at_alder.fiona, initiative_id=decided.initiative_id).markdown.replace("\\", "")
    told = ("Paths we ruled out", f"{road.DESK}:", "Still open", "Cost of an hour", "€38 to €46 an hour", "shift plan")
    assert [words for words in told if words not in text] == []


@pytest.mark.parametrize("kind", list(Kind))
def test_no_form_of_any_paper_knows_the_name_of_a_stakeholder(at_alder, decided, kind, tmp_path_factory):
    document = papers.as_it_stands(goals.initiative(decided.initiative_id), kind)
    made = {form: forms_of_paper.made(document, form) for form in forms_of_paper.FORMS}
    read = {
        "md": made["md"].decode(),
        "pdf": "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made["pdf"])).pages),
        "pptx": "\n".join(shape.text_frame.text for slide in Presentation(io.BytesIO(made["pptx"])).slides for shape in slide.shapes if shape.has_text_frame),
    }
    assert {form: "Canary" in text or "Blackwood" in text for form, text in read.items()} == {"md": False, "pdf": False, "pptx": False}
