import { at, type Column, clear, emptyColumns } from "../base/columns/kernels.js";
import { ScenarioError } from "../base/problems/problem.js";
import { must } from "../base/records.js";
import { causeAddress } from "../scenario/address.js";
import type { Scenario } from "../scenario/scenario.js";
import type { WhenUnsound } from "./checks.js";
import { bring, type CauseFlow } from "./contacts/causes.js";
import type { Before, Demand } from "./contacts/demand.js";
import { steadyUnderWay } from "./contacts/spread.js";

/** The contacts under way before the first cycle, by the name of each delayed cause. */
export type UnderWayBefore = ReadonlyMap<string, Before>;

/**
 * The contacts per cycle that every delayed cause had under way before the first cycle, by the name of the cause. They
 * are the steady flow f = d + R f of business as usual in that cycle: d is what people bring to each service, R what
 * each contact brings to each service. A service with `history: empty` had no contacts.
 */
export const steadyHistory = (
  { services, demand }: Scenario,
  { services: flows, causes: all }: Demand,
  width: number,
  whenUnsound: WhenUnsound,
): UnderWayBefore => {
  // Capacity is ignored, so no contact is turned away.
  const causes = all.filter(({ name }) => !("unmet" in demand[name].by));
  const delayed = causes.filter(({ underWay }) => underWay.length > 0);
  if (delayed.length === 0) return new Map();
  const names = flows.map(({ name }) => name);
  const wasThere = (service: string | undefined): boolean =>
    service === undefined || services[service].history === "steady";
  const lasting = causes.filter(({ to, fromService }) => wasThere(to) && wasThere(fromService));
  const allLasted = lasting.length === causes.length;
  const whole = networkOf(causes, names, width);
  const before = allLasted ? whole : networkOf(lasting, names, width);
  const history = new Map(delayed.map(({ name }) => [name, new Float64Array(width)]));
  const carriers = before.links.flatMap(({ from, rate }, place) => {
    const out = history.get(lasting[place].name);
    return out ? [{ out, from, rate, brought: before.brought[place] }] : [];
  });
  for (let draw = 0; draw < width; draw++) {
    const steadyWhole = steadyFlow(whole, draw);
    if (steadyWhole === undefined && whenUnsound === "stop") throw endless(names, carriedShares(whole, draw), causes);
    const steady = (allLasted ? steadyWhole : steadyWhole && steadyFlow(before, draw)) ?? names.map(() => Number.NaN);
    for (const { out, from, rate, brought } of carriers)
      out[draw] = from < 0 ? brought[draw] : at(rate, draw) * steady[from];
  }
  return new Map<string, Before>(
    delayed.map(({ name, spread }) => {
      const perCycle = must(history, name);
      return [name, spread ? steadyUnderWay(spread, perCycle) : perCycle];
    }),
  );
};

/** The causes between services, by the index of each service; −1 if a cause has no service at that end. */
interface Network {
  /** The number of services. */
  readonly size: number;
  readonly links: readonly { readonly to: number; readonly from: number; readonly rate: Column }[];
  /** Contacts per cycle that people bring, by cause. Zero for a cause that a service drives. */
  readonly brought: readonly Column[];
  /** Numbers of one draw, written anew for each: a row of R, then of I − R, for each service, and the flow. */
  readonly rows: readonly Float64Array[];
  readonly flow: Float64Array;
}

const networkOf = (causes: readonly CauseFlow[], names: readonly string[], width: number): Network => ({
  size: names.length,
  // Latent contacts are on their way, but no latent contact is called in, so they cause no others.
  links: causes.map(({ to, isLatent, fromService, parts }) => ({
    to: isLatent ? -1 : names.indexOf(to),
    from: fromService === undefined ? -1 : names.indexOf(fromService),
    rate: parts[0].rate,
  })),
  brought: causes.map((cause) => {
    const out = new Float64Array(width);
    if (cause.fromService === undefined) bring(out, cause);
    return out;
  }),
  rows: emptyColumns(names.length, names.length),
  flow: new Float64Array(names.length),
});

/** The contacts at one service (outer index) that each contact at another (inner index) brings, in a draw. */
const carriedShares = ({ links, rows }: Network, draw: number): readonly Float64Array[] => {
  clear(rows);
  for (const { to, from, rate } of links) if (from >= 0 && to >= 0) rows[to][from] += at(rate, draw);
  return rows;
};

/**
 * Solves f = d + R f by elimination without pivoting. R has no negative number, so every pivot of I − R is positive
 * exactly if the flow dies out: the largest eigenvalue of R is below 1 (Berman and Plemmons 1979). Else undefined.
 */
const steadyFlow = (network: Network, draw: number): Float64Array | undefined => {
  const { size, links, brought, flow } = network;
  const rows = carriedShares(network, draw);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) rows[i][j] = (i === j ? 1 : 0) - rows[i][j];
  flow.fill(0);
  for (let index = 0; index < links.length; index++) {
    const { to } = links[index];
    if (to >= 0) flow[to] += brought[index][draw];
  }
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

/**
 * The problem of contacts that cause more contacts without end. It names the ring of services that multiplies most, at
 * its first cause.
 */
const endless = (
  names: readonly string[],
  carried: readonly Float64Array[],
  causes: readonly CauseFlow[],
): ScenarioError => {
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
  const [from, to] = worst.path.map((index) => names[index]);
  const first = causes.find((cause) => cause.fromService === from && cause.to === to);
  const ring = worst.path.map((index) => names[index]).join(" -> ");
  const round = Number(worst.product.toPrecision(3));
  return new ScenarioError([
    {
      severity: "error",
      address: first === undefined ? "demand" : `${causeAddress(first.name)}.each`,
      what:
        "Contacts multiply without end: all causes together bring at least one contact for each one before. " +
        `The ring ${ring} brings ${round} for each.`,
      mend:
        "Does each name the right service? If so, lower the rates, so that the contacts that each contact causes " +
        "die out.",
    },
  ]);
};

// A dense network has more rings than the search could visit.
const mostLooks = 20_000;
