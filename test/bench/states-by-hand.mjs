import alea from "seedrandom/lib/alea.js";

/** The count of people in state i who are in state j a cycle later. Probabilities to move are drawn from it. */
export const countOf = (i, j) => (i === j ? 60 + 2 * i : 1 + ((7 * i + 3 * j) % 5));

/** The cost of one person in a state to an agency, in pounds per cycle. */
export const costOf = (state, agency) => ((13 * state + 29 * agency) % 17) * 10 * state;

/** The share of an intervention's effect in a year: 1 in the first three, then × 0.7 each year. */
export const leftInYear = (year) => (year < 3 ? 1 : 0.7 ** (year - 2));

export const agencyCount = 8;
export const people = 1000;
export const discountRate = 0.035;
export const relativeRisk = { median: 0.8, sdLog: 0.1 };

/** A standard normal number (Box and Muller 1958). */
const normal = (uniform) => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

/** Fills a column with gamma numbers, one shape (1 or more) per number (Marsaglia and Tsang 2000), with polar normals. */
const fillGammas = (column, shapes, uniform) => {
  let spare = 0;
  let isSpare = false;
  for (let at = 0; at < column.length; ) {
    let x = spare;
    if (isSpare) isSpare = false;
    else {
      let y = 0;
      let square = 0;
      do {
        x = 2 * uniform() - 1;
        y = 2 * uniform() - 1;
        square = x * x + y * y;
      } while (square >= 1 || square === 0);
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      x *= scale;
      spare = y * scale;
      isSpare = true;
    }
    const d = shapes[at] - 1 / 3;
    const root = 1 + x / Math.sqrt(9 * d);
    if (root <= 0) continue;
    const cube = root * root * root;
    const u = uniform();
    const square = x * x;
    if (u >= 1 - 0.0331 * square * square && Math.log(u) >= square / 2 + d * (1 - cube + Math.log(cube))) continue;
    column[at++] = d * cube;
  }
};

/** The people a cycle later. Probabilities are by the state after (outer index) and before (inner index). */
const move = (now, next, chances) => {
  const states = now.length;
  for (let to = 0; to < states; to++) {
    let sum = 0;
    for (let from = 0; from < states; from++) sum += now[from] * chances[to * states + from];
    next[to] = sum;
  }
};

/** The same probabilities, with those to worse states cut. People who do not move stay. */
const ease = (chances, eased, states, cut) => {
  for (let from = 0; from < states; from++) {
    let gone = 0;
    for (let to = 0; to < states; to++) {
      if (to === from) continue;
      const chance = chances[to * states + from] * (to > from ? 1 - cut : 1);
      eased[to * states + from] = chance;
      gone += chance;
    }
    eased[from * states + from] = 1 - gone;
  }
};

/** The mean and three percentiles of some numbers. */
export const summary = (totals) => {
  const ascending = new Float64Array(totals).sort();
  const at = (share) => ascending[Math.round(share * (totals.length - 1))];
  let sum = 0;
  for (let place = 0; place < totals.length; place++) sum += totals[place];
  return { mean: sum / totals.length, p5: at(0.05), p50: at(0.5), p95: at(0.95) };
};

/**
 * One cohort in several states, written by hand: one draw at a time, typed arrays, plain loops. All start in the first
 * state, and each draw has its own probabilities. Agencies pay for the people in each state at the end of each cycle,
 * discounted by the cycle. With an intervention the same draws run again, with fewer moves to worse states. It computes
 * only what each agency spends and saves.
 */
export const statesByHand = ({ states, cyclesPerYear, cycles, draws, intervention }) => {
  const uniform = alea("by hand");
  const shapes = Float64Array.from({ length: states * states }, (_, at) =>
    countOf(Math.floor(at / states), at % states),
  );
  const gammas = new Float64Array(states * states);
  const chances = new Float64Array(states * states);
  const eased = new Float64Array(states * states);
  const discount = Float64Array.from({ length: cycles }, (_, at) => (1 + discountRate) ** (-(at + 1) / cyclesPerYear));
  const costs = Float64Array.from({ length: agencyCount * states }, (_, at) =>
    costOf(at % states, Math.floor(at / states)),
  );
  const columns = () => Array.from({ length: agencyCount }, () => new Float64Array(draws));
  const [spent, saved] = [columns(), columns()];
  let now = new Float64Array(states);
  let next = new Float64Array(states);
  const stays = new Float64Array(states); // people in each state, summed over the cycles in present value

  for (let draw = 0; draw < draws; draw++) {
    fillGammas(gammas, shapes, uniform);
    for (let from = 0; from < states; from++) {
      let sum = 0;
      for (let to = 0; to < states; to++) sum += gammas[from * states + to];
      for (let to = 0; to < states; to++) chances[to * states + from] = gammas[from * states + to] / sum;
    }
    const risk = intervention ? relativeRisk.median * Math.exp(relativeRisk.sdLog * normal(uniform)) : 1;
    for (let run = 0; run < (intervention ? 2 : 1); run++) {
      now.fill(0);
      now[0] = people;
      stays.fill(0);
      for (let cycle = 0; cycle < cycles; cycle++) {
        if (run === 1 && cycle % cyclesPerYear === 0)
          ease(chances, eased, states, (1 - risk) * leftInYear(cycle / cyclesPerYear));
        move(now, next, run === 0 ? chances : eased);
        [now, next] = [next, now];
        for (let state = 0; state < states; state++) stays[state] += now[state] * discount[cycle];
      }
      for (let agency = 0; agency < agencyCount; agency++) {
        let pounds = 0;
        for (let state = 0; state < states; state++) pounds += stays[state] * costs[agency * states + state];
        if (run === 0) spent[agency][draw] = pounds;
        else saved[agency][draw] = spent[agency][draw] - pounds;
      }
    }
  }
  return intervention ? { spent: spent.map(summary), saved: saved.map(summary) } : { spent: spent.map(summary) };
};
