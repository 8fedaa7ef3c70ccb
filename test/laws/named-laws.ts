import { lawNamed } from "../../src/laws/index.js";

export const noInvestorLoses = lawNamed("share", "no-investor-loses");
export const noCliffEdge = lawNamed("pay", "no-cliff-edge");
