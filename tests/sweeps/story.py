"""One of everything in one client, told by the product's own actions: what the sweeps are sent against.

Each idea has a chapter; a new kind of row is added where it belongs, and the completeness test says when one is missing. `words` is put
around everything a person writes, so the same story serves to plant markup, commands and formulas.
"""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from unittest.mock import patch
from uuid import UUID

from accord.base import clock, registry, scope
from accord.base.journal import actions as receipts
from accord.base.people import access, later
from accord.base.people import actions as people
from accord.base.people.models import Client, Link, Person
from accord.base.people.rules import Actor, Role
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.models import Critical, RoundItem
from accord.ideas.empathy.queries.choosing import CostGiven
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries
from accord.ideas.goals.models import Goal
from accord.ideas.goals.queries import recalls
from accord.ideas.goals.rules import Stage
from accord.ideas.listen import actions as listen
from accord.ideas.listen.models import Question
from accord.ideas.risks import actions as risks
from accord.ideas.risks.actions.asking import remind_once
from accord.ideas.risks.models import FIRST, Asking, Report
from accord.ideas.worth import actions as worth
from accord.ideas.worth.actions import voices
from accord.ideas.worth.models import Quantity, RangeQuestion, Voice
from accord.ideas.worth.rules.decision import Outcome, Reply
from accord.ideas.worth.rules.shape import How
from accord.ideas.worth.tests.road import RANGES

Words = Callable[[str], str]


@dataclass
class Story:
    """Whose it is, who took part, and the texts of the links that went out, by purpose."""

    client: Client
    by: Actor
    nora: Actor
    otto: Actor
    links: dict[str, list[str]] = field(default_factory=dict)
    token: str = ""
    device: str = ""

    def sent(self, *made: people.NewLink | None) -> None:
        for one in made:
            if one is not None:
                self.links.setdefault(one.link.purpose, []).append(one.text)


def tell(client: Client, by: Actor, words: Words = str, *, weighs: bool = True) -> Story:
    """The whole story. `weighs` says whether the value case is weighed at the end, which takes a second."""
    with scope.unit(), scope.within(client.id):
        story = _people(client, by, words)
        _goals(story, words)
        first = _request(story, words)
        _effort(story, first, words)
        _conversation(story, first, words)
        _worth(story, first, words, weighs)
        _decision(story, first, words)
        _reset(story, words)
        _rounds(story, first, words)
        _check_ins(story, words)
        _warnings_by_hand(story, words)
        _ratings(story, words)
        _heard(story, words)
        _recall(story, words)
        _warnings(story, first, words)
        _unnamed(story, words)
        _own(story, words)
    return story


def participant(person: Person) -> Actor:
    return Actor(person.client_id, person.id, person.name, person.job, person.side, Role.PARTICIPANT, "link")


def _people(client: Client, by: Actor, words: Words) -> Story:
    people.add_team(by=by, name=words("Night shift"), side="business")
    nora = people.add_person(by=by, name=words("Nora Dahl"), email=f"nora@{client.slug}.example", job=words("Claims handler"), team=words("Night shift"))
    otto = people.add_person(by=by, name=words("Otto Brandt"), email=f"otto@{client.slug}.example", job=words("Analyst"), side="it")
    return Story(client, by, participant(nora), participant(otto))


def _goals(story: Story, words: Words) -> None:
    by, said = story.by, {"measure": words("Claims decided in three days"), "unit": words("of 100"), "baseline": Decimal(60), "target": Decimal(90)}
    top = goals.set_goal(by=by, title=words("Customers stay"), why=words("They leave slowly"), owner_id=story.nora.person_id).goal_id
    goal = goals.set_goal(by=by, title=words("Decide quickly"), why=words("Storms"), owner_id=story.nora.person_id, parent_id=top, due=date(2027, 6, 1), **said)
    goals.change_goal(by=by, goal_id=goal.goal_id, reason=words("Too slow"), current=Decimal(71))
    story.top, story.goal = top, goal.goal_id  # type: ignore[attr-defined]
    _agreement(story, words)


