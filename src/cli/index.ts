#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { main, wrongInput } from "./main.js";
import { tell } from "./terminal.js";

// A reader who closes the pipe, as `head` does, has read enough.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    tell(`The result cannot be written (${error.code}).`);
    process.exit(wrongInput);
  });

// Only this file keeps its place in the build, so only it can tell where the package lies.
process.exitCode = await main(process.argv.slice(2), fileURLToPath(new URL("../../", import.meta.url)));
