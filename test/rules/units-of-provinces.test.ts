import { describe, expect, test } from "vitest";
import { UnitNames } from "../../src/model/unit-names.ts";
import { loadPlan } from "../../src/plan/load.ts";

async function namesOf(id: string) {
  const plan = await loadPlan(id, { cwd: process.cwd() });
  return { directory: plan.directory, names: new UnitNames(plan.directory, plan.dictionary.words.whole) };
}

const WHOLE = "the whole";
const NOBODY = "nobody";

/** Written names, and the unit that each is. */
const written: Record<string, Record<string, string>> = {
  "jilin-2021": {
    吉林市: "吉林市",
    吉林省吉林市: "吉林市",
    吉林市人民政府: "吉林市",
    吉林省: WHOLE,
    全省: WHOLE,
    吉林省人民政府: WHOLE,
    吉林: NOBODY, // the city or the province
    吉林市公安局: NOBODY,
    省本级: "省本级",
    吉林省本级: "省本级",
    长春市本级: "长春市",
    长春新区: "长春新区管委会",
    "中韩（长春）国际合作示范区": "中韩(长春)国际合作示范区管委会",
    长白山: "长白山管委会",
    长白县: "长白朝鲜族自治县",
    通化: "通化市",
    通化县: "通化县",
    朝阳区: "朝阳区",
    吉林省长春市朝阳区: "朝阳区",
    北京市朝阳区: NOBODY,
    四平市铁西区: "铁西区",
    沈阳市铁西区: NOBODY,
    新华区: NOBODY,
    公安厅: "省公安厅",
    吉林省政务服务和数字化建设管理局: "省政务服务和数字化局",
  },
  "ningxia-2023": {
    宁夏: WHOLE,
    自治区: WHOLE,
    全区: WHOLE,
    自治区本级: WHOLE,
    银川市本级: "银川市",
    宁夏银川市: "银川市",
    银川市兴庆区: "兴庆区",
    中卫: "中卫市",
    中宁: "中宁县",
    宁夏公安厅: "自治区公安厅",
    宁夏回族自治区人民政府办公厅: "自治区政府办公厅",
    税务局: "宁夏税务局",
  },
  "shizong-2019": {
    师宗县: WHOLE,
    全县: WHOLE,
    发改局: "县发展和改革局",
    曲靖市师宗县发展和改革局: "县发展和改革局",
    市场监督管理局: "县市场监督管理局",
    县人民政府办公室: "县政府办公室",
    龙庆乡: "龙庆彝族壮族乡",
    大同街道: "大同街道办事处",
  },
};

describe.each(Object.entries(written))("%s", (id, forms) => {
  test("names as they are written", async () => {
    const { names } = await namesOf(id);
    const read = (form: string) => (names.isWhole(form) ? WHOLE : (names.find(form)?.name ?? NOBODY));
    expect(Object.fromEntries(Object.keys(forms).map((form) => [form, read(form)]))).toEqual(forms);
  });

  test("every declared form is one unit's, and never the whole's", async () => {
    const { directory, names } = await namesOf(id);
    for (const unit of directory.units)
      for (const form of [unit.name, unit.full ?? unit.name, ...unit.aliases]) {
        expect(names.find(form)?.name, form).toBe(unit.name);
        expect(names.isWhole(form), form).toBe(false);
      }
  });

  test("the names of the whole are no unit's", async () => {
    const { directory, names } = await namesOf(id);
    for (const form of [directory.place ?? "", ...directory.whole])
      expect(names.find(form)?.name).toBeUndefined();
  });
});

test("counties lie within their cities, save those that are reported apart", async () => {
  const below = async (id: string, group: string) => {
    const { directory } = await namesOf(id);
    const counties = directory.units.filter((unit) => unit.groups.includes(group));
    return [counties.length, counties.filter((unit) => unit.parent === null).map((unit) => unit.name)];
  };
  expect(await below("ningxia-2023", "各县(区)人民政府")).toEqual([22, []]);
  expect(await below("jilin-2021", "各县(市)人民政府")).toEqual([39, ["梅河口市"]]);
});
