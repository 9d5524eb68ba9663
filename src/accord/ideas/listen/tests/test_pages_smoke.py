from accord.ideas.listen import actions
def test_pages(cast, storm, browser, talk, asked, played):
    f = browser("fiona")
    for path in [talk, talk+"ask/", talk+"note/", f"{talk}people/{cast.bella.person_id}/", "/alder-mutual/questions/", "/alder-mutual/questions/?language=de", "/alder-mutual/requests/new/"]:
        got = f.get(path)
        assert got.status_code == 200, path
    b = browser()
    for path in [asked.path, asked.step("1"), asked.step("2"), asked.step("1/pass"), asked.step("thanks"), asked.step("not-me"), played.path, played.step("not-me"), played.step("refuse")]:
        got = b.get(path)
        assert got.status_code == 200, path
    got = b.post(played.step("read")); assert got.status_code == 302
    for path in [played.path, played.step("refuse"), played.step("felt"), played.step("thanks")]:
        assert b.get(path).status_code == 200
    from accord.base import registry
    with cast.inside():
        from accord.ideas.listen import queries
        p = registry.panel.collect(by=cast.bella, initiative_id=storm.initiative_id)
        from django.template.loader import render_to_string
        for one in p:
            if one.key=="why":
                print(render_to_string(one.template, one.context)); print(render_to_string(one.margin, one.context))
        print(registry.owed.collect(by=cast.fiona)); print(registry.owed.collect(by=cast.bella))
        print(queries.rows([storm.initiative_id]))
