import type { Fault } from "./faults.js";

const steps = "a ward that is shut step by step, and what then waits";
const altogether = "a service that is shut altogether, by the cycle";
const added = "places added, formulas that read the list, and latent contacts of those taken in";
const stays = "stays that are drawn, that grow, and that are cut, and the places they empty";
const ranked = "urgent contacts before others, and the newest of the others turned away";
const spareSteps = "steps that stand empty, and steps that are emptied";
const merged = "wards and teams that are shut together, and what each then shuts";
const empty = "latent contacts where nothing is limited, and a new list of a new service";

/** Mistakes in capacity, waiting lists and closing. */
export const faultsOfCapacity: Readonly<Record<string, Fault>> = {
  "those who wait are turned away": {
    shownBy: ranked,
    file: "base/columns/queue-loop.ts",
    right: "atMost(come, all - first)",
    wrong: "(all - first)",
  },
  "those who are turned away give up, too": {
    shownBy: steps,
    file: "base/columns/queue-loop.ts",
    right: "const gone = unserved * ",
    wrong: "const gone = (unserved + unpaid + refused) * ",
  },
  "people give up at the yearly hazard each cycle": {
    shownBy: steps,
    file: "engine/values/share-in-cycle.ts",
    right: 'apply("divide", apply("unaryMinus", perYear), constant(cyclesPerYear))',
    wrong: 'apply("unaryMinus", perYear)',
  },
  "latent contacts may take all the room": {
    shownBy: added,
    file: "engine/contacts/queues.ts",
    right: "at(refill, draw) * (room[draw] - first)",
    wrong: "(room[draw] - first)",
  },
  "the list of the start is forgotten": {
    shownBy: steps,
    file: "engine/contacts/queues.ts",
    right: "copy(waiting, startingList)",
    wrong: "waiting.fill(0)",
  },
  "whoever waited leaves a full list": {
    shownBy: ranked,
    file: "base/columns/queue-loop.ts",
    right: "atMost(newcomers - diverted, beyond)",
    wrong: "beyond",
  },
  "the list has no end": {
    shownBy: added,
    file: "base/columns/queue-loop.ts",
    right: "all - diverted - first - longest[draw]",
    wrong: "-1",
  },
  "urgent contacts wait like all others": {
    shownBy: ranked,
    file: "engine/contacts/ranks.ts",
    right: "for (const { arrivals, seen, waiting } of ranks)",
    wrong: "for (const { arrivals, seen, waiting } of ranks.toReversed())",
  },
  "urgent contacts are turned away first": {
    shownBy: ranked,
    file: "engine/contacts/ranks.ts",
    right: "lowestFirst = ranks.toReversed()",
    wrong: "lowestFirst = ranks",
  },
  "the newest who find no room are counted as if all were alike": {
    shownBy: ranked,
    file: "base/columns/queue-loop.ts",
    right: "isRanked ? newest[draw] : ",
    wrong: "",
  },
  "those who wait at the start are urgent": {
    shownBy: ranked,
    file: "engine/contacts/queues.ts",
    right: "ranks[ranks.length - 1].waiting",
    wrong: "ranks[0].waiting",
  },
  "a cut does not reach a priority": {
    shownBy: ranked,
    file: "engine/contacts/demand.ts",
    right: "if (factor) multiply(rank.arrivals, rank.arrivals, factor);",
    wrong: "",
  },
  "the list is not summed over the cycles": {
    shownBy: steps,
    file: "engine/contacts/volumes.ts",
    right: "{ waiting: cyclesWaited, ...others }",
    wrong: "{ gaveUp: cyclesWaited, ...others }",
  },
  "those called in are seen in their turn": {
    shownBy: added,
    file: "engine/contacts/queues.ts",
    right: "seen[draw] = first;",
    wrong: "seen[draw] = first + called;",
  },
  "places are taken for a year": {
    shownBy: steps,
    file: "engine/contacts/queues.ts",
    right: '"places" in capacity ? value(capacity.stay) : constant(capacity.everyYears)',
    wrong: '"places" in capacity ? constant(1) : constant(capacity.everyYears)',
  },
  "a shorter stay counts as more places": {
    shownBy: stays,
    file: "engine/contacts/queues.ts",
    right: "divide(open, room, perSize)",
    wrong: "copy(open, room)",
  },
  "a shorter stay empties no place": {
    shownBy: stays,
    file: "engine/contacts/closing.ts",
    right: "served[draw] / at(perSize, draw))",
    wrong: "served[draw] / 30)",
  },
  "places are rationed by the stay of another": {
    shownBy: stays,
    file: "engine/money/write-costs.ts",
    right: "map(({ open }) => open?.[year])",
    wrong: "map(({ room }) => room?.[year])",
  },
  "a part of a step is shut": {
    shownBy: steps,
    file: "engine/contacts/closing.ts",
    right: "Math.floor(room[draw]",
    wrong: "Number(room[draw]",
  },
  "what is shut is opened again": {
    shownBy: empty,
    file: "engine/contacts/closing.ts",
    right: "decided[draw] = before[draw] + ",
    wrong: "decided[draw] = ",
  },
  "more is shut than is named": {
    shownBy: steps,
    file: "engine/contacts/closing.ts",
    right: "Math.min(falling[draw], fallen)",
    wrong: "fallen",
  },
  "what is spare is shut though it is used": {
    shownBy: spareSteps,
    file: "engine/contacts/closing.ts",
    right: "closes.some(({ isSpare }) => isSpare);",
    wrong: "closes.length < 0;",
  },
  "what stands empty anyway is never shut": {
    shownBy: spareSteps,
    file: "engine/contacts/closing.ts",
    right: "fallen) + spare[draw]",
    wrong: "fallen)",
  },
  "a rise of the peak uses up what is spare": {
    shownBy: spareSteps,
    file: "engine/contacts/closing.ts",
    right: "Math.max(0, usualPeak[draw] - peak[draw])",
    wrong: "(usualPeak[draw] - peak[draw])",
  },
  "steps are counted in each service, though they are shut together": {
    shownBy: merged,
    file: "engine/contacts/closing.ts",
    right: "linkedGroups(begun, areTogether)",
    wrong: "linkedGroups(begun, () => false)",
  },
  "services that are shut apart are counted together": {
    shownBy: merged,
    file: "engine/contacts/closing.ts",
    right: "together !== null && other",
    wrong: "other",
  },
  "steps shut together fall on all services alike": {
    shownBy: merged,
    file: "engine/contacts/closing.ts",
    right: "rooms[place][draw] / room[draw]",
    wrong: "1 / rooms.length",
  },
  "what is shut already is shut again by another": {
    shownBy: merged,
    file: "engine/contacts/closing.ts",
    right: "- before[draw] * at(step",
    wrong: "- 0 * before[draw] * at(step",
  },
  "a step is shut as a year begins, whatever its notice": {
    shownBy: steps,
    file: "engine/contacts/closing.ts",
    right: "(Math.round(t * cyclesPerYear) - column[0])",
    wrong: "Math.round(t * cyclesPerYear)",
  },
  "what has not begun is shut": {
    shownBy: steps,
    file: "engine/contacts/closing.ts",
    right: "t >= startYears - momentTolerance",
    wrong: "t >= startYears - 99",
  },
  "the last cycle of the year counts as its peak": {
    shownBy: altogether,
    file: "base/columns/room.ts",
    right: "if (out[i] < a[i]) out[i] = a[i];",
    wrong: "out[i] = a[i];",
  },
  "the semi-fixed cost of a step stays": {
    shownBy: steps,
    file: "engine/money/write-costs.ts",
    right: "addProduct(cash, 1, shut, semiFixed);",
    wrong: "",
  },
  "the fixed cost stays when all is shut": {
    shownBy: altogether,
    file: "engine/money/write-costs.ts",
    right: "after[draw] <= all * 1e-9 ? gone",
    wrong: "after[draw] < 0 ? gone",
  },
  "the fixed cost of what is added is nothing": {
    shownBy: added,
    file: "engine/money/write-costs.ts",
    right: ": Math.min(0, gone)",
    wrong: ": 0",
  },
};
