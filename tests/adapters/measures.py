"""The product's measures under the names and keys of `tests/vectors/measures.json`: one function for each, plain values in and out.

Imported as the top-level module `measures`, so that anybody can check the vectors without knowing the product.
"""

from dataclasses import asdict
from typing import Any

from accord.base.estimate import scoring
from accord.ideas.listen import rules

Values = dict[str, Any]


def _given(values: Values, *names: str) -> Values:
    """Those of the optional inputs that are there."""
    return {name: values[name] for name in names if values.get(name) is not None}


def listen_coverage(values: Values) -> Values:
    return asdict(rules.coverage(values["answers"], **_given(values, "weights", "mandatory", "min_confirmed")))


def listen_playback(values: Values) -> Values:
    played = [rules.Played(one["orig"], one["para"], tuple(one["rounds"])) for one in values["playbacks"]]
    found = asdict(rules.playback_measure(played))
    return found | {"first_pass_ci90": list(found["first_pass_ci90"])}


def listen_ladder(values: Values) -> Values:
    return asdict(rules.ladder(values["root"], values["nodes"], [(below, above) for below, above in values["edges"]]))


def listen_request(values: Values) -> Values:
    found = asdict(rules.request_hint(values["text"]))
    return {"class": found.pop("kind")} | found


def listen_smells(values: Values) -> Values:
    return asdict(rules.smells(values["text"]))


def risk_brier(values: Values) -> Values:
    names = {"min_n": "min_n", "min_n_curve": "curve_n", "clip": "clip"}
    return asdict(scoring.chances(values["p"], values["y"], **{names[key]: value for key, value in _given(values, *names).items()}))


def risk_intervals(values: Values) -> Values:
    due = [scoring.Due(one["lo"], one["hi"], one["actual"]) for one in values["ranges"]]
    found = asdict(scoring.ranges(due, **_given(values, "log", "alpha", "min_n")))
    return found | {"ci90": list(found["ci90"])}