def _agreement(story: Story, words: Words) -> None:
    """A goal with two owners changes; who works for it is told, says what it means, is corrected and says it again."""
    by, nora, otto, goal_id = story.by, story.nora, story.otto, story.goal  # type: ignore[attr-defined]
    row = goals.contribute(by=by, goal_id=goal_id, role=words("Claims handler"), how=words("They decide"), speaker_id=otto.person_id)
    goals.change_goal(by=by, goal_id=goal_id, reason=words("Both sides"), also_ids=[otto.person_id], target=Decimal(95), tell=True)
    first = goals.teach_back(by=otto, link_id=row.id, words=words("We look at storms first."))
    goals.confirm(by=nora, teach_back_id=first.id, agrees=False, words=words("Every claim, not storms alone."))
    again = goals.teach_back(by=otto, link_id=row.id, words=words("Any claim leaves our desk by the third day."))
    goals.confirm(by=nora, teach_back_id=again.id, agrees=True)
    ended = goals.set_goal(by=by, title=words("No paper"), why=words("It was the fashion"), owner_id=nora.person_id)
    goals.turn_goal(by=by, goal_id=ended.goal_id, state="retired", reason=words("Nobody needs it"))
    goals.choose_labels(by=by, key="okr")
    goals.label_goal(by=by, goal_id=goal_id, label="objective")


def _request(story: Story, words: Words) -> UUID:
    filed = listen.file_request(
        by=story.by, problem=words("On storm days handlers cannot sign in."), asked_for=words("A password desk"), if_not=words("Claims wait"),
        on_behalf_of=story.nora.person_id,
    )
    story.sent(filed.link)
    listen.confirm_request(by=story.nora, request_id=filed.request.id, agrees=False, words=words("Before eight they cannot."))
    listen.join_request(by=story.otto, request_id=filed.request.id, words=words("For us as well."))
    second = listen.file_request(by=story.by, problem=words("Letters go out twice.")).request.initiative_id
    first = filed.request.initiative_id
    goals.serve(by=story.by, initiative_id=first, goal_id=story.goal, how=words("Fewer waits"))  # type: ignore[attr-defined]
    goals.serve(by=story.by, initiative_id=second, goal_id=story.goal)  # type: ignore[attr-defined]
    goals.serve_no_more(by=story.by, initiative_id=second, goal_id=story.goal)  # type: ignore[attr-defined]
    day = clock.today()
    goals.set_lead(by=story.by, initiative_id=first, person_id=story.otto.person_id)
    goals.note_progress(by=story.by, initiative_id=first, words=words("Half is there"), starts=day - timedelta(20), ends=day + timedelta(9))
    synced = {"source": words("Board"), "reference": words("B-7")}
    goals.note_progress(by=story.by, initiative_id=first, words=words("Parts are late"), expected=day + timedelta(30), **synced)
    goals.rename_initiative(by=story.by, initiative_id=first, title=words("Handlers locked out"), why=words("Storm mornings"))
    return first


def _effort(story: Story, initiative_id: UUID, words: Words) -> None:
    """A month's hours: counted, estimated, and from a file with a name nobody matched, one set aside and one that was."""
    by, day = story.by, clock.today().replace(day=1) - timedelta(days=1)
    goals.set_attention(by=by, goal_id=story.goal, share=100)  # type: ignore[attr-defined]
    goals.note_effort(by=by, initiative_id=initiative_id, month=day, amount=Decimal(30), source=words("Board"), reference=words("T-1"))
    goals.estimate_effort(by=by, month=day, parts=[goals.Share(initiative_id, Decimal(2), Decimal(5))], unit="days")
    names = [words(name).replace('"', '""') for name in ("Phone calls", "Leave", "Letters twice")]
    sheet = "Project,Date,Hours\n" + "".join(f'"{name}",{day},{hours}\n' for hours, name in enumerate(names, start=1))
    goals.import_effort(by=by, name=words("hours") + ".CSV", content=base64.b64encode(sheet.encode()).decode())
    _unmatched, aside, matched = queries.list_work_names(by=by)
    goals.match_work(by=by, work_id=aside.work_id, aside=True)
    goals.match_work(by=by, work_id=matched.work_id, initiative_id=initiative_id)


