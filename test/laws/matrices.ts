import { lawMatrix, laws, sampleRules } from "../../src/laws/index.js";

// Here 60 worlds find the same as 2,000.
const options = { runs: 60 };

/** The sample rules, each checked against every law of its family. */
export const matrices = {
  permit: lawMatrix(sampleRules.permit, laws.permit, options),
  finance: lawMatrix(sampleRules.finance, laws.finance, options),
  share: lawMatrix(sampleRules.share, laws.share, options),
  pay: lawMatrix(sampleRules.pay, laws.pay, options),
  yearEnd: lawMatrix(sampleRules.yearEnd, laws.yearEnd, options),
  allocate: lawMatrix(sampleRules.allocate, laws.allocate, options),
};
