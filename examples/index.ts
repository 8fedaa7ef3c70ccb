import { readScenario, type Scenario, ScenarioError } from "who-saves";
import { frozen } from "../src/data/frozen.js";
import betterCareFundText from "./better-care-fund/scenario.yaml";
import blameText from "./blame/scenario.yaml";
import careLeaversText from "./care-leavers/scenario.yaml";
import caseworkText from "./casework/scenario.yaml";
import commissionTheResultText from "./commission-the-result/scenario.yaml";
import dischargeText from "./discharge/scenario.yaml";
import eightyTwentyText from "./eighty-twenty/scenario.yaml";
import failureDemandText from "./failure-demand/scenario.yaml";
import fdacText from "./fdac/scenario.yaml";
import gainShareText from "./gain-share/scenario.yaml";
import graphOfDoomText from "./graph-of-doom/scenario.yaml";
import durhamText from "./gritting/durham.yaml";
import winters from "./gritting/hadcet-weekly.csv";
import { gritting as grittingInCode } from "./gritting/scenario.js";
import heartsAndHeadsText from "./hearts-and-heads/scenario.yaml";
import hipReplacementText from "./hip-replacement/scenario.yaml";
import hivText from "./hiv/scenario.yaml";
import honestPilotText from "./honest-pilot/scenario.yaml";
import intoWorkText from "./into-work/scenario.yaml";
import jigsawText from "./jigsaw/scenario.yaml";
import ministersDilemmaText from "./ministers-dilemma/scenario.yaml";
import neighboursFirstText from "./neighbours-first/scenario.yaml";
import ninetyFiveText from "./ninety-five/scenario.yaml";
import notCashText from "./not-cash/scenario.yaml";
import ourPlaceOurBudgetText from "./our-place-our-budget/scenario.yaml";
import ownUpText from "./own-up/scenario.yaml";
import partnershipText from "./partnership/scenario.yaml";
import paymentRulesText from "./payment-rules/scenario.yaml";
import placeCountText from "./place-count/scenario.yaml";
import potholeFundText from "./pothole-fund/scenario.yaml";
import preventionOrCureText from "./prevention-or-cure/scenario.yaml";
import programmeText from "./programme/scenario.yaml";
import quickWinsText from "./quick-wins/scenario.yaml";
import salamiText from "./salami/scenario.yaml";
import sharedOfficesText from "./shared-offices/scenario.yaml";
import transformationFundText from "./transformation-fund/scenario.yaml";
import troubledFamiliesText from "./troubled-families/scenario.yaml";
import twoGovernmentsText from "./two-governments/scenario.yaml";
import warmHomesText from "./warm-homes/scenario.yaml";
import wholePersonText from "./whole-person/scenario.yaml";
import wholePlaceText from "./whole-place/scenario.yaml";

/** Interventions that many places reach for, for the agencies of your own. */
export * as interventions from "./interventions.js";

const read = (text: string): Scenario => {
  const { scenario, problems } = readScenario(text, { files: { "hadcet-weekly.csv": winters } });
  if (!scenario) throw new ScenarioError(problems);
  return frozen(scenario);
};

/** A hospital pays a council £20,000 a winter to grit more pavements (Camden, on 24 real winters). */
export const gritting: Scenario = frozen(grittingInCode);

/** The same on a county's scale: £500,000 a year (Durham, 2009 to 2011). */
export const durham: Scenario = read(durhamText);

/** The London Family Drug and Alcohol Court: one pays, four save, over five years. */
export const fdac: Scenario = read(fdacText);

/** The graph of doom: a falling budget, rising need, and the years that prevention buys; every figure a placeholder. */
export const graphOfDoom: Scenario = read(graphOfDoomText);

/** A dearer hip that lasts longer (Briggs and others 2006): two strategies to compare, by the QALY. */
export const hipReplacement: Scenario = read(hipReplacementText);

/** Two drugs for HIV in place of one (Chancellor and others 1997): what a year of life costs. */
export const hiv: Scenario = read(hivText);

/** Into work: the chain of a cost benefit model, small enough to redo by hand; its financial case and its public value. */
export const intoWork: Scenario = read(intoWorkText);

/** Warm Homes Oldham: three bodies put £200,000 together. */
export const warmHomes: Scenario = read(warmHomesText);

/** Relational casework in Stoke-on-Trent: one count before and after, read in three ways. */
export const casework: Scenario = read(caseworkText);