def _conversation(story: Story, initiative_id: UUID, words: Words) -> None:
    by, nora, otto = story.by, story.nora, story.otto
    puts = [listen.Put("day_to_day", words("What is your morning like?")), listen.Put("if_not"), listen.Put("impact_numbers", kind="range", unit="minutes")]
    asked = listen.ask(by=by, initiative_id=initiative_id, person_ids=[nora.person_id, otto.person_id], questions=puts, note=words("Five minutes?"))
    story.sent(*(one.link for one in asked))
    day, if_not, _numbers = Question.objects.filter(asking__person=nora.person_id, asking__way="link").order_by("place")
    listen.answer(by=nora, question_id=day.id, words=words("We lose the first hour of every named storm."))
    listen.hand_on(by=nora, question_id=if_not.id, name=words("Ola Vik"), email=f"ola@{story.client.slug}.example", note=words("Knows it"))
    note = {"by": by, "initiative_id": initiative_id, "way": "phone"}
    listen.note_answer(**note, person_id=nora.person_id, words=words("People ring the desk."), aspect="goal", question=words("And then?"))
    listen.note_answer(**note, person_id=otto.person_id, words=words("We reset by hand."), aspect="day_to_day")
    _playbacks(story, initiative_id, words)
    soon = clock.today() + timedelta(9)
    listen.not_known(by=by, initiative_id=initiative_id, aspect="if_not", person_id=otto.person_id, by_date=soon, what=words("Calls a day"))
    step = listen.add_step(by=by, initiative_id=initiative_id, level=1, words=words("Sign in"), said_by_id=nora.person_id)
    listen.add_step(by=by, initiative_id=initiative_id, level=2, words=words("Decide on the day"), below_id=step.id)
    listen.change_question(by=by, aspect="day_to_day", words=f"What does a day look like, asked {story.client.name}?")  # of the provider: all clients see it
    listen.move_on(by=by, initiative_id=initiative_id, reason=words("The season starts"))


def _playbacks(story: Story, initiative_id: UUID, words: Words) -> None:
    by, nora, otto = story.by, story.nora, story.otto
    listen.save_draft(by=by, initiative_id=initiative_id, person_id=nora.person_id, sentences=[listen.Said(words("The hour is lost."), "goal")])
    listen.set_aside(by=by, initiative_id=initiative_id, person_id=nora.person_id, word=words("ticket"))
    sentences = [listen.Said(words("Handlers lose an hour on storm days."), "day_to_day"), listen.Said(words("The desk is rung."), "goal")]
    played = listen.play_back(by=by, initiative_id=initiative_id, person_id=nora.person_id, sentences=sentences)
    story.sent(played.link)
    first, second = played.version.sentences.order_by("place")
    verdicts = [listen.Word(first.id, True), listen.Word(second.id, False, words("On named storms only."))]
    listen.say_to_sentences(by=nora, playback_id=played.version.playback_id, said=verdicts)
    listen.review(by=by, playback_id=played.version.playback_id)
    listen.give_pulse(by=nora, initiative_id=initiative_id, understood=4, worth_it=3)
    refused = listen.play_back(by=by, initiative_id=initiative_id, person_id=otto.person_id, sentences=sentences[:1])
    story.sent(refused.link)
    listen.refuse(by=otto, playback_id=refused.version.playback_id, words=words("I did not say this."))


def _worth(story: Story, initiative_id: UUID, words: Words, weighs: bool) -> None:
    by, nora, otto = story.by, story.nora, story.otto
    with patch("accord.ideas.worth.actions.changing.keep"):
        case = worth.open_case(by=by, initiative_id=initiative_id, asked=words("Password desk"), better=words("Single sign-on"))
        for quantity in Quantity.objects.filter(case=case, name__in=RANGES):
            low, high = RANGES[quantity.name]
            worth.give_range(by=nora, quantity_id=quantity.id, low=low, high=high, basis=words("shift plan"))
        said = {"note": words("By post"), "question": words("How many?")}
        own = worth.add_quantity(by=by, initiative_id=initiative_id, label="Letters lost", low=1, high=9, unit="€", **said)
        worth.set_step(by=by, initiative_id=initiative_id, name="letters", formula="letters lost * 2", note=words("Twice"))
        worth.set_option(by=by, initiative_id=initiative_id, name=words("Wait"), note=words("Another season"), formula="-letters")
        worth.set_knower(by=by, initiative_id=initiative_id, person_id=nora.person_id, quantity_ids=[own.id], minutes=10)
        voice = worth.give_range(by=otto, quantity_id=own.id, low=2, high=4, basis=words("my memory"))
        worth.set_aside(by=by, voice_id=voice.id, reason=words("Another year"))
        other = Quantity.objects.get(case=case, name="people affected")
        worth.set_pair(by=by, initiative_id=initiative_id, first_id=own.id, second_id=other.id, how=How.SOMEWHAT, basis=words("same storms"))
        worth.note_fact(by=by, quantity_id=own.id, value=3, basis=words("counted"))
        _ranges(story, initiative_id, own.id, words)
        worth.note_stakeholder(by=by, initiative_id=initiative_id, name=words("Quentin"), notes=words("Wants it for his team"))
    if weighs:
        worth.change_settings(by=by, initiative_id=initiative_id, years=2)
    assert Voice.objects.exists()


