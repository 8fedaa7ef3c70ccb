"""One cohort in several states, vectorised over draws with numpy: STATES CYCLES DRAWS [with|without].

The same model as ../states-by-hand.mjs. Prints, as JSON, the processor time of nine runs, and the first agency's mean.
"""
import json
import sys
import time

import numpy as np

AGENCIES, PEOPLE, DISCOUNT_RATE = 8, 1000, 0.035
RISK_MEDIAN, RISK_SD_LOG = 0.8, 0.1

states, cycles, draws = (int(word) for word in sys.argv[1:4])
has_strategy = sys.argv[4:5] == ["with"]
per_year = 12 if cycles % 12 == 0 else 4

rows, columns = np.indices((states, states))
counts = np.where(rows == columns, 60 + 2 * rows, 1 + (7 * rows + 3 * columns) % 5).astype(float)
state, agency = np.indices((states, AGENCIES))
costs = ((13 * state + 29 * agency) % 17) * 10 * state
discount = (1 + DISCOUNT_RATE) ** (-(np.arange(cycles) + 1) / per_year)
to_worse = columns > rows


def left_in_year(year):
    return 1.0 if year < 3 else 0.7 ** (year - 2)


def stays_of(chances_at):
    """People in each state, summed over the cycles in present value."""
    now = np.zeros((draws, 1, states))
    now[:, 0, 0] = PEOPLE
    stays = np.zeros((draws, states))
    for cycle in range(cycles):
        now = now @ chances_at(cycle)
        stays += now[:, 0, :] * discount[cycle]
    return stays


def run(random):
    chances = random.standard_gamma(counts, size=(draws, states, states))
    chances /= chances.sum(axis=2, keepdims=True)
    spent = stays_of(lambda cycle: chances) @ costs
    results = [spent]
    if has_strategy:
        risk = RISK_MEDIAN * np.exp(RISK_SD_LOG * random.standard_normal(draws))
        eased = None

        def eased_at(cycle):
            nonlocal eased
            if cycle % per_year == 0:
                cut = (1 - risk) * left_in_year(cycle // per_year)
                eased = np.where(to_worse, chances * (1 - cut)[:, None, None], chances)
                diagonal = np.arange(states)
                eased[:, diagonal, diagonal] = 0
                eased[:, diagonal, diagonal] = 1 - eased.sum(axis=2)
            return eased

        results.append(spent - stays_of(eased_at) @ costs)
    for totals in results:
        np.quantile(totals, [0.05, 0.5, 0.95], axis=0)
    return [totals[:, 0].mean() for totals in results]


random = np.random.default_rng(1)
means = run(random)
times = []
for _ in range(9):
    start = time.process_time()
    means = run(random)
    times.append(1000 * (time.process_time() - start))
print(json.dumps({"times": times, "spent": means[0], "saved": means[1] if has_strategy else 0}))
