"""A reset at Brightwell: two minutes on the phone meant one thing at the desk and another in the exchange; now it means one."""

from datetime import timedelta

from accord.base import clock
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.models import Round
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries

from .stage import Act, Stage, in_days

act = Act("two minutes on the phone", at="brightwell")

PICTURES = {
    "joy": "A patient rings at eight and hears a voice, not a tune. Nobody says “I have been waiting for an age”.",
    "mina": "The wards ring us about patients, not about the telephone.",
    "kit": "The exchange picks up each call at the second ring and says where in the queue it is.",
    "fiona": "The monthly figure is green in every clinic, lunch hours too.",
}
WORDS = (
    "The queue announcement does not count any more: my figure starts over at the first human voice.",
    "Two of us stay on the phones between eight and nine, Mondays three.",
    "We show the front desk each call that is about to pass ninety seconds.",
)
MINUTES = "Twelve minutes on what a voice is. Kit counts the new way from Monday on; Joy reads the figure aloud on Fridays."


@act.scene(37, "09:10")
def the_front_desk_speaks_for_itself(on: Stage) -> None:
    goal = on.house.goals["calls"]
    goals.contribute(by=on.desk("fiona"), goal_id=goal, role="Front desk", how="They pick up.", speaker_id=on.id("joy"))
    for link in queries.links([goal]):
        if link.speaker is None:
            goals.set_speaker(by=on.desk("fiona"), link_id=link.row.id, person_id=on.id("kit"))


@act.scene(36, "11:00")
def fiona_calls_a_reset(on: Stage) -> None:
    today = clock.today()
    row = goals.call_reset(
        by=on.desk("fiona"), goal_ids=[on.house.goals["calls"]], person_ids=[on.id(one) for one in PICTURES],
        why="The figure is green, and patients still hang up.", picture_on=today + timedelta(days=120), answer_by=today + timedelta(days=7),
        meets_on=today + timedelta(days=9),
    )  # fmt: skip
    on.kept.reset = row.id


@act.scene(34, "17:30")
def both_sides_write(on: Stage) -> None:
    for who, words in PICTURES.items():
        goals.picture(by=on.link(who), reset_id=on.kept.reset, words=words)


@act.scene(29, "12:40")
def they_meet_over_lunch(on: Stage) -> None:
    by, reset = on.desk("fiona"), on.kept.reset
    for point, business, it, settled in (
        ("A call is answered when", "a person says good morning", "the exchange picks up", "a person says good morning"),
        ("It covers", "the first hour above all", "the whole day on average", "each hour by itself"),
    ):
        goals.note_point(by=by, reset_id=reset, point=point, business=business, it=it, settled=settled)
    goals.note_point(by=by, reset_id=reset, point="Out of a hundred calls", business="ninety", it="ninety", apart=False, settled="ninety")
    goals.note_minutes(by=by, reset_id=reset, words=MINUTES)
    goals.settle(
        by=by, reset_id=reset, goal_id=on.house.goals["calls"], title="A person answers every call within two minutes, in each hour",
        measure="Calls a person answered within two minutes", look_again=in_days(90),
    )  # fmt: skip


@act.scene(26, "10:15")
def everybody_says_what_it_means(on: Stage) -> None:
    people = {on.id(key): key for key in on.house.people}
    for place, link in enumerate(queries.links([on.house.goals["calls"]])):
        if link.speaker is not None:
            said = goals.teach_back(by=on.link(people[link.speaker.id]), link_id=link.row.id, words=WORDS[place % len(WORDS)])
            goals.confirm(by=on.link("arno"), teach_back_id=said.id, agrees=True)


@act.scene(25, "09:30")
def both_sides_guess_each_other_anew(on: Stage) -> None:
    row = Round.objects.get(reset=on.kept.reset)
    items = [str(item.id) for item in row.items.all()]
    for part in row.parts.all():
        who = next(key for key in on.house.people if on.id(key) == part.person_id)
        empathy.answer(by=on.link(who), round_id=row.id, own=dict.fromkeys(items, 4), guess=dict.fromkeys(items, 4))
