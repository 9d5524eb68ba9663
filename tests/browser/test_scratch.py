import re
import pytest
from django.conf import settings

@pytest.mark.django_db(transaction=True)
def test_shots(cast, open_page, mailoutbox, live_server):
    from accord.ideas.listen import actions
    from accord.base import clock
    with cast.inside():
        storm = actions.file_request(by=cast.bella, problem="Handlers cannot sign in before eight on storm days, so the first hour of claims is lost.", asked_for="A password desk, day and night").request
        id = storm.initiative_id
        actions.note_answer(by=cast.fiona, initiative_id=id, person_id=cast.bella.person_id, words="We lose the first hour of every named storm. People can’t sign in, they ring the desk, nobody’s there till half eight. I asked for a night desk because I don’t know what else to ask for.", aspect="day_to_day", way="phone")
        actions.ask(by=cast.fiona, initiative_id=id, person_ids=[cast.bella.person_id], questions=[actions.Put("if_not"), actions.Put("impact_numbers", "How many claims wait on a storm day?", "range", "claims a day"), actions.Put("", "Which days are worst?", "choice", "", ["Mondays", "Storm days", "Every day alike"])], note="Two minutes, and it decides a lot.")
        asked = re.search(r"(/l/\S+)", mailoutbox[-1].body)[1]
        said = [actions.Said("Handlers who cannot sign in lose the first hour of a storm day.", "day_to_day"), actions.Said("It happens on every storm day.", "impact_numbers"), actions.Said("You want claims moving at half past seven. A night desk was one way, not the point.", "goal")]
        back = actions.play_back(by=cast.fiona, initiative_id=id, person_id=cast.bella.person_id, sentences=said)
        played = re.search(r"(/l/\S+)", mailoutbox[-1].body)[1]
    p = open_page(asked, width=375); p.is_well("q1")
    p.page.fill("textarea", "One claim in nine misses the three-day promise."); p.page.click("button.primary")
    p.is_well("q2"); p.page.fill("input[name=low]", "12"); p.page.fill("input[name=high]", "40"); p.page.wait_for_timeout(600); p.is_well("q2b"); p.page.click("button.primary")
    p.is_well("q3"); p.page.check("input[value='Storm days']"); p.page.click("button.primary"); p.is_well("q4")
    p.page.goto(live_server.url+asked+"1/pass/"); p.is_well("pass")
    p.page.goto(live_server.url+played); p.is_well("pb"); 
    p.page.check("fieldset:nth-of-type(1) input[value=yes]"); p.page.check("fieldset:nth-of-type(2) input[value=no]"); p.page.fill("fieldset:nth-of-type(2) textarea", "On named storms, not every storm. A wet Tuesday is fine."); p.is_well("pb2"); p.page.click("button.primary"); p.is_well("pb3")
    p.page.check("fieldset:nth-of-type(3) input[value=yes]"); p.page.click("button.primary"); p.is_well("felt"); p.page.check("input[name=understood][value='4']"); p.page.check("input[name=worth_it][value='5']"); p.page.click("button.primary"); p.is_well("heard")
    f = open_page(f"/alder-mutual/initiatives/{id}/conversation/", account=cast.accounts["fiona"])
    f.is_well("conv")
    for n,u in (("ask","ask/"),("note","note/"),("write",f"people/{cast.bella.person_id}/")):
        f.page.goto(live_server.url+f"/alder-mutual/initiatives/{id}/conversation/"+u); f.is_well(n)
    f.page.locator("#id_words-3").press_sequentially("Handlers lose 45 minutes every day because SSO authentication at the Service Desk fails."); f.page.wait_for_timeout(1500); f.is_well("write2")
    f.page.goto(live_server.url+"/alder-mutual/questions/"); f.is_well("bank")
    f.page.goto(live_server.url+"/alder-mutual/requests/new/"); f.is_well("new")
    f.page.locator("#id_problem").press_sequentially("Our people are locked out in the morning and wait for somebody to reset the password."); f.page.wait_for_timeout(1800); f.is_well("new2")
    f.page.fill("#id_problem","");f.page.locator("#id_problem").press_sequentially("Please install Power BI on all laptops."); f.page.wait_for_timeout(1800); f.is_well("new3")
