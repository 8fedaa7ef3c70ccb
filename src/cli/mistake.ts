import { ScenarioError } from "../base/problem.js";

/** A mistake of the user's, which the command line prints without a stack trace. */
export const mistake = (address: string, what: string, mend?: string): ScenarioError =>
  new ScenarioError([{ severity: "error", address, what, ...(mend ? { mend } : {}) }]);

/** What the system calls an error of its own: ENOENT, EACCES, …; undefined where it is none. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;
