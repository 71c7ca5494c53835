import { describe, expect, test } from "vitest";
import { problemOf } from "../ingest/read.ts";
import { oldFormats } from "./old-formats.ts";
import { readingOf, type Situation } from "./situation.ts";
import { archives, textFiles } from "./text-files.ts";
import { workbooks } from "./workbooks.ts";

const families: Readonly<Record<string, readonly Situation[]>> = {
  workbooks,
  "old formats": oldFormats,
  "text files": textFiles,
  archives,
};

for (const [family, situations] of Object.entries(families)) {
  describe(family, () => {
    test.each(situations.map((situation) => [situation.name, situation] as const))(
      "%s",
      async (_, { bytes, limits, reads }) => {
        const content = await bytes();
        if (typeof reads === "string") expect(await problemOf(readingOf(content, limits))).toBe(reads);
        else expect(await readingOf(content, limits)).toEqual(reads);
      },
    );
  });
}
