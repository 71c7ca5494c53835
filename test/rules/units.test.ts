import { beforeAll, describe, expect, test } from "vitest";
import type { UnitDirectory } from "../../src/model/unit.ts";
import { UnitNames } from "../../src/model/unit-names.ts";
import { loadPlan } from "../../src/plan/load.ts";

describe("嘉峪关市", () => {
  let directory: UnitDirectory;
  let names: UnitNames;
  beforeAll(async () => {
    const plan = await loadPlan("jiayuguan-2022", { cwd: process.cwd() });
    directory = plan.directory;
    names = new UnitNames(directory, plan.dictionary.words.whole);
  });

  test("no written form belongs to two units", () => {
    expect(names.clashes).toEqual([]);
  });

  test("every unit is found by each of its declared forms", () => {
    for (const unit of directory.units) {
      for (const form of [unit.name, unit.full ?? unit.name, ...unit.aliases]) {
        expect(names.find(form)?.name, form).toBe(unit.name);
        expect(names.isWhole(form), form).toBe(false);
      }
    }
  });

  test.each<[written: string, unit: string]>([
    ["市公安局", "市公安局"],
    ["公安局", "市公安局"],
    ["嘉峪关市公安局", "市公安局"],
    ["嘉峪关公安局", "市公安局"],
    ["甘肃省嘉峪关市公安局", "市公安局"],
    ["市公安局（本级）", "市公安局"],
    ["市公安局(本级)", "市公安局"],
    [" 市 公 安 局 ", "市公安局"],
    ["嘉峪关市市场监督管理局", "市市场监管局"],
    ["嘉峪关市场监督管理局", "市市场监管局"],
    ["市市场监督管理局", "市市场监管局"],
    ["市场监督管理局", "市市场监管局"],
    ["市场监管局", "市市场监管局"],
    ["市监局", "市市场监管局"],
    ["市市监局", "市市场监管局"],
    ["嘉峪关市人力资源和社会保障局", "市人社局"],
    ["人力资源和社会保障局", "市人社局"],
    ["人社局", "市人社局"],
    ["市卫生健康委", "市卫健委"],
    ["卫健委", "市卫健委"],
    ["住建局", "市住建局"],
    ["市文化和旅游局", "市文旅局"],
    ["嘉峪关市政务服务管理局", "市政管局"],
    ["政管局", "市政管局"],
    ["嘉峪关市政管局", "市政管局"],
    ["雄关街道", "雄关街道办事处"],
    ["嘉峪关市钢城街道办事处", "钢城街道办事处"],
    ["郊区办", "郊区工作办公室"],
    ["新城镇人民政府", "新城镇"],
    ["国家税务总局嘉峪关市税务局", "市税务局"],
    ["嘉峪关市税务局", "市税务局"],
    ["中国人民银行嘉峪关市中心支行", "人行嘉峪关中支"],
    ["嘉峪关海关", "嘉峪关海关"],
    ["国网嘉峪关供电公司", "嘉峪关供电公司"],
  ])("%s is %s", (written, unit) => {
    expect(names.find(written)?.name).toBe(unit);
  });

  test.each([
    "甘肃省公安厅",
    "甘肃省公安局",
    "甘肃省税务局",
    "甘肃省气象局",
    "甘肃省统计局",
    "甘肃省市场监督管理局",
    "国家税务总局甘肃省税务局",
    "国家税务总局",
    "吉林市公安局",
    "兰州市公安局",
    "酒泉市市场监督管理局",
    "公安",
    "局",
    "市",
    "市局",
    "新华区公安局",
    "市公安局交警支队",
    "市公安局雄关分局",
    "市公安",
    "街道办事处",
    "新华街道",
    "残联",
    "兰州海关",
    "中国人民银行兰州中心支行",
    "国家统计局",
  ])("%s is nobody here", (written) => {
    expect(names.find(written)?.name).toBeUndefined();
  });

  test.each(["全市", "全 市", "嘉峪关市", "嘉峪关", "嘉峪关市本级"])("%s is the whole", (written) => {
    expect(names.isWhole(written)).toBe(true);
    expect(names.find(written)?.name).toBeUndefined();
  });

  test("the towns are in no group of the document, and roll up into nobody", () => {
    const towns = directory.units.filter(({ groups }) => groups.length === 0);
    expect(towns.map(({ name, parent }) => [name, parent])).toEqual([
      ["新城镇", null],
      ["峪泉镇", null],
      ["文殊镇", null],
    ]);
  });

  test("units that the document does not name are marked as assumed", () => {
    const named = directory.units.filter(({ assumed }) => !assumed).map(({ name }) => name);
    expect(named).toEqual([
      "雄关街道办事处",
      "钢城街道办事处",
      "郊区工作办公室",
      "新城镇",
      "峪泉镇",
      "文殊镇",
      "市市场监管局",
      "市政管局",
    ]);
  });
});
