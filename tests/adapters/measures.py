"""The product's measures under the names and keys of `tests/vectors/measures.json`: one function for each, plain values in and out.

Imported as the top-level module `measures`, so that anybody can check the vectors without knowing the product.
"""

import re
from dataclasses import asdict
from typing import Any

from accord.base.estimate import scoring
from accord.base.people.gate import gate
from accord.ideas.empathy import rules as empathy
from accord.ideas.goals import rules as goals
from accord.ideas.listen import rules
from accord.ideas.risks import rules as risks

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


def risk_exceedance(values: Values) -> Values:
    ranges = risks.Ranges.of((one["p"], one["p"], *one["loss90"]) for one in values["risks"])
    found = risks.exceedance(ranges, values["at"])
    over = {str(amount): band.mid for amount, band in zip(values["at"], found.over, strict=True)}
    return {"expected_loss": found.expected.mid, "p_any": found.any.mid, "p_loss_over": over}


def risk_leadtime(values: Values) -> Values:
    came = [risks.Came(one["id"], one["at"], one.get("needed", 0)) for one in values["events"]]
    over = {"occurred": True, "not": False}
    warned = [risks.Warned(one["risk"], one["at"], one.get("p"), over.get(one.get("closed"))) for one in values["warnings"]]
    found = risks.lead_time(came, warned)
    return {
        "pod": found.told,
        "pod_ci90": list(found.told_between),
        "mean_lead_all": found.mean_lead,
        "median_lead_warned": found.median_lead,
        "timely": found.timely,
        "far_ge50": found.false_alarms,
        "lead": found.leads,
    }


def risk_response(values: Values) -> Values:
    told = [risks.Told(one["id"], one["at"], one.get("ack"), one.get("answer"), one.get("challenges_unanswered", 0)) for one in values["items"]]
    limits = {name: values[key] for key, name in (("ack_limit", "read_days"), ("answer_limit", "answer_days")) if values.get(key) is not None}
    found = risks.response(told, values["now"], **limits)
    return {
        "ack_on_time": found.read_on_time,
        "answer_on_time": found.answered_on_time,
        "overdue_ack": list(found.overdue_read),
        "overdue_answer": list(found.overdue_answer),
        "next_voice": found.next_voice,
    }


def goodwill_blame(values: Values) -> Values:
    found = risks.hits(values["text"], values.get("names") or ())
    words = len(re.findall(r"\w+", values["text"]))
    return {"hits": [[hit.kind, hit.words] for hit in found], "count": len(found), "per_100_words": 100 * len(found) / words if words else 0.0}


def goals_suspect(values: Values) -> Values:
    links = [goals.Link(one["who"], one["goal"], one["acked_version"], one["notified_version"]) for one in values["links"]]
    found = goals.agreement(links, {name: (one["version"], one["changed_at"]) for name, one in values["goals"].items()}, values["now"])
    return {
        "states": found.states,
        "ack_coverage": found.coverage,
        "suspect": found.suspect,
        "never": found.never,
        "silent": list(found.silent),
        "exposure_days": found.exposure_days,
    }


def goals_orphans(values: Values) -> Values:
    found = goals.serving(values["goals"], [(lower, upper) for lower, upper in values["serves"]], values.get("effort") or {})
    names = {"orphans": found.orphans, "unserved_goals": found.unserved, "stranded_goals": found.stranded}
    return {key: list(value) for key, value in names.items()} | {"orphan_effort_share": found.orphan_share}


def goals_mismatch(values: Values) -> Values:
    found = goals.mismatch(values["effort"], values["priority"])
    if found is None:
        return {"tv": None}
    return {"tv": found.tv, "hours_to_move": found.to_move, "gap": found.gap, "most_over": found.over, "most_under": found.under}


def goals_freshness(values: Values) -> Values:
    records = [goals.Record(one["id"], one["kind"], one["age_days"], one.get("weight", 1)) for one in values["records"]]
    found = goals.freshness(records, values.get("half_life"))
    return {"freshness": found.of, "mean": found.mean, "stale": list(found.stale)}


def goals_reset(values: Values) -> Values:
    given = {"silent_days": "silent_days_max", "false_consensus": "top_goal_false_consensus", "orphan_share": "orphan_effort_share"}
    found = goals.reset(values["drift"], **{name: values[key] for name, key in given.items() if values.get(key) is not None})
    return {"reset": found.due, "why": list(found.why), "ewma": found.ewma, "limit": found.limit}


def goals_satisfaction(values: Values) -> Values:
    return {"satisfaction": {name: list(band) for name, band in goals.satisfaction({name: _node(one) for name, one in values["nodes"].items()}).items()}}


def _node(one: Values) -> goals.Node:
    parts = [(part, 100) if isinstance(part, str) else tuple(part) for part in one.get("from", [])]
    return goals.Node(one["type"], tuple(one.get("value", (0, 0))), tuple(parts), tuple(one.get("depends", [])))


def empathy_coorientation(values: Values) -> Values:
    marks = [values[name] for name in ("own_a", "own_b", "pred_a", "pred_b")]
    found = empathy.coorientation(values["items"], *marks, scale=tuple(values.get("scale") or empathy.SCALE), **_given(values, "tau"))
    if found is None:
        return {"n": 0}
    sides = {f"{name}_{side}": getattr(view, name) for side, view in (("a", found.a), ("b", found.b)) for name in ("accuracy", "congruency", "insight", "bias")}
    items = {name: {"gap": one.gap, "a_misses_b_by": one.a_misses_b_by, "b_misses_a_by": one.b_misses_a_by} for name, one in found.items.items()}
    states = {name: str(one.state) for name, one in found.items.items()}
    return {"n": found.n, "agreement": found.agreement, "states": states, "items": items} | sides


def empathy_components(values: Values) -> Values:
    return asdict(empathy.components(values["pred"], values["true"]))


def empathy_rank_agreement(values: Values) -> Values:
    found = empathy.rank_agreement(values["ratings"], **_given(values, "min_items"))
    return {"tau_b": found.tau_b, "w": found.w, "alpha_ordinal": found.alpha}


def empathy_disagreement(values: Values) -> Values:
    found = empathy.disagreement(values["ratings"], scale=tuple(values.get("scale") or empathy.SCALE), **_given(values, "k"))
    names = {"n": found.n, "agreement_A": found.agreement, "polarization": found.polarisation, "median": found.median}
    return names | {"critical_minority": found.critical_minority}


def mes(values: Values) -> Values:
    found = empathy.fair_selection(values["budget"], values["costs"], values["voters"], values.get("critical"))
    return {
        "selected": list(found.bought),
        "completion": list(found.filled_up),
        "greedy": list(found.per_cost.items),
        "satisfaction": found.equal.satisfaction,
        "min_satisfaction": found.equal.least,
        "min_satisfaction_greedy": found.per_cost.least,
        "hearing": list(found.hearing),
    }


def risk_gate(values: Values) -> Values:
    given = {name: values[key] for key, name in (("k", "k"), ("show_total", "total")) if values.get(key) is not None}
    found = gate(values["groups"], **given)
    return {"shown": list(found.shown), "hidden": list(found.hidden), "empty": list(found.empty), "total_shown": found.total_shown}
