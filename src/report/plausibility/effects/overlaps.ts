import { sum } from "../../../base/mathematics/statistics.js";
import { listed } from "../../../base/problems/problem.js";
import { centralOf } from "../../../scenario/central.js";
import { wordsOf } from "../../../scenario/names.js";
import { cohortOf, isByPeople } from "../../../scenario/services/demand.js";
import { numberText, poundsEach } from "../../numbers.js";
import { type DoubtsIn, figuresUnder } from "../doubt.js";

/** How near, as a share, a saving is to what a cut avoids. Assumption: nearer than chance brings two amounts. */
const near = 0.1;
/** Words that do not tell one thing from another. */
const plain = /^(?:fewer|less|lower|lessening|saved?|savings?|cost|care|people|service|other|week|month|year|hour)s?$/;

const wordsIn = (text: string): readonly string[] =>
  (
    wordsOf(text)
      .toLowerCase()
      .match(/[a-z]{5,}/g) ?? []
  )
    .map((word) => word.replace(/s$/, ""))
    .filter((word) => !plain.test(word));

/** Savings of an agency that bears contacts which the same intervention cuts: of the same name, or as many pounds. */
export const savesWhatIsCut: DoubtsIn = (central) => {
  const { scenario, settings } = central;
  return settings.strategies.flatMap((strategy) => {
    const { of } = scenario.strategies[strategy];
    if (of.length !== 1) return [];
    const avoided = (
      agency: string,
      isOf: (entry: { readonly service?: string; readonly address: string }) => boolean,
    ) => figuresUnder(central, strategy, { agencies: [agency], money: "plain", only: isOf })("avoided");
    return scenario.interventions[of[0]].lines.flatMap(({ address, kind, layer, amounts }) => {
      if (kind !== "saves" || layer !== "fiscal") return [];
      const key = wordsIn(address.split(".").at(-1) ?? "");
      return amounts.flatMap(({ agency, pounds }) => {
        const saved = avoided(agency, (entry) => entry.address === address);
        const same = Object.entries(scenario.services).find(([name, { name: title, unit, costs }]) => {
          if (!costs.some((cost) => cost.agency === agency)) return false;
          const cut = avoided(agency, ({ service }) => service === name);
          const said = [...key, ...wordsIn(pounds.label ?? "")];
          const isNamed = [...wordsIn(title), ...wordsIn(name), ...wordsIn(unit.one)].some((word) =>
            said.includes(word),
          );
          return cut > 0.5 && (isNamed || Math.abs(saved - cut) <= near * cut);
        });
        if (same === undefined) return [];
        const cut = avoided(agency, ({ service }) => service === same[0]);
        return {
          address,
          what:
            `This saves ${agency} ${poundsEach(saved)} in all, and ${of[0]} avoids ${poundsEach(cut)} of ` +
            `${same[0]} there: counted twice?`,
          mend: "If they are one thing, take one out; if both are right, accept this with its reason.",
        };
      });
    });
  });
};

/** Causes of one service that are alike, and cohorts of which one may be a part of another, at one service. */
export const peopleTwice: DoubtsIn = ({ scenario }) => {
  const causes = Object.entries(scenario.demand);
  return causes.flatMap(([name, cause], at) =>
    causes.slice(0, at).flatMap(([first, other]) => {
      if (cause.to !== other.to || cause.isLatent || other.isLatent) return [];
      const contacts = [cause, other].map((each) => centralOf(each.contacts, scenario));
      const isAlike =
        contacts[0] === contacts[1] && contacts[0] > 0 && JSON.stringify(cause.by) === JSON.stringify(other.by);
      if (isAlike)
        return {
          address: `demand.${name}`,
          what: `${name} and ${first} bring the same contacts of ${cause.to}: counted twice?`,
          mend: "If they are one thing, take one out; if both are right, accept this with its reason.",
        };
      if (!isByPeople(cause.by) || !isByPeople(other.by)) return [];
      const cohorts = [cohortOf(other.by), cohortOf(cause.by)];
      const [one, two] = cohorts.map((cohort) => wordsOf(cohort).toLowerCase().split(" "));
      const [few, many] = one.length <= two.length ? [one, two] : [two, one];
      const sizes = cohorts.map((cohort) => centralOf(scenario.cohorts[cohort].size, scenario));
      const isPart = cohorts[0] !== cohorts[1] && few.length > 0 && few.every((word) => many.includes(word));
      if (!isPart) return [];
      return {
        address: `demand.${name}`,
        what:
          `${listed(cohorts)} (${listed(sizes.map(numberText))}) both come to ${cause.to}: ` +
          `${numberText(sum(sizes))} people. Is one a part of the other?`,
        mend: "If so, take its people out of the size of the other. If they are apart, accept this with its reason.",
      };
    }),
  );
};

/** Cuts of one service whose key names another service, which the intervention leaves as it is. */
export const cutsAnother: DoubtsIn = ({ scenario: { services, demand, interventions } }) => {
  const wordsAt = (service: string): readonly string[] => [
    ...[service, services[service].name, services[service].unit.one].flatMap(wordsIn),
    ...Object.entries(demand).flatMap(([cause, { to }]) => (to === service ? wordsIn(cause) : [])),
  ];
  return Object.values(interventions).flatMap(({ effects }) =>
    effects.flatMap(({ verb, target, address, amount }) => {
      const [, cut] = /^services\.(\w+)$/.exec(target) ?? [];
      if (verb !== "cut" || cut === undefined) return [];
      const said = wordsIn(address.split(".")[3] ?? "");
      const isSaid = (service: string): boolean => wordsAt(service).some((word) => said.includes(word));
      const isCut = (service: string): boolean => effects.some((other) => other.target.includes(service));
      const other = isSaid(cut) ? undefined : Object.keys(services).find((each) => isSaid(each) && !isCut(each));
      if (other === undefined) return [];
      return {
        address: amount.address,
        what: `This cuts ${cut}, and its name is that of ${other}, which stays as it is.`,
        mend: "Check which service it changes. If it is right, accept it with its reason.",
      };
    }),
  );
};