/** The few who make half of the cost: whom to take, by need, by last year's list or anyone. */
export const eightyTwenty: Scenario = read(eightyTwentyText);

/** Troubled Families: as claimed, and beside similar families. */
export const troubledFamilies: Scenario = read(troubledFamiliesText);

/** Leaving hospital: freed beds left empty, shut with their ward, or filled by those who wait. */
export const discharge: Scenario = read(dischargeText);

/** The Better Care Fund of 2015/16, as planned and as it went: two rises where two falls were promised. */
export const betterCareFund: Scenario = read(betterCareFundText);

/** Work that work makes: contacts that come back or are sent on, at three desks, and what each loop costs. */
export const failureDemand: Scenario = read(failureDemandText);

/** Fires and lawyers' bills: the same saving, of which nothing is cash, and all. */
export const notCash: Scenario = read(notCashText);

/** The gritting deal of the first example in round pounds, under every rule by which its gain may be shared. */
export const gainShare: Scenario = read(gainShareText);

/** One manager saves, one spends up, one overspends: ten years under each rule for the year's end. */
export const ministersDilemma: Scenario = read(ministersDilemmaText);

/** A hospital that alone knows what it saves: what it pays to tell less, and under which rule. */
export const ownUp: Scenario = read(ownUpText);

/** All public money in a place, by agency and theme, and who controls it (Birmingham, 2009). */
export const placeCount: Scenario = read(placeCountText);

/** Money for roads alone, and only for a report, beside children in acute need: what the fence costs. */
export const potholeFund: Scenario = read(potholeFundText);

/** £41m for £108m: given, lent, or paid for by outcomes; what comes back, and to whom. */
export const transformationFund: Scenario = read(transformationFundText);

/** Five payment rules of England, and what they paid. */
export const paymentRules: Scenario = read(paymentRulesText);

/** A budget for each service, or one for the place: which of three schemes happens. */
export const twoGovernments: Scenario = read(twoGovernmentsText);

/** The whole person, or the presenting need: one caseworker, three teams, or teams that turn away. */
export const wholePerson: Scenario = read(wholePersonText);

/** The whole place: eight bodies, six schemes that help and hinder each other, and three funding rules. */
export const wholePlace: Scenario = read(wholePlaceText);

/** Eight agencies, three interventions, one purse or eight: what happens under which regime; every figure a placeholder. */
export const ourPlaceOurBudget: Scenario = read(ourPlaceOurBudgetText);

/** Leaving care at eighteen: co-ordinators, or the same adviser for longer; councils pay, others save. */
export const careLeavers: Scenario = read(careLeaversText);

/** Commission the result: half-measures lose, since a team is paid until it is closed. */
export const commissionTheResult: Scenario = read(commissionTheResultText);

/** Change the system, the work, or both: how large the extra effect of both must be. */
export const heartsAndHeads: Scenario = read(heartsAndHeadsText);

/** Neighbours first: what a place saves, and what falls on families. */
export const neighboursFirst: Scenario = read(neighboursFirstText);

/** If contacts fell by 95%: the claim beside the fall that was measured. */
export const ninetyFive: Scenario = read(ninetyFiveText);

/** What a stronger partnership is worth: a score, the hand-overs that are dropped, and a team that bodies share. */
export const partnership: Scenario = read(partnershipText);

/** Quick wins and long timetables: which scheme is signed by how many years are counted. */
export const quickWins: Scenario = read(quickWinsText);

/** Five front doors, or one: the same empty desks, apart and together. */
export const sharedOffices: Scenario = read(sharedOfficesText);

/** An honest pilot: what seven pilots report, and what is true. */
export const honestPilot: Scenario = read(honestPilotText);

/** Prevention or cure, for the same £1m, and what each further pound does. */
export const preventionOrCure: Scenario = read(preventionOrCureText);

/** A programme of five years or a standing unit of ten, for the same money. */
export const programme: Scenario = read(programmeText);

/** Salami slices or transformation: who is turned away as budgets fall. */
export const salami: Scenario = read(salamiText);

/** Who takes the risk: how heavily a failed pound may weigh before nobody tries. */
export const blame: Scenario = read(blameText);

/** A jigsaw with fewer pieces: what one map for six bodies saves, and may cost. */
export const jigsaw: Scenario = read(jigsawText);
