"""What people at Alder see coming: six things that could stop its goals, raised openly and passed on, some answered, one accepted for a time."""

from datetime import date, timedelta

from accord.ideas.risks import actions as risks

from .stage import Act, Stage

act = Act("what people see coming", at="alder")


def ahead(on: Stage, days: int) -> date:
    """So many days after the story's end: the day a warning would bite."""
    return on.ends + timedelta(days=days)


@act.scene(60, "09:20")
def fiona_says_how_warnings_are_handled(on: Stage) -> None:
    risks.set_handling(
        by=on.desk("fiona"), read_days=2, answer_days=14, listener_ids=[on.id("isla"), on.id("fiona")], ladder_ids=[on.id("ruth"), on.id("owen")]
    )


@act.scene(28, "14:10")
def the_move_could_meet_a_storm(on: Stage) -> None:
    row = risks.raise_risk(
        by=on.link("noor"), goal_id=on.house.goals["claims"], sees="The data centre moves on a weekend in March. Four of the last six had a storm.",
        asks="Move the weekend to May, or keep the old centre warm for two weeks.", costs="Two or three days without claims decided",
        bites_on=ahead(on, 144), needs_low=45, needs_high=60, chance_low=4, chance_high=12, loss_low=80_000, loss_high=420_000,
        basis="Storm days of six years", answerer_id=on.id("ruth"),
    )  # fmt: skip
    on.kept.storm = row.id


@act.scene(26, "08:50")
def ruth_accepts_it_for_a_time(on: Stage) -> None:
    risks.accept(
        by=on.link("ruth"), risk_id=on.kept.storm, until=ahead(on, 93),
        words="We can bear it until the contract for the old centre is settled in January. Then we look again.",
    )  # fmt: skip


@act.scene(16, "11:40")
def the_archive_goes_before_its_list(on: Stage) -> None:
    row = risks.raise_risk(
        by=on.link("tomas"), goal_id=on.house.goals["audit"], asks="We need the archive’s access list before the archive is switched off.",
        sees="Who could see what is written down nowhere else.", costs="A finding in the audit, and weeks to piece it together", bites_on=ahead(on, 67),
        needs_low=15, needs_high=20, chance_low=50, chance_high=80, loss_low=10_000, loss_high=45_000, basis="The finding of last year cost 31,000",
        answerer_id=on.id("noor"),
    )  # fmt: skip
    on.kept.archive = row.id


@act.scene(13, "09:30")
def noor_has_it_copied(on: Stage) -> None:
    by, id = on.link("noor"), on.kept.archive
    risks.act(by=by, risk_id=id, words="The list is copied every night. Isla has looked at the first one.", review_on=ahead(on, 40))
    risks.estimate(by=by, risk_id=id, chance_low=8, chance_high=22, basis="What is left: a night that fails unseen")


@act.scene(11, "16:00")
def a_feed_is_tested_too_late(on: Stage) -> None:
    row = risks.raise_risk(
        by=on.link("tomas"), goal_id=on.house.goals["combined"], sees="Its format is new, and no test is planned.",
        asks="We need the reinsurers’ feed tested before renewal.", bites_on=ahead(on, 79), needs_low=20, needs_high=30, chance_low=6, chance_high=18,
        loss_low=40_000, loss_high=230_000, basis="Their note of September", answerer_id=on.id("leo"),
    )  # fmt: skip
    on.kept.feed = row.id


@act.scene(9, "10:10")
def leo_books_a_rehearsal(on: Stage) -> None:
    risks.act(by=on.link("leo"), risk_id=on.kept.feed, words="A rehearsal is booked, with last year’s figures.", review_on=ahead(on, 36))


@act.scene(8, "13:30")
def letters_are_not_signed(on: Stage) -> None:
    risks.raise_risk(
        by=on.link("callum"), goal_id=on.house.goals["letters"], sees="The proofs are not signed.",
        asks="We need the new letters in print before the mailing.", costs="One old letter more in every envelope", bites_on=ahead(on, 32), needs_low=12,
        needs_high=15, chance_low=15, chance_high=40, loss_low=25_000, loss_high=140_000, basis="Calls after the mailing in spring",
        answerer_id=on.id("clara"),
    )  # fmt: skip


@act.scene(7, "09:00")
def somebody_tells_greta(on: Stage) -> None:
    risks.raise_risk(
        by=on.link("greta"), goal_id=on.house.goals["brokers"], sees="No date is agreed.",
        asks="We need the portal moved before its old host closes.", bites_on=ahead(on, 59), needs_low=25, needs_high=40, chance_low=25, chance_high=55,
        loss_low=30_000, loss_high=120_000, for_somebody=True, band="somebody on the broker desk", answerer_id=on.id("ruth"),
    )  # fmt: skip


@act.scene(6, "10:40")
def ian_sees_two_dates_that_do_not_meet(on: Stage) -> None:
    row = risks.raise_risk(
        by=on.desk("ian"), goal_id=on.house.goals["claims"], sees="The tests on the Coast end a week after it. The two dates were not compared.",
        asks="We need the sign-in tests finished before the change freeze starts.", costs="Sign-in waits until after the freeze",
        act_by=ahead(on, 8), bites_on=ahead(on, 18), needs_low=10, needs_high=14, chance_low=60, chance_high=90, loss_low=20_000, loss_high=60_000,
        basis="Both calendars", answerer_id=on.id("fiona"),
    )  # fmt: skip
    on.kept.freeze = row.id


@act.scene(5, "12:15")
def three_others_see_it_too(on: Stage) -> None:
    for who, words in (("marek", "Coast has its busiest week then."), ("dana", ""), ("sol", "The tests need four days each.")):
        risks.see_too(by=on.link(who), risk_id=on.kept.freeze, words=words)
    words = "Thank you for saying it now. Would a week be enough, or does the other region need one too?"
    risks.ask_back(by=on.desk("fiona"), risk_id=on.kept.freeze, words=words)


@act.scene(4, "08:30")
def ian_says_that_a_week_is_enough(on: Stage) -> None:
    risks.say_more(by=on.desk("ian"), risk_id=on.kept.freeze, words="A week is enough. Only Coast.")
    risks.note(by=on.desk("fiona"), risk_id=on.kept.freeze, words="Ask the Identity team before the freeze board meets.")
