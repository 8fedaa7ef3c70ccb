import { lawMatrix, laws, sampleRules } from "../../src/laws/index.js";

// A hundred worlds find here what two thousand find.
const options = { runs: 100 };

/** Our rules by every law of their family. */
export const matrices = {
  permit: lawMatrix(sampleRules.permit, laws.permit, options),
  finance: lawMatrix(sampleRules.finance, laws.finance, options),
  share: lawMatrix(sampleRules.share, laws.share, options),
  pay: lawMatrix(sampleRules.pay, laws.pay, options),
  yearEnd: lawMatrix(sampleRules.yearEnd, laws.yearEnd, options),
  allocate: lawMatrix(sampleRules.allocate, laws.allocate, options),
};
