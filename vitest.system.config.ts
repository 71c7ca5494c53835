import { defineConfig } from "vitest/config";

/** What needs programs beyond Node: a browser, an office suite. `npm test` does without them. */
export default defineConfig({
  test: {
    include: ["test/system/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
