"""How a form is shown, and what it says when something does not fit."""

import re

import pytest
from django import forms
from django.template.loader import render_to_string

from accord.doors.web.wording import problems


class Asked(forms.Form):
    problem = forms.CharField(label="What is the problem?", help_text="In your own words.", max_length=10)
    email = forms.EmailField(label="Whom to ask", required=False)
    often = forms.ChoiceField(label="How often", choices=[("d", "Daily"), ("w", "Weekly")], widget=forms.RadioSelect)
    cost = forms.DecimalField(label="What it costs", required=False)
    due = forms.DateField(label="By when", required=False)
    told = forms.BooleanField(label="They know")
    key = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_cost(self) -> object:
        if self.cleaned_data["cost"] == 0:
            raise forms.ValidationError("Nothing costs nothing: write what an hour costs")
        return self.cleaned_data["cost"]


def field(form: forms.Form, name: str) -> str:
    return render_to_string("web/_field.html", {"form": form, "field": form[name]})


WRONG = {"problem": "much longer than ten", "email": "claims", "cost": "lots", "due": "soon", "told": ""}


def test_every_problem_is_one_sentence_that_says_what_to_do() -> None:
    assert [problem.sentence for problem in problems(Asked(WRONG))] == [
        "Keep “What is the problem?” to 10 characters; it has 20 now",
        "Write the whole mail address, such as name@example.com",
        "Choose an answer to “How often”",
        "Write “What it costs” as a number, such as 1,200",
        "Write “By when” as a date, such as 24 October 2026",
        "Tick “They know” to go on",
    ]


def test_a_sentence_that_an_idea_wrote_is_kept() -> None:
    assert "Nothing costs nothing: write what an hour costs" in [problem.sentence for problem in problems(Asked({"cost": "0"}))]


def test_the_summary_takes_the_focus_and_links_to_what_exists() -> None:
    form = Asked(WRONG)
    summary = render_to_string("web/_errors.html", {"form": form})
    page = "".join(field(form, name) for name in form.fields)
    assert "autofocus" in summary
    assert 'role="alert"' in summary
    for problem in problems(form):
        assert f'href="#{problem.anchor}"' in summary
        assert f'id="{problem.anchor}"' in page


def test_the_same_words_stand_beside_the_field_and_are_tied_to_it() -> None:
    page = field(Asked(WRONG), "problem")
    assert '<p class="error"><span class="vh">Error:</span> Keep “What is the problem?”' in page
    tied = re.search(r'aria-describedby="([^"]+)"', page)[1].split()
    assert sorted(tied) == ["id_problem_error", "id_problem_helptext"]
    assert 'aria-invalid="true"' in page
    assert 'id="id_problem_helptext"' in page
    assert 'id="id_problem_error"' in page


def test_what_was_typed_is_never_lost() -> None:
    assert 'value="much longer than ten"' in field(Asked(WRONG), "problem")


def test_choices_are_a_group_with_a_legend_and_nothing_chosen_beforehand() -> None:
    page = field(Asked(), "often")
    assert "<legend>How often" in page
    assert page.count('type="radio"') == 2
    assert "checked" not in page


@pytest.mark.parametrize(("name", "said"), [("email", True), ("problem", False), ("told", False)])
def test_what_may_be_left_out_says_so(name: str, said: bool) -> None:
    assert ("(optional)" in field(Asked(), name)) is said


def test_a_hidden_field_is_only_itself() -> None:
    assert field(Asked(), "key").strip() == '<input type="hidden" name="key" id="id_key">'


def test_a_form_without_problems_says_nothing() -> None:
    assert render_to_string("web/_errors.html", {"form": Asked()}).strip() == ""