def _ranges(story: Story, initiative_id: UUID, quantity_id: UUID, words: Words) -> None:
    asked = []
    for person in (story.nora, story.otto):
        others = list(Quantity.objects.filter(case__initiative=initiative_id, name__in=RANGES).values_list("id", flat=True)[:2])
        about = {"initiative_id": initiative_id, "quantity_ids": [quantity_id, *others], "reason": words("It decides")}
        asked.append(worth.ask_range(by=story.by, person_id=person.person_id, **about))
        story.sent(asked[-1].link)
    first, second, third = RangeQuestion.objects.filter(asking=asked[0].asking)
    worth.reply_range(by=story.nora, question_id=first.id, low=1, high=3, basis=words("the log"))
    worth.reply_unknown(by=story.nora, question_id=second.id, note=words("Ask the desk"))
    worth.hand_on_range(by=story.nora, question_id=third.id, name=words("Pia Holm"), email=f"pia@{story.client.slug}.example", note=words("She counts"))
    worth.look_again(by=story.by, initiative_id=initiative_id)


def _decision(story: Story, initiative_id: UUID, words: Words) -> None:
    by, nora, otto = story.by, story.nora, story.otto
    worth.plan_decision(by=by, initiative_id=initiative_id, person_id=nora.person_id, due=clock.today() + timedelta(30))
    worth.record_decision(
        by=by, initiative_id=initiative_id, outcome=Outcome.BETTER_PATH, option=words("Single sign-on"), reasons=words("It removes the cause."),
        decided_by_id=nora.person_id,
        review_on=date(2030, 4, 1), open_reason=words("The season starts."),
    )
    for sent, reader in ((worth.send_brief, nora), (worth.hand_over, otto)):
        out = sent(by=by, initiative_id=initiative_id, person_ids=[reader.person_id], note=words("Two pages"))
        story.sent(*(one.link for one in out))
        worth.acknowledge(by=reader, sending_id=out[0].sending.id, reply=Reply.OBJECTED, words=words("Who pays?"))


def _reset(story: Story, words: Words) -> None:
    """One reset whose goal is settled and waits for the last link; another that is still sealed."""
    by, nora, otto, today = story.by, story.nora, story.otto, clock.today()
    goals.keep_week()
    about = {"why": words("It meant two things"), "person_ids": [nora.person_id, otto.person_id], "picture_on": today + timedelta(90)}
    row = goals.call_reset(by=by, goal_ids=[story.goal], answer_by=today + timedelta(5), **about)  # type: ignore[attr-defined]
    for who in (nora, otto):
        goals.picture(by=who, reset_id=row.id, words=words("A customer rings to say thank you."))
    goals.add_item(by=by, reset_id=row.id, title=words("Two thanks"))
    goals.note_point(by=by, reset_id=row.id, point=words("It covers"), business=words("every claim"), it=words("simple ones"), settled=words("every one"))
    goals.note_minutes(by=by, reset_id=row.id, words=words("We met on Friday."))
    goals.settle(by=by, reset_id=row.id, goal_id=story.goal, title=words("Letters in three days"), look_again=today + timedelta(60))  # type: ignore[attr-defined]
    sealed = goals.call_reset(by=by, goal_ids=[story.top], answer_by=today + timedelta(5), **about)  # type: ignore[attr-defined]
    goals.picture(by=otto, reset_id=sealed.id, words=words("Nobody leaves because of us."))


