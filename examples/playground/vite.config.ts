import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { noticesOf } from "../../notices.js";

const source = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

/** The licences of what the workers hold, which vite does not list with those of the page. */
const workerNotices: Plugin = {
  name: "worker-notices",
  generateBundle(_, bundle) {
    const files = Object.values(bundle).flatMap((each) => (each.type === "chunk" ? Object.keys(each.modules) : []));
    this.emitFile({ type: "asset", fileName: "third-party-notices-workers.md", source: noticesOf(files) });
  },
};

/** A folder of files that any web server may serve, at any address. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  resolve: {
    alias: [
      { find: /^who-saves$/, replacement: source("index.ts") },
      { find: /^who-saves\/(report|laws|worker)$/, replacement: source("$1/index.ts") },
    ],
  },
  build: {
    outDir: "../../dist/playground",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    license: { fileName: "third-party-notices.md" },
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: "es", plugins: () => [workerNotices] },
});
