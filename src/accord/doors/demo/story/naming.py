"""Whether people name the goals unasked: Fiona asks all of Alder what matters most, twice a year, and the owners read what comes back."""

from accord.ideas.goals import actions as goals
from accord.ideas.goals.queries import recalls

from .stage import Act, Stage, in_days

act = Act("what people name", at="alder")

# What each wrote, and the goal its owners read in it; None for none of ours.
NAMED: dict[str, tuple[tuple[str, str | None], ...]] = {
    "bella": (("That a claim is decided in days, not weeks", "claims"), ("Handlers who can sign in", "signin"), ("Getting through the storm season", None)),
    "marek": (("Claims decided in time", "claims"), ("Enough people for the coast", None)),
    "ines": (("Deciding claims in five days", "claims"), ("Customers who stay with us", "renewal")),
    "owen": (("Customers at renewal", "renewal"), ("A combined ratio we need not explain", "combined"), ("Claims in five days", "claims")),
    "ruth": (("A clean audit in January", "audit"), ("One sign-in", "signin")),
    "greta": (("Brokers who get an answer the same morning", "brokers"),),
    "callum": (("Fewer calls about our letters", "letters"), ("Wait times on the phone", None)),
    "freya": (("A price list that holds for a month", None),),
    "umar": (("Storm season, and what we underwrite on the coast", None),),
    "ian": (("Sign-in that works on a bad morning", "signin"),),
    "dana": (("Fewer password calls", "signin"), ("A team that stays", None)),
    "isla": (("Access reviewed each quarter", "access"), ("The audit", "audit")),
    "noor": (("The move to the new machines", None),),
    "leo": (("Rules that decide the easy claims", "claims"),),
    "wanda": (("A website that is up when it storms", None), ("Getting through the storm season", None)),
}
NOTHING = ("clara",)


@act.scene(88, "10:05")
def fiona_asks_everybody_for_a_minute(on: Stage) -> None:
    on.kept.first = goals.start_recall_check(by=on.desk("fiona"), closes_on=in_days(7)).id


@act.scene(86, "12:50")
def most_of_them_answer_over_lunch(on: Stage) -> None:
    for who, said in NAMED.items():
        goals.answer_recall(by=on.link(who), recall_id=on.kept.first, things=[words for words, _key in said])
    for who in NOTHING:
        goals.answer_recall(by=on.link(who), recall_id=on.kept.first, things=[])
    goals.decline_recall(by=on.link("tomas"), recall_id=on.kept.first)


@act.scene(82, "17:20")
def the_week_is_over(on: Stage) -> None:
    goals.close_recall_check(by=on.desk("fiona"), recall_id=on.kept.first)


@act.scene(80, "09:15")
def owners_read_what_was_meant(on: Stage) -> None:
    meant = {words: key for said in NAMED.values() for words, key in said}
    for one in recalls.recall(on.kept.first).waiting:
        key = meant[one.words]
        goals.match_recall(by=on.link("owen"), answer_id=one.id, goal_id=on.house.goals[key] if key else None)


@act.scene(2, "09:40")
def and_asks_again_this_quarter(on: Stage) -> None:
    on.kept.second = goals.start_recall_check(by=on.desk("fiona"), closes_on=in_days(7)).id


@act.scene(1, "13:10")
def the_first_have_answered(on: Stage) -> None:
    for who, said in (("marek", "Claims decided in three days"), ("isla", "The audit"), ("leo", "Rules"), ("callum", "Letters"), ("ian", "Sign-in")):
        goals.answer_recall(by=on.link(who), recall_id=on.kept.second, things=[said])
