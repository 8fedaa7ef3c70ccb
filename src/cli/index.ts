#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { keepFreedMemory } from "./keep-memory.js";
import { main, wrongInput } from "./main.js";
import { printNote } from "./terminal.js";

// A reader such as `head` closes the pipe when it has enough; that is not an error.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    printNote(`The result cannot be written (${error.code}).`);
    process.exit(wrongInput);
  });

keepFreedMemory();

// The build moves every file but this one, so only here is the package's folder known.
process.exitCode = await main(process.argv.slice(2), fileURLToPath(new URL("../../", import.meta.url)));
