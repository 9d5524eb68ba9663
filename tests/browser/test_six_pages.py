"""The six pages the product is judged by, with the work of a real request in them: well at every width, in light and in dark."""

import re

import pytest

from accord.ideas.listen import actions as listen
from accord.ideas.worth.tests import road

from .conftest import HEIGHTS

OURS = [listen.Said("Sign-in tests take two weeks of the year.", "impact_numbers"), listen.Said("Nobody told the team why the desk is wanted.", "goal")]


@pytest.fixture
def pages(cast, mailoutbox) -> dict[str, tuple[str, str]]:
    """Name of the page -> whose it is (nobody's for a link), and where. A request that was heard and weighed; Ian is asked more, and hears it back."""

    def link() -> str:
        return re.search(r"(/l/\S+)", mailoutbox[-1].body)[1]

    with cast.inside():
        initiative = road.to_the_decision(cast)
        ian = cast.ian.person_id
        listen.file_request(by=cast.ian, problem="Access reviews come back unread, and nobody says why.")
        listen.ask(by=cast.fiona, initiative_id=initiative.id, person_ids=[ian], questions=[listen.Put("tried_so_far"), listen.Put("done_means")])
        question = link()
        listen.note_answer(by=cast.fiona, initiative_id=initiative.id, person_id=ian, words="We test for two weeks and never heard what for.", aspect="goal")
        listen.play_back(by=cast.fiona, initiative_id=initiative.id, person_id=ian, sentences=OURS)
        playback = link()
    here = f"/alder-mutual/initiatives/{initiative.id}/"
    return {
        "today": ("fiona", "/alder-mutual/today/"), "initiatives": ("fiona", "/alder-mutual/initiatives/"), "initiative": ("fiona", here),
        "worth": ("fiona", f"{here}worth/"), "question": ("", question), "playback": ("", playback),
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_six_pages_are_well_at_every_width(open_page, cast, pages, theme) -> None:
    for name, (account, path) in pages.items():
        seen = open_page(path, theme=theme, account=cast.accounts[account] if account else None)
        for width, height in HEIGHTS.items():
            seen.page.set_viewport_size({"width": width, "height": height})
            seen.width = width
            seen.shot(f"six-{name}")
            seen.fits()
            if theme == "light" or width in (1440, 375):  # in the dark only colours differ, and they do not follow the width
                seen.is_accessible()
        seen.is_quiet()
