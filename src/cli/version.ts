import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version of the package in a folder. */
export const versionOf = (packageFolder: string): string => {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(join(packageFolder, "package.json"), "utf8"),
  );
  return version;
};
