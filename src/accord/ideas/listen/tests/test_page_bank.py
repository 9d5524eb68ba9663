"""The question bank on its page."""

BANK = "/alder-mutual/questions/"


def test_a_facilitator_words_a_question_anew(web) -> None:
    fiona = web("fiona")
    fiona.post(BANK, {"aspect": "goal", "language": "en", "words": "What would be better then?"})
    shown = fiona.get(BANK).content.decode()
    assert "What would be better then?" in shown and "Earlier wordings" in shown and "Worded by Fiona Byrne" in shown


def test_german_is_one_link_away(web) -> None:
    assert "Angenommen, es wäre gelöst" in web("fiona").get(BANK, {"language": "de"}).content.decode()


def test_a_language_nobody_speaks_is_ones_own(web) -> None:
    assert "Suppose this was solved" in web("fiona").get(BANK, {"language": "tlh"}).content.decode()


def test_what_does_not_fit_comes_back_open(web) -> None:
    for odd in ({"aspect": "goal", "language": "en", "words": ""}, {"aspect": "why", "language": "en", "words": "Why?"}, {"language": "xx"}):
        assert web("fiona").post(BANK, odd).status_code == 422


def test_those_who_do_not_ask_do_not_see_it(web) -> None:
    assert web("ian").get(BANK).status_code == 403
