import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** What imports of the package lead to in Deno: the one that was built, since the registry has another, or none. */
export const builtPackage: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ "": "index", "/examples": "examples", "/report": "report" }).map(([entry, file]) => [
    `npm:who-saves${entry}`,
    pathToFileURL(resolve(`dist/${file}.js`)).href,
  ]),
);
