"""Who means what by a goal: said in own words, read by its owner, and what happened when one moved and two teams were not there."""

from accord.base.people import queries as people
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries

from . import moves
from .stage import Act, Stage

act = Act("what each goal means for those who work for it", at="alder")


def means(on: Stage, who: str, key: str, words: str, owner: str) -> None:
    """Somebody says what a goal means for their work, and its owner says yes."""
    link = next(one for one in queries.links([on.house.goals[key]]) if one.row.speaker_id == on.id(who) and not one.is_current)
    said = goals.teach_back(by=on.link(who), link_id=link.row.id, words=words)
    if who != owner:
        goals.confirm(by=on.link(owner), teach_back_id=said.id, agrees=True)



@act.scene(253, "10:15")
def the_owners_say_what_the_goals_above_theirs_mean(on: Stage) -> None:
    means(on, "ines", "renewal", "A customer whose claim drags on does not renew, so my part of the 92 is speed.", "owen")
    means(on, "callum", "renewal", "Every letter that sends somebody to the telephone is a reason to leave us.", "owen")
    means(on, "greta", "renewal", "Brokers renew for their customers; a slow answer to them is a lost customer to us.", "owen")
    means(on, "isla", "audit", "Each quarter I show who may see what, and that somebody looked.", "ruth")


@act.scene(116, "15:30")
def those_who_do_the_work_say_what_it_means(on: Stage) -> None:
    identity = next(one.id for one in people.list_teams(by=on.desk(moves.FACILITATOR)) if one.name == "Identity")
    goals.contribute(
        by=on.desk(moves.FACILITATOR), goal_id=on.house.goals["claims"], team_id=identity, speaker_id=on.id("ian"),
        how="Whoever cannot sign in cannot decide anything.",
    )  # fmt: skip
    means(on, "ian", "claims", "Five days hold if sign-in works on four of them; a bad morning is not a disaster yet.", "ines")
    means(on, "leo", "claims", "Rules take the easy ones, so that people have the week for the rest.", "ines")
    means(on, "noor", "claims", "The move must not cost the handlers more than one evening.", "ines")


@act.scene(93, "14:00")
def wanda_on_the_brokers(on: Stage) -> None:
    means(on, "wanda", "brokers", "Answers at noon come as fast as answers at nine.", "greta")


@act.scene(66, "11:00")
def isla_says_what_the_access_goals_mean(on: Stage) -> None:
    means(on, "isla", "access", "Managers see ten lines they understand, and sign those.", "isla")


@act.scene(46, "09:20")
def leo_hears_of_three_days_in_the_canteen(on: Stage) -> None:
    means(on, "leo", "claims", "A simple claim leaves us on the day it arrives, or three days are not to be had.", "owen")


@act.scene(27, "16:45")
def wanda_on_the_letters(on: Stage) -> None:
    means(on, "wanda", "letters", "Nobody needs a telephone to know what the letter wants of them.", "callum")
