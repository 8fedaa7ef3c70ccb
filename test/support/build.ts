import { rm } from "node:fs/promises";
import { build } from "tsup";

/**
 * Builds the JavaScript once, because some tests run the command line as a user does; the types of a full build stay.
 * After a failed build there is nothing to run, so those tests fail and the others still tell what they know.
 */
export const setup = (): Promise<void> =>
  build({ dts: false, clean: false, silent: true }).catch((error: unknown) => {
    console.error("The build failed:", error);
    return rm("dist", { recursive: true, force: true });
  });
