"""The moves of listening, as the scenes make them: who asks, what is asked, what is answered, said back, confirmed or corrected."""

from accord.ideas.goals import actions as goals
from accord.ideas.listen import actions as listen
from accord.ideas.listen.actions import Put, Said, Word

from .stage import Stage

FACILITATOR = "fiona"
Sentence = tuple[str, str]  # the aspect it tells, and the words


def files(on: Stage, who: str, problem: str, *, asked_for: str = "", if_not: str = "", on_behalf_of: str = "") -> None:
    """Somebody says what is wrong. The initiative is kept for the scenes that follow."""
    behalf = on.id(on_behalf_of) if on_behalf_of else None
    filed = listen.file_request(
        by=on.desk(who) if who in on.house.roles else on.link(who), problem=problem, asked_for=asked_for, if_not=if_not, on_behalf_of=behalf
    )
    on.kept.request, on.kept.initiative = filed.request.id, filed.request.initiative_id
    on.kept.open, on.kept.said_back = {}, {}


def names(on: Stage, title: str, why: str, *serving: str, lead: str = "") -> None:
    """The facilitator gives it a title, a one-line why, whoever leads it, and the goals it serves."""
    goals.rename_initiative(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, title=title, why=why)
    if lead:
        goals.set_lead(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, person_id=on.id(lead))
    for key in serving:
        goals.serve(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, goal_id=on.house.goals[key])


def asks(on: Stage, who: str, *questions: str | Put, note: str = "") -> None:
    """The facilitator asks somebody by link: aspects in the bank's words, or questions of her own."""
    put = [Put(one) if isinstance(one, str) else one for one in questions]
    (asked,) = listen.ask(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, person_ids=[on.id(who)], questions=put, note=note)
    on.kept.asking = asked.asking.id
    on.kept.open[who] = [question.id for question in asked.asking.questions.all()]


def answers(on: Stage, who: str, *words: str) -> None:
    """Somebody answers the next of the questions they were asked, in order."""
    for said in words:
        listen.answer(by=on.link(who), question_id=on.kept.open[who].pop(0), words=said)


def tells(on: Stage, who: str, words: str, *, aspect: str = "", way: str = "phone") -> None:
    """Somebody tells the facilitator, who writes it down word for word."""
    listen.note_answer(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, person_id=on.id(who), words=words, aspect=aspect, way=way)


def says_back(on: Stage, who: str, *sentences: Sentence) -> None:
    """The facilitator says what she heard, in her own words."""
    said = [Said(words, aspect) for aspect, words in sentences]
    played = listen.play_back(by=on.desk(FACILITATOR), initiative_id=on.kept.initiative, person_id=on.id(who), sentences=said)
    on.kept.said_back[who] = (played.version.playback_id, [sentence.id for sentence in played.version.sentences.all()])


def agrees(on: Stage, who: str, *, but: dict[int, str] | None = None, pulse: tuple[int, int] | None = (5, 5)) -> None:
    """Somebody says yes to each sentence, but puts some (counted from 1) in their own words; then how it was to be asked."""
    playback, sentences = on.kept.said_back[who]
    put = but or {}
    said = [Word(id, place not in put, put.get(place, "")) for place, id in enumerate(sentences, start=1)]
    listen.say_to_sentences(by=on.link(who), playback_id=playback, said=said)
    if pulse:
        listen.give_pulse(by=on.link(who), initiative_id=on.kept.initiative, understood=pulse[0], worth_it=pulse[1])


def keeps(on: Stage, who: str) -> None:
    """The facilitator keeps a correction as it was put."""
    listen.review(by=on.desk(FACILITATOR), playback_id=on.kept.said_back[who][0])


def climbs(on: Stage, steps: tuple[str, ...], *, goal: str, said_by: str = "") -> None:
    """The why-ladder, from what was asked for up to a goal."""
    below = None
    by = {"by": on.desk(FACILITATOR), "initiative_id": on.kept.initiative}
    for level, words in enumerate(steps):
        below = listen.add_step(**by, level=level, words=words, below_id=below, said_by_id=on.id(said_by) if said_by and level else None).id
    listen.add_step(**by, level=4, below_id=below, goal_id=on.house.goals[goal])
