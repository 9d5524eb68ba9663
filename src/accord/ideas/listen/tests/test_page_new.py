"""Filing in the web: what looks similar and the kind question come before, and never in the way."""

import pytest

from accord.ideas.listen.models import Joining, Request

NEW = "/alder-mutual/requests/new/"
FIX = "Please install Power BI on all laptops."
SAME = "Our people are locked out in the morning and wait for a new password."


def test_a_problem_is_filed_at_once(web, cast) -> None:
    done = web("bella").post(NEW, {"problem": "The coffee machine on the third floor is broken."})
    with cast.inside():
        filed = Request.objects.get()
    assert done.url == f"/alder-mutual/initiatives/{filed.initiative_id}/" and filed.seen_as == "problem"


def test_a_text_that_names_a_fix_is_asked_what_for_and_filed_all_the_same(web, cast) -> None:
    bella = web("bella")
    asked = bella.post(NEW, {"problem": FIX})
    assert "What happens today that made you ask for this?" in asked.content.decode()
    assert bella.post(NEW, {"problem": FIX, "looked": "1"}).status_code == 302


def test_somebody_who_looks_while_typing_changes_nothing(web, cast) -> None:
    looked = web("bella").get(NEW, {"problem": FIX}, headers={"HX-Request": "true"})
    assert "made you ask" in looked.content.decode() and "<html" not in looked.content.decode()
    with cast.inside():
        assert not Request.objects.exists()


def test_a_similar_request_is_shown_and_can_be_joined(web, cast, storm) -> None:
    ian = web("ian")
    shown = ian.post(NEW, {"problem": SAME}).content.decode()
    join = f"/alder-mutual/requests/{storm.id}/join/"
    assert join in shown and storm.problem in shown
    ian.post(join, {"problem": SAME})
    with cast.inside():
        assert Joining.objects.get().words == SAME and Request.objects.count() == 1


def test_what_is_missing_is_said_at_its_place(web) -> None:
    wrong = web("bella").post(NEW, {"problem": " "})
    assert wrong.status_code == 422 and "There is a problem" in wrong.content.decode()


def test_what_somebody_typed_is_never_markup(web, storm) -> None:
    shown = web("bella").post(NEW, {"problem": f"<script>alert(1)</script> {FIX}"}).content.decode()
    assert "<script>alert(1)" not in shown and "&lt;script&gt;" in shown


def test_filed_for_somebody_else_it_goes_to_them_to_confirm(web, cast, mailoutbox) -> None:
    web("fiona").post(NEW, {"problem": "Claims handlers are locked out on storm days", "on_behalf_of": str(cast.bella.person_id)})
    assert mailoutbox[0].to == ["bella@alder.example"]


@pytest.mark.parametrize("field", [{"problem": "x" * 4001}, {"problem": "Fine", "on_behalf_of": "nobody"}, {"problem": "Fine", "asked_for": "x" * 501}])
def test_bad_input_is_answered_kindly(web, field) -> None:
    assert web("bella").post(NEW, field).status_code == 422
