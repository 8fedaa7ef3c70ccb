import { extname } from "node:path";

/** Whether a file is written in TypeScript, by its ending. */
export const isTypeScript = (said: string): boolean => [".ts", ".mts"].includes(extname(said));

/** Whether a file is a rule, and not a scenario, by its ending. */
export const isRuleFile = (said: string): boolean => isTypeScript(said) || [".js", ".mjs"].includes(extname(said));
