import { describe, expect, test } from "vitest";
import type { Unit, UnitDirectory } from "../../src/model/unit.ts";
import { UnitNames } from "../../src/model/unit-names.ts";

const unit = (name: string, rest: Partial<Unit> = {}): Unit => ({
  name,
  full: null,
  aliases: [],
  groups: [],
  parent: null,
  assumed: false,
  ...rest,
});

const directory: UnitDirectory = {
  id: "jilin",
  place: "吉林市",
  whole: ["吉林"],
  prefixes: ["吉林省吉林市", "吉林市", "市"],
  suffixes: ["（本级）", "本级"],
  groups: [],
  units: [
    unit("市公安局", { full: "吉林市公安局" }),
    unit("市市场监管局", { full: "吉林市市场监督管理局", aliases: ["市监局"] }),
    unit("吉林省税务局"),
    unit("船营区税务局"),
    unit("昌邑区税务局"),
  ],
};
const names = new UnitNames(directory, ["全市"]);

describe("a unit is found by the forms that its directory declares", () => {
  test.each([
    ["市公安局", "市公安局"],
    ["公安局", "市公安局"],
    ["吉林市公安局", "市公安局"],
    ["吉林省吉林市公安局", "市公安局"],
    ["市公安局（本级）", "市公安局"],
    ["市公安局(本级)", "市公安局"],
    [" 市 公 安 局 ", "市公安局"],
    ["吉林市市场监督管理局", "市市场监管局"],
    ["市场监督管理局", "市市场监管局"],
    ["市监局", "市市场监管局"],
    ["船营区税务局", "船营区税务局"],
  ])("%s is %s", (written, name) => expect(names.find(written)?.name).toBe(name));

  test.each(["省公安局", "吉林省公安局", "长春市公安局", "公安", "税务局", "公安局分局", "市", "", "吉林"])(
    "%j is none of them",
    (written) => expect(names.find(written)).toBeUndefined(),
  );
});

test.each([
  ["全市", true],
  ["全 市", true],
  ["吉林市", true],
  ["吉林", true],
  ["吉林省", false],
  ["市公安局", false],
])("%s stands for the whole: %s", (written, whole) => expect(names.isWhole(written)).toBe(whole));

test("two units that declare one written form clash; a trimmed form of two names neither", () => {
  const twins = {
    ...directory,
    units: [unit("市公安局", { aliases: ["公安"] }), unit("市安全局", { aliases: ["公安"] })],
  };
  expect(new UnitNames(twins).clashes).toMatchObject([{ form: "公安" }]);
  const halves = { ...directory, units: [unit("吉林市税务局"), unit("市税务局")] };
  expect(new UnitNames(halves).find("税务局")).toBeUndefined();
  expect(new UnitNames(halves).find("市税务局")?.name).toBe("市税务局");
});
