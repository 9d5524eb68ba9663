"""The form that says a goal anew begins with what it says now."""

from datetime import date

from accord.ideas.goals import actions


def test_the_date_is_written_as_the_browsers_calendar_reads_it(at_alder, client) -> None:
    said = actions.set_goal(by=at_alder.fiona, title="Decide in three days", why="Storms", owner_id=at_alder.bella.person_id, due=date(2027, 6, 7))
    client.force_login(at_alder.accounts["fiona"], backend="django.contrib.auth.backends.ModelBackend")
    assert 'value="2027-06-07"' in client.get(f"/alder-mutual/goals/{said.goal_id}/change/").content.decode()
