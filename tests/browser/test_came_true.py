"""When it comes true, in a browser: somebody warns, it is answered, it comes true, and the review says how early we were told."""

from datetime import timedelta

import pytest

from accord.base import clock
from accord.ideas.listen import actions as listen
from accord.ideas.risks import actions as risks

SEES = "The portal slows from four hundred people on. At the renewal peak there are six hundred."
WIDTHS = (1440, 375)


@pytest.fixture
def warned(cast):
    """Ian warned 41 days ago about a request, and Fiona answered three days later."""
    with clock.at(clock.now() - timedelta(days=41)), cast.inside():
        work = listen.file_request(by=cast.bella, problem="Quotes take long when everybody renews.").request.initiative_id
        loss = {"loss_low": 20_000, "loss_high": 70_000, "needs_low": 15, "needs_high": 20}
        row = risks.raise_risk(by=cast.ian, sees=SEES, initiative_id=work, answerer_id=cast.fiona.person_id, **loss)
    with clock.at(clock.now() - timedelta(days=38)), cast.inside():
        risks.act(by=cast.fiona, risk_id=row.id, words="A second server runs over the peak.")
    return row


@pytest.mark.parametrize("scripts", [True, False])
def test_it_comes_true_and_the_review_says_how_early_we_were_told(open_page, cast, warned, scripts) -> None:
    page = open_page(f"/alder-mutual/warnings/{warned.id}/", account=cast.accounts["petra"], scripts=scripts).page
    page.get_by_role("link", name="It came true, or its day passed").click()
    page.get_by_label("It came true", exact=True).check()
    page.get_by_label("What came true?").fill("The portal slowed at the renewal peak")
    page.get_by_label("When?").fill(clock.today().isoformat())
    page.get_by_label("It cost at least").fill("4000")
    page.get_by_label("And at most").fill("4000")
    page.get_by_label("What do we do differently since?").fill("The web team should have tested it.")
    page.get_by_role("button", name="End the warning").click()
    assert "pointing at somebody" in page.locator(".note").inner_text()
    page.get_by_label("What do we do differently since?").fill("We test the peak in June now.")
    page.get_by_role("button", name="End").click()
    page.wait_for_url("**/came-true/")
    told = "We were told 41 days ahead and answered on day 3."
    assert told in page.locator("main").inner_text()
    page.goto(page.url.replace("/warnings/came-true/", f"/initiatives/{warned.initiative_id}/"))
    assert told in page.locator("#came_true").inner_text()
    assert told in page.locator("#happened").inner_text()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_came_true_and_the_signs_are_well_on_a_desk_and_on_a_phone(open_page, cast, warned, theme) -> None:
    with clock.at(clock.now() - timedelta(days=20)), cast.inside():
        waits = risks.raise_risk(by=cast.ian, sees="Nobody has tried the spare line.", answerer_id=cast.fiona.person_id)
    with cast.inside():
        risks.record_event(by=cast.petra, title="The portal slowed", happened_on=clock.today(), needs=20, risk_ids=[warned.id])
        risks.look_for_signs()
    here = "/alder-mutual/warnings/"
    pages = {"register": "", "all": "came-true/", "new": "came-true/new/", "signs": "signs/", "import": "import/", "end": f"{waits.id}/end/"}
    for name, path in pages.items():
        seen = open_page(here + path, theme=theme, account=cast.accounts["petra"])
        for width in WIDTHS:
            seen.page.set_viewport_size({"width": width, "height": 900})
            seen.width = width
            seen.shot(f"came-true-{name}")
            seen.fits()
            seen.is_accessible()
        seen.is_quiet()
