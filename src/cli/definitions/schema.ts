import type { AddCommand } from "./command.js";

/** Adds `who-saves schema`. */
export const addSchema: AddCommand = (program, { packageFolder, finish }) => {
  program
    .command("schema")
    .description("print the JSON Schema of a scenario, for editors")
    .action(async () => {
      const { schema } = await import("../commands/schema.js");
      finish(schema(packageFolder));
    });
};
