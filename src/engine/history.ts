import { at, type Column } from "../base/kernels.js";
import { ScenarioError } from "../base/problem.js";
import type { Scenario } from "../scenario/scenario.js";
import type { WhenUnsound } from "./checks.js";
import { bring, type Demand, type Flow } from "./demand.js";

/**
 * What every delayed cause carries before the first cycle: the steady flow f = d + R f of business as usual in that cycle, where d is what
 * people bring and R what each contact brings at each service. A service with `history: empty` served nobody.
 */
export const steadyHistory = (
  { services, demand }: Scenario,
  { stops, flows: every }: Demand,
  width: number,
  whenUnsound: WhenUnsound,
): ReadonlyMap<string, Column> => {
  // Capacity is ignored: nobody is turned away.
  const flows = every.filter(({ name }) => !("unmet" in demand[name].by));
  const delayed = flows.filter(({ underWay }) => underWay.length > 0);
  if (delayed.length === 0) return new Map();
  const names = stops.map(({ name }) => name);
  const wasThere = (service: string | undefined): boolean =>
    service === undefined || services[service].history === "steady";
  const lasting = flows.filter(({ to, each }) => wasThere(to) && wasThere(each));
  const whole = networkOf(flows, names, width);
  const before = lasting.length === flows.length ? whole : networkOf(lasting, names, width);
  const history = new Map(delayed.map(({ name }) => [name, new Float64Array(width)]));
  const carriers = before.flows.flatMap(({ from, rate }, place) => {
    const out = history.get(lasting[place].name);
    return out ? [{ out, from, rate, brought: before.brought[place] }] : [];
  });
  for (let draw = 0; draw < width; draw++) {
    const all = steadyFlow(whole, draw);
    if (all === undefined && whenUnsound === "stop") throw endless(names, carriedShares(whole, draw));
    const steady = (before === whole ? all : all && steadyFlow(before, draw)) ?? names.map(() => Number.NaN);
    for (const { out, from, rate, brought } of carriers)
      out[draw] = from < 0 ? brought[draw] : at(rate, draw) * steady[from];
  }
  return history;
};

/** Flows between services by their places: what people bring, a column a flow, and what contacts carry. */
interface Network {
  readonly size: number;
  readonly flows: readonly { readonly to: number; readonly from: number; readonly rate: Column }[];
  readonly brought: readonly Column[];
}

const networkOf = (flows: readonly Flow[], names: readonly string[], width: number): Network => ({
  size: names.length,
  // Nobody is called in, either: what is latent is on its way, but causes nothing.
  flows: flows.map(({ to, isLatent, each, parts }) => ({
    to: isLatent ? -1 : names.indexOf(to),
    from: each === undefined ? -1 : names.indexOf(each),
    rate: parts[0].rate,
  })),
  brought: flows.map((flow) => {
    const out = new Float64Array(width);
    if (flow.each === undefined) bring(out, flow);
    return out;
  }),
});

/** What each contact at one service (inner) brings at another (outer), in a draw. */
const carriedShares = ({ size, flows }: Network, draw: number): readonly number[][] => {
  const shares = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const { to, from, rate } of flows) if (from >= 0 && to >= 0) shares[to][from] += at(rate, draw);
  return shares;
};

/**
 * Solves f = d + R f by elimination without pivoting. For R of no negative number every pivot of I − R is positive exactly when the flow dies out
 * (the largest eigenvalue of R is below 1; Berman and Plemmons 1979); undefined where it does not.
 */
const steadyFlow = (network: Network, draw: number): readonly number[] | undefined => {
  const { size, flows, brought } = network;
  const rows = carriedShares(network, draw).map((row, i) => row.map((share, j) => (i === j ? 1 : 0) - share));
  const flow = new Array<number>(size).fill(0);
  for (const [index, { to }] of flows.entries()) if (to >= 0) flow[to] += brought[index][draw];
  for (let pivot = 0; pivot < size; pivot++) {
    if (!(rows[pivot][pivot] > 1e-9)) return undefined;
    for (let row = pivot + 1; row < size; row++) {
      const times = rows[row][pivot] / rows[pivot][pivot];
      if (times === 0) continue;
      for (let column = pivot; column < size; column++) rows[row][column] -= times * rows[pivot][column];
      flow[row] -= times * flow[pivot];
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let column = row + 1; column < size; column++) flow[row] -= rows[row][column] * flow[column];
    flow[row] /= rows[row][row];
  }
  return flow;
};

/** The problem of contacts that breed faster than they die out, with the ring that breeds most among those that can be looked at. */
const endless = (names: readonly string[], carried: readonly (readonly number[])[]): ScenarioError => {
  let worst: { readonly path: readonly number[]; readonly product: number } = { path: [], product: 0 };
  let looks = 0;
  const visit = (path: readonly number[], product: number): void => {
    const from = path[path.length - 1];
    for (const to of names.keys()) {
      const next = product * carried[to][from];
      if (next === 0 || ++looks > mostLooks) continue;
      if (to === path[0] && next > worst.product) worst = { path: [...path, to], product: next };
      else if (to > path[0] && !path.includes(to)) visit([...path, to], next);
    }
  };
  for (const start of names.keys()) visit([start], 1);
  const ring = worst.path.map((index) => names[index]).join(" -> ");
  const round = Number(worst.product.toPrecision(3));
  return new ScenarioError([
    {
      severity: "error",
      address: "demand",
      what: `Contacts breed without end: all causes together bring at least one for every one before. Of their rings ${ring} brings ${round}.`,
      mend: "The contacts that each contact causes must die out: mend the rates of these causes.",
    },
  ]);
};

// In a dense network there are more rings than anybody could walk.
const mostLooks = 20_000;