def _rounds(story: Story, initiative_id: UUID, words: Words) -> None:
    """A round that both sides answered and that is closed, with enough people to be shown; and one that is open and half answered."""
    by, ends = story.by, clock.today() + timedelta(5)
    sides = {"business": [story.nora], "it": [story.otto]}
    for side, people_ in sides.items():
        for number in range(4):
            mail = f"{side}{number}@{story.client.slug}.example"
            people_.append(participant(people.add_person(by=by, name=words(f"{side} {number}"), email=mail, side=side)))  # type: ignore[arg-type]
    asked = {"initiative_ids": [initiative_id], "goal_ids": [story.goal], "person_ids": [one.person_id for each in sides.values() for one in each]}  # type: ignore[attr-defined]
    row = empathy.start_round(by=by, title=words("Spring priorities"), why=words("Before we plan"), closes_on=ends, **asked)
    first, second = (str(item.id) for item in row.items.order_by("place"))
    for place, one in enumerate((*sides["business"], *sides["it"])):
        own, because = ({first: 5, second: 2}, {first: words("Forty calls a day")}) if place == 0 else ({first: 2, second: 4}, {})
        empathy.answer(by=one, round_id=row.id, own=own, guess={first: 3, second: 1}, because=because)
    empathy.take_step(by=story.otto, round_id=row.id, changes={"named": (words("Night shift lead"),)}, done=True)
    empathy.close_round(by=by, round_id=row.id)
    _choosing(story, [*sides["business"], *sides["it"]], asked, words)
    sealed = empathy.start_round(by=by, title=words("Once more"), closes_on=ends, shares="hundred", **asked)
    empathy.take_step(by=story.otto, round_id=sealed.id, changes={"own": (5, 1), "because": {0: words("It burns")}}, done=False)


