"""A round on a phone: both sides are asked, answer, are shown to each other, and what they misread is talked about."""

from playwright.sync_api import expect

from accord.base.people.actions import make_link
from accord.base.people.models import Person
from accord.ideas.empathy.actions.rounds import PURPOSE
from accord.ideas.empathy.models import Round
from accord.ideas.empathy.tests import crowd

AT = "/alder-mutual"


def test_a_round_goes_from_the_question_to_the_agenda(cast, open_page) -> None:
    with cast.inside():
        made = crowd.gather(cast)
        for person in Person.objects.filter(id__in=[one.person_id for one in made.business]):
            person.team_id = cast.people["bella"].team_id
            person.save(update_fields=["team"])
    fiona = open_page(f"{AT}/perspectives/rounds/new/", width=375, account=cast.accounts["fiona"])
    page = fiona.page
    page.get_by_label("What is it called?").fill("Spring priorities")
    for title in crowd.WORK[:5]:
        page.get_by_label(title).check()
    page.get_by_label("Claims", exact=False).first.check()
    page.get_by_text("Single people, and who only looks").click()
    for one in made.it:
        page.locator("fieldset", has_text="And who else?").get_by_label(one.name).check()
    page.get_by_role("button", name="Ask them").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nobody has answered yet")
    fiona.is_well("round-open")

    with cast.inside():
        row = Round.objects.get(title="Spring priorities")
        nora = made.business[0]
        for one in made.business[1:]:
            crowd.says(one, row, [4, 1, 2, 2, 3], [4, 3, 4, 2, 3])
        crowd.says(cast.bella, row, [4, 1, 2, 2, 3], [4, 3, 4, 2, 3])
        for one in made.it:
            crowd.says(one, row, [2, 4, 4, 2, 3], [2, 4, 4, 2, 3])
        link = make_link(by=cast.fiona, person=Person.objects.get(id=nora.person_id), purpose=PURPOSE, subject_id=row.id).text
    answers(open_page(f"/l/{link}/", width=375))

    page.reload()
    page.get_by_role("button", name="Close it and see").click()
    expect(page.locator("main")).to_contain_text("IT thinks the business cares more than it does")
    expect(page.get_by_role("heading", name="Own priority, and the other side’s guess of it")).to_be_visible()
    fiona.is_well("round-revealed")
    page.locator("form[action$='/agenda/'] button").first.click()
    page.goto(page.url.split("/perspectives/")[0] + "/perspectives/agenda/")
    expect(page.locator("main")).to_contain_text("Move to the new data centre")
    fiona.is_well("round-agenda")


def answers(seen) -> None:
    """Nora marks, explains, guesses and names, one question on a page."""
    page = seen.page
    seen.is_well("round-marks")
    for place, scale in enumerate(page.locator("fieldset.scale").all()):
        scale.locator("label").nth(4 if place == 3 else 1).click()
    page.get_by_role("button", name="Continue").click()
    page.locator("textarea").fill("Forty calls a day ask why the letter looks like a scam.")
    page.get_by_role("button", name="Continue").click()
    for scale in page.locator("fieldset.scale").all():
        scale.locator("label").nth(2).click()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Who else must be asked?").fill("Night shift lead")
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. That was all.")
    seen.is_well("round-thanks")
