"""Ranges in, decisions out. NumPy and SciPy's special functions; no Django, no database.

    case = reading.read_json(text)[0]
    runs = weigh.run(case)
    runs.expected_value(), runs.chance_best(), runs.evpi(), knowing.singles(runs)

Read in this order: formula, distributions, draws, weigh, knowing.
"""