def _choosing(story: Story, people_: list[Actor], asked: dict[str, Any], words: Words) -> None:
    """A budget that both sides shared out a hundred points for, and what was chosen out of it."""
    by, ends = story.by, clock.today() + timedelta(5)
    row = empathy.start_round(by=by, title=words("Budget of the spring"), closes_on=ends, shares="hundred", guesses=False, **asked)
    first, second = (str(item.id) for item in row.items.order_by("place"))
    for place, one in enumerate(people_):
        own, because = ({first: 5}, {first: words("Every storm stops it")}) if place == 0 else ({first: 2}, {})
        empathy.answer(by=one, round_id=row.id, own=own, because=because, done=False)
        empathy.share_points(by=one, round_id=row.id, points={first: 70, second: 30} if place < len(people_) // 2 else {second: 100})
    empathy.close_round(by=by, round_id=row.id)
    costs = {first: CostGiven(900, 1100), second: CostGiven(400, 600)}
    said = {"why": words("It reaches for one alone"), "decided_by_id": story.nora.person_id}
    empathy.record_choice(by=by, round_id=row.id, budget=1000, costs=costs, taken="by_hand", item_ids=[UUID(second)], **said)


def _check_ins(story: Story, words: Words) -> None:
    """One check-in that was answered by enough to be shown, with thanks, and is closed; another that is open."""
    by, both = story.by, (story.nora, story.otto)
    people_ = [
        participant(people.add_person(by=by, name=words(f"Often {side} {n}"), email=f"often-{side}{n}@{story.client.slug}.example", side=side))
        for n in range(6) for side in ("business", "it")
    ]  # fmt: skip
    first, second = people_[:10], people_[10:]
    empathy.set_cadence(by=by, weeks=2, weekday=1, person_ids=[one.person_id for one in first])
    row = empathy.open_check_in(by=by)
    for one in first:
        said = {"standing": dict.fromkeys(row.standing, 7 if one.side == "it" else 3), "heard": 4, "goal": "something_else", "goal_words": words("Two days")}
        empathy.take_step(by=one, round_id=row.id, changes=said, done=True)
    empathy.give_thanks(by=first[0], round_id=row.id, words=words("Four days early."), person_id=both[1].person_id)
    empathy.close_round(by=by, round_id=row.id)
    empathy.set_cadence(by=by, person_ids=[one.person_id for one in second])
    open_ = empathy.open_check_in(by=by)
    story.sent(people.make_link(by=by, person=Person.objects.get(id=second[0].person_id), purpose="empathy.round", subject_id=open_.id))
    empathy.pause_check_ins(by=by, until=clock.today() + timedelta(60))


def _warnings_by_hand(story: Story, words: Words) -> None:
    """Somebody is asked what they see and says it; another wrote a mail, and asks to have it passed on; whoever must answer was reminded."""
    by, nora, otto = story.by, story.nora, story.otto
    risks.ask_for_warnings(by=by, person_ids=[nora.person_id], goal_id=story.goal, words=words("The freeze is near."))  # type: ignore[attr-defined]
    asking = Asking.objects.get(person=nora.person_id)
    said = {"sees": words("The tests end too late."), "goal_id": story.goal, "asks": words("Start earlier")}  # type: ignore[attr-defined]
    row = risks.raise_by_link(by=nora, asking_id=asking.id, once="first", slots=said | {"answerer_id": otto.person_id})
    itself = access.accord_itself(story.client.id)
    mailed = risks.ask_whether_meant(by=itself, person_id=otto.person_id, words=words("Nobody reads the log."))
    assert mailed is not None
    risks.ask_to_carry(by=otto, asking_id=mailed.id, once="second", slots={"sees": words("Nobody reads the log.")})
    with clock.at(clock.now() + timedelta(days=13)), registry.acting(itself, "risks.look_after_warnings"):
        remind_once(by=itself, row=row)
    for purpose, subject, who in (
        ("risks.raise", asking.id, nora), ("risks.raised", row.id, nora), ("risks.answer", row.id, otto), ("risks.seen", row.id, otto),
    ):  # fmt: skip
        story.sent(people.make_link(by=by, person=Person.objects.get(id=who.person_id), purpose=purpose, subject_id=subject))


def _ratings(story: Story, words: Words) -> None:
    """Ratings of one side in two groups, taken in from a file."""
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(["person", "side", "team", "item", "value"])
    for n in range(12):
        for place, item in enumerate(("Letters", "Sign-in", "Phones")):
            rows.writerow([f"p{n}", "business", words(("Sales", "Night desk")[n % 2]), words(item), 5 - 2 * (n % 2) - (n // 2 + place) % 3])
    content = base64.b64encode(table.getvalue().encode()).decode()
    story.ratings = empathy.take_in_ratings(by=story.by, name="may.csv", content=content, title=words("Survey of May")).id  # type: ignore[attr-defined]


def _heard(story: Story, words: Words) -> None:
    """What came out of the closed round: talked about, one of it settled; and who stands alone told more."""
    by = story.by
    row = Critical.objects.select_related("item").get(person=story.nora.person_id, item__round__guesses=True)
    hearing = empathy.ask_more(by=by, critical_id=row.id)
    story.sent(people.make_link(by=by, person=row.person, purpose="empathy.hearing", subject_id=hearing.id))
    empathy.tell_more(by=story.nora, hearing_id=hearing.id, words=words("They read it out to us."))
    items = list(RoundItem.objects.filter(round=row.item.round_id).order_by("place"))
    first, *_rest = empathy.put_on_agenda(by=by, round_id=row.item.round_id, item_ids=[item.id for item in items])
    empathy.settle_agenda_item(by=by, agenda_item_id=first.id, outcome=words("Both sides knew it."))


def _recall(story: Story, words: Words) -> None:
    """A check of five that is closed and matched; another that is open."""
    by, nora, otto = story.by, story.nora, story.otto
    more = [
        participant(people.add_person(by=by, name=words(f"Person {n}"), email=f"person{n}@{story.client.slug}.example", job=words("Clerk"), side="business"))
        for n in range(3)
    ]
    asked = [nora, otto, *more]
    row = goals.start_recall_check(by=by, person_ids=[one.person_id for one in asked], question=words("What matters most?"))
    for one in asked:
        goals.answer_recall(by=one, recall_id=row.id, things=[words("Letters in time"), words("A lift that works")])
    goals.close_recall_check(by=by, recall_id=row.id)
    for one in recalls.recall(row.id).waiting:
        goals.match_recall(by=nora, answer_id=one.id, goal_id=story.goal if "Letters" in one.words else None)  # type: ignore[attr-defined]
    goals.start_recall_check(by=by, person_ids=[one.person_id for one in asked], question=words("And now?"))


def _warnings(story: Story, initiative_id: UUID, words: Words) -> None:
    """Somebody warns, others see it too, it is answered, and one of them comes true."""
    by, nora, otto = story.by, story.nora, story.otto
    risks.set_handling(by=by, listener_ids=[nora.person_id], ladder_ids=[by.person_id])  # type: ignore[list-item]
    said = {"sees": words("The tests end after the freeze."), "costs": words("A week"), "asks": words("We need them earlier.")}
    goal = Goal.objects.order_by("id").first()
    ahead = clock.today() + timedelta(days=20)
    row = risks.raise_risk(
        by=nora, goal_id=goal.id if goal else None, initiative_id=initiative_id, bites_on=ahead, needs_low=5, needs_high=9, chance_low=20, chance_high=60,
        loss_low=1000, loss_high=9000, answerer_id=otto.person_id, **said,
    )  # fmt: skip
    risks.see_too(by=by, risk_id=row.id, words=words("I see it in the north."))
    risks.ask_back(by=otto, risk_id=row.id, words=words("Would a week do?"))
    risks.say_more(by=nora, risk_id=row.id, words=words("A week is enough."))
    risks.note(by=otto, risk_id=row.id, words=words("Ask the board first."))
    risks.act(by=otto, risk_id=row.id, words=words("The tests start earlier."), review_on=ahead)
    made = risks.add_treatment(
        by=otto, risk_id=row.id, title=words("A rehearsal"), cost_low=100, cost_high=300, chance_low=2, chance_high=9, basis=words("Done so in May")
    )
    risks.take_treatment(by=otto, treatment_id=made.id)
    risks.set_tolerance(by=by, points=[risks.Point(1000, 50), risks.Point(9000, 5)], agreed_by=words("the board"))
    risks.estimate(by=otto, risk_id=row.id, level="residual", chance_low=2, chance_high=9, basis=words("What is left"))
    risks.raise_risk(by=otto, for_somebody=True, band=words("On the counter"), answerer_id=by.person_id, **said)
    came = risks.raise_risk(by=otto, answerer_id=nora.person_id, **said)
    event = risks.record_event(by=by, title=words("The counter stood still"), happened_on=clock.today(), needs=3, learned=words("We ask before month-end."))
    risks.end_risk(by=by, risk_id=came.id, event_id=event, words=words("As was said."))
    for days in (30, 40, 50):
        goals.note_progress(by=by, initiative_id=initiative_id, expected=clock.today() + timedelta(days=days), words=words("Later."))
    risks.look_for_signs()
def _unnamed(story: Story, words: Words) -> None:
    """Three warnings without a name: put into a listener's words and answered, new, and still in the spool."""
    by, client = story.by, story.client
    risks.set_handling(by=by, listener_ids=[by.person_id], ladder_ids=[story.otto.person_id])
    board = risks.refresh_board()
    said = {"goal": "", "goal_title": words("Decide quickly"), "asks": words("A week more"), "low": 2000.0, "high": 9000.0, "act_by": "2031-03-01"}
    for digest in ("a", "b"):
        risks.drop(board=board, kind=FIRST, digest=digest * 64, words=said | {"sees": words("The freeze comes first.")}, crowd=9)
    risks.mix(client_id=client.id)
    first = Report.objects.get(digest="a" * 64)
    risks.hear_report(by=by, report_id=first.id)
    risks.ask_reporter(by=by, report_id=first.id, words=words("A week?"))
    risks.note_report(by=by, report_id=first.id, words=words("Known since May."))
    risk = risks.word_report(by=by, report_id=first.id, sees=words("Tests end after the freeze."), answerer_id=story.otto.person_id)
    risks.act(by=by, risk_id=risk.id, words=words("They start earlier."))
    risks.drop(board=board, kind=FIRST, digest="c" * 64, words=said | {"sees": words("The freeze comes first.")}, crowd=9)


def _own(story: Story, words: Words) -> None:
    story.token = people.make_token(by=story.by, name=words("Dashboard"), may_write=True, days=30).text
    later.put_off(by=story.by, key="request", until=clock.today() + timedelta(3))
    nora = Person.objects.get(id=story.nora.person_id)
    story.device = people.remember_device(person=nora, cookie=None)
    people.send_code(link=Link.objects.filter(person=nora).first())
    receipts.keep_receipt(key="a-key", verb="goals.set_goal", asked="0" * 64, answer={})


__all__ = ["Stage", "Story", "tell", "voices"]
