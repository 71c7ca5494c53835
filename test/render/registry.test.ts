import { expect, it } from "vitest";
import { reportSchema } from "../../src/model/report.ts";
import { extensions, printers, renderers } from "../../src/render/index.ts";
import { cityReport } from "./city-report.ts";
import { emptyReport } from "./small-report.ts";

const options = { language: "zh", width: 80, colour: false } as const;

it("knows a renderer for every ending", () => {
  expect(Object.keys(renderers)).toEqual(["table", "json", "markdown", "csv", "html", "xlsx", "docx"]);
  for (const format of Object.values(extensions)) expect(renderers).toHaveProperty(format);
});

it.each(Object.entries(printers))(
  "%s: same report, same text, even of a report with nothing in it",
  async (_, render) => {
    expect(await render(emptyReport(), options)).toBe(await render(emptyReport(), options));
    expect(await render(cityReport(), options)).toBe(await render(cityReport(), options));
  },
);

it("writes JSON that is the report, and ends with a newline", () => {
  const text = renderers.json(cityReport());
  expect(reportSchema.parse(JSON.parse(text))).toEqual(cityReport());
  expect(text).toMatch(/^\{\n {2}"schemaVersion": 1,\n[\s\S]*\n\}\n$/);
});
