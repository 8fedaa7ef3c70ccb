import type { Scenario } from "who-saves";
import { frozen } from "../../src/data/frozen.js";
import { gritting as grittingInCode } from "../gritting/scenario.js";

/** A hospital pays a council £20,000 a winter to grit more pavements (Camden, on 24 real winters). */
export const gritting: Scenario = frozen(grittingInCode);
