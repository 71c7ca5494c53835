import { describe, expect, test } from "vitest";
import { colourOf, widthOf } from "../../src/cli/colour.ts";

describe("colourOf", () => {
  test.each([
    ["a terminal has colour", {}, true, true, 1],
    ["a pipe has none", {}, true, false, 0],
    ["NO_COLOR on a terminal", { NO_COLOR: "1" }, true, true, 0],
    ["an empty NO_COLOR says nothing", { NO_COLOR: "" }, true, true, 1],
    ["FORCE_COLOR in a pipe", { FORCE_COLOR: "1" }, true, false, 1],
    ["an empty FORCE_COLOR still forces", { FORCE_COLOR: "" }, true, false, 1],
    ["FORCE_COLOR=0 on a terminal", { FORCE_COLOR: "0" }, true, true, 0],
    ["FORCE_COLOR=3", { FORCE_COLOR: "3" }, true, false, 3],
    ["NO_COLOR beats FORCE_COLOR", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, true, 0],
    ["a dumb terminal", { TERM: "dumb" }, true, true, 0],
    ["FORCE_COLOR on a dumb terminal", { TERM: "dumb", FORCE_COLOR: "1" }, true, true, 1],
    ["--no-color beats all", { FORCE_COLOR: "3" }, false, true, 0],
  ])("%s", (_, env, flag, isTTY, level) => {
    expect(colourOf(env, flag, isTTY)).toBe(level);
  });
});

describe("widthOf", () => {
  test.each([
    ["the terminal's own", 120, {}, 120],
    ["a narrow terminal is taken as 60", 20, {}, 60],
    ["a wide one as 200", 400, {}, 200],
    ["the terminal beats COLUMNS", 120, { COLUMNS: "80" }, 120],
    ["COLUMNS in a pipe", undefined, { COLUMNS: "80" }, 80],
    ["COLUMNS that is no number", undefined, { COLUMNS: "wide" }, 100],
    ["a pipe", undefined, {}, 100],
    ["a terminal that does not know (0)", 0, {}, 100],
  ])("%s", (_, columns, env, width) => {
    expect(widthOf(columns, env)).toBe(width);
  });
});
