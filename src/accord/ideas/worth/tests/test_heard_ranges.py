"""Ranges that were heard while listening: somebody says which number each is; nothing counts by itself."""

import pytest
from django.urls import reverse

from accord.ideas.listen import actions as listen
from accord.ideas.listen.actions import Put
from accord.ideas.worth.models import Voice


@pytest.fixture
def post(client, at_alder, case):
    def send(name, data, query=""):
        client.force_login(at_alder.accounts["fiona"], backend="django.contrib.auth.backends.ModelBackend")
        address = reverse(f"worth:{name}", kwargs={"client": "alder-mutual", "initiative_id": case.initiative_id})
        return client.post(address + query, data, follow=True).content.decode()

    return send


@pytest.fixture
def told(at_alder, case):
    """Bella and Ian each gave a range by link, to a question of the listening."""
    people = [at_alder.people[name].id for name in ("bella", "ian")]
    question = Put(words="How many people are locked out on a storm day?", aspect="impact_numbers", kind="range", unit="people")
    asked = listen.ask(by=at_alder.fiona, initiative_id=case.initiative_id, person_ids=people, questions=[question])
    for one, actor in zip(asked, (at_alder.bella, at_alder.ian), strict=True):
        listen.answer(by=actor, question_id=one.asking.questions.get().id, low=30, high=60)
    return asked


@pytest.fixture
def shown(client, at_alder, case, told):
    client.force_login(at_alder.accounts["fiona"], backend="django.contrib.auth.backends.ModelBackend")
    return " ".join(client.get(reverse("worth:case", kwargs={"client": "alder-mutual", "initiative_id": case.initiative_id})).content.decode().split())


def counted(case) -> list[tuple[str, float]]:
    return sorted((voice.person.name, voice.high) for voice in Voice.objects.select_related("person").filter(quantity__case=case, source_id__isnull=False))


def choice(case, told):
    quantity = case.quantities.get(name="people affected")
    return {f"quantity-{one.asking.questions.get().answers.get().id}": str(quantity.id) for one in told}


def test_the_page_says_first_what_was_heard_and_does_not_count_yet(shown, case) -> None:
    assert "2 ranges were heard, and do not count yet" in shown
    assert shown.index("do not count yet") < shown.index("What the answer rests on")
    assert counted(case) == []


def test_all_of_them_are_counted_in_one_go(post, case, told) -> None:
    assert "They count from now on, each in the name of who said it." in post("use_heard", choice(case, told))
    assert [high for _name, high in counted(case)] == [60, 60]


def test_what_is_left_out_is_offered_again(post, case, told) -> None:
    one = dict(list(choice(case, told).items())[:1])
    assert "One range was heard, and does not count yet" in post("use_heard", one)


def test_choosing_nothing_says_what_to_do(post, case, told) -> None:
    assert "Say which number of the case it is." in post("use_heard", {})


def test_counting_can_be_undone(post, case, told) -> None:
    page = post("use_heard", choice(case, told))
    assert "/worth/heard/undo/?voice=" in page
    voices = Voice.objects.filter(quantity__case=case, source_id__isnull=False)
    post("heard_undo", {}, "?" + "&".join(f"voice={voice.id}" for voice in voices))
    assert [list(voice.asides.values_list("counts", "reason")) for voice in voices] == [[(False, "counted by mistake")]] * 2


@pytest.mark.parametrize("data", [{"quantity-nonsense": "x"}, {"quantity-00000000-0000-7000-8000-000000000000": "00000000-0000-7000-8000-000000000000"}])
def test_nonsense_is_not_there(client, at_alder, case, data) -> None:
    client.force_login(at_alder.accounts["fiona"], backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("worth:use_heard", kwargs={"client": "alder-mutual", "initiative_id": case.initiative_id})
    assert client.post(address, data).status_code == 404
