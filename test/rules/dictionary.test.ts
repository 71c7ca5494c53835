import { beforeAll, describe, expect, test } from "vitest";
import { headingKey } from "../../src/ingest/heading-key.ts";
import { HeadingBook } from "../../src/ingest/headings.ts";
import type { Dictionary, Field } from "../../src/model/dataset.ts";
import { spelling } from "../../src/model/reading/text.ts";
import { loadPlan } from "../../src/plan/load.ts";

let dictionary: Dictionary;
let book: HeadingBook;
beforeAll(async () => {
  dictionary = (await loadPlan("jiayuguan-2022", { cwd: process.cwd() })).dictionary;
  book = new HeadingBook(dictionary);
});

const namesOf = ({ name, aliases }: Field) => [name, ...aliases];
const datasets = () => [...dictionary.datasets.values()];
/** Forms that stand more than once. */
const repeated = (forms: readonly string[]) => forms.filter((form, at) => forms.indexOf(form) !== at);

describe("headings", () => {
  test("no heading means two fields of a dataset", () => {
    for (const dataset of datasets()) {
      const keys = [...dataset.fields.values()].flatMap((field) => namesOf(field).map(headingKey));
      expect(repeated(keys), dataset.name).toEqual([]);
    }
  });

  test("no sheet name means two datasets", () => {
    const names = datasets().flatMap(({ name, aliases }) => [name, ...aliases].map(headingKey));
    expect(repeated(names)).toEqual([]);
  });

  test("every heading is written as it is looked up, brackets and stars aside", () => {
    for (const dataset of datasets()) {
      const written = [...dataset.fields.values()].flatMap(namesOf);
      const odd = written.filter((name) => headingKey(name) !== spelling(name));
      expect(odd, dataset.name).toEqual([]);
    }
  });

  test("keys, units, dates, titles and unit columns are fields that are read", () => {
    for (const { name, key, unit, date, title, fields } of datasets()) {
      const units = [...fields.values()].flatMap(({ unitColumn }) => unitColumn ?? []);
      const named = [...key, ...date, ...units, ...[unit, title].filter((field) => field !== null)];
      const lacking = named.filter(
        (field) => (fields.get(field)?.derived ?? fields.get(field)) !== fields.get(field),
      );
      expect(lacking, name).toEqual([]);
    }
  });
});

describe("recognising sheets", () => {
  const recognise = (headings: readonly string[], sheet = "Sheet1") => {
    const binding = book.recognise(sheet, [{ number: 1, text: headings }]);
    const fields = binding?.columns.map(({ field }) => field.name);
    return { dataset: binding?.dataset.name, fields, unmatched: binding?.unmatched };
  };

  test("every dataset by its canonical headings alone", () => {
    for (const dataset of datasets()) {
      const fields = [...dataset.fields.values()].filter(({ derived }) => derived === null);
      const headings = fields.map(({ name }) => name);
      expect(recognise(headings)).toEqual({ dataset: dataset.name, fields: headings, unmatched: [] });
    }
  });

  test("every dataset by its canonical headings, whatever the sheet is called", () => {
    for (const dataset of datasets()) {
      for (const other of datasets()) {
        const headings = [...dataset.fields.values()].flatMap(({ name, derived }) => (derived ? [] : name));
        expect(recognise(headings, other.name).dataset, other.name).toBe(dataset.name);
      }
    }
  });

  test.each<[dataset: string, headings: string, fields: string]>([
    [
      "事项清单",
      "序号 TASK_CODE TASK_NAME TASK_TYPE DEPT_NAME ANTICIPATE_DAY PROMISE_DAY LIMIT_SCENE_NUM",
      "实施编码 事项名称 事项类型 实施主体 法定办结时限 承诺办结时限 到办事现场次数",
    ],
    [
      "事项清单",
      "部门 权力基本码 事项名称 法定期限 承诺办结时限（工作日） 办事者到办事地点最少次数",
      "实施主体 基本编码 事项名称 法定办结时限 承诺办结时限 到办事现场次数",
    ],
    ["事项清单", "*实施编码 ★事项名称 实施主体名称 是否依申请", "实施编码 事项名称 实施主体 是否依申请"],
    [
      "办件明细",
      "PROJECT_NO TASK_CODE ORG_NAME APPLY_DATE ACCEPT_DATE PROMISE_DATE RESULT_DATE",
      "办件编号 实施编码 受理部门 申请时间 受理时间 承诺办结时间 办结时间",
    ],
    [
      "办件明细",
      "办件流水号 办理部门 申报来源 受理日期 是否上报国办",
      "办件编号 受理部门 申报渠道 受理时间 是否上报入库",
    ],
    [
      "好差评",
      "办件编号 被评价单位 环节 评价等级 评价日期 差评整改完成时间",
      "办件编号 被评价部门 评价环节 满意度 评价时间 整改完成时间",
    ],
    [
      "投诉建议",
      "工单编号 承办部门 诉求类型 受理时间 办结期限 答复时间",
      "投诉编号 承办单位 类型 受理时间 办理期限 办结时间",
    ],
    [
      "个人用户统计",
      "统计时间 单位 个人用户注册总数量 本年度新增注册用户数 信息完备用户数 月活跃用户",
      "统计日期 统计单位 注册总量 本年度新增注册 本年度信息完备用户数 月活跃用户数",
    ],
    [
      "法人用户统计",
      "日期 部门 企业总量 企业注册数 企业信息完备数",
      "统计日期 统计单位 企业总数 已注册企业数 信息完备企业数",
    ],
    [
      "接口清单",
      "接口编号 服务名称 使用部门 已申请 审批状态 调用总量",
      "接口编码 接口名称 申请单位 是否申请 是否审批通过 累计调用次数",
    ],
    [
      "电子证照",
      "CERTIFICATE_TYPE_CODE CERTIFICATE_TYPE ISSUE_DEPT 是否已认领 归集数量 是否盖章",
      "证照类型编码 证照类型 颁发单位 是否认领 汇聚数量 是否加盖电子印章",
    ],
    ["电子印章", "印章编码 印章 用印单位 制作状态 备案状态", "印章编号 印章名称 使用单位 是否制作 是否备案"],
    ["基础数据", "县区 年份 人口 企业总数", "地区 统计年份 常住人口 企业数量"],
    ["任务台账", "任务编码 责任部门 完成状态 完成时间 佐证资料", "任务编号 责任单位 状态 完成日期 佐证材料"],
    ["指标填报", "指标编码 填报单位 截止日期 完成值 分子 分母", "指标编号 责任单位 统计日期 数值 分子 分母"],
  ])("%s by %s", (dataset, headings, fields) => {
    const found = recognise(headings.split(" "));
    expect(found.dataset).toBe(dataset);
    expect(found.fields?.join(" ")).toBe(fields);
  });
});

describe("code lists", () => {
  test("every spelling means one value, and none is digits alone", () => {
    for (const [list, { values }] of dictionary.codes) {
      const spellings = Object.entries(values).flatMap(([value, more]) => [value, ...more].map(spelling));
      expect(repeated(spellings), list).toEqual([]);
      expect(
        spellings.filter((text) => /^\d+$/.test(text)),
        list,
      ).toEqual([]);
    }
  });

  test("groups hold values of their list, and none is called like a value", () => {
    for (const [list, { values, groups }] of dictionary.codes) {
      for (const [group, members] of Object.entries(groups)) {
        expect(Object.keys(values), `${list} ${group}`).toEqual(expect.arrayContaining([...members]));
        expect(Object.keys(values), `${list} ${group}`).not.toContain(group);
        expect(repeated(members), `${list} ${group}`).toEqual([]);
      }
    }
  });

  test.each<[list: string, group: string, members: string]>([
    ["满意度", "差评", "不满意 非常不满意 差 很差"],
    ["满意度", "好评", "非常满意 满意 基本满意 很好 好 一般"],
    ["服务对象", "法人", "企业法人 事业法人 社会组织法人"],
    [
      "事项类型",
      "行政权力",
      "行政许可 行政处罚 行政强制 行政征收 行政给付 行政检查 行政确认 行政奖励 行政裁决 其他行政权力",
    ],
  ])("%s: %s", (list, group, members) => {
    expect(dictionary.codes.get(list)?.groups[group]?.join(" ")).toBe(members);
  });
});

describe("words", () => {
  test("是, 否 and missing have no word in common", () => {
    const { yes, no, missing } = dictionary.words;
    expect(
      repeated([...new Set(["是", ...yes].map(spelling)), ...new Set(["否", ...no].map(spelling))]),
    ).toEqual([]);
    expect(repeated([...new Set([...yes, ...no].map(spelling)), ...new Set(missing.map(spelling))])).toEqual(
      [],
    );
  });

  test("every word stands once", () => {
    for (const [kind, words] of Object.entries(dictionary.words)) {
      expect(repeated(words.map(spelling)), kind).toEqual([]);
    }
  });

  test("totals, subtotals and the whole are told apart", () => {
    const { totals, subtotals, whole } = dictionary.words;
    expect(repeated([...totals, ...subtotals, ...whole].map(spelling))).toEqual([]);
  });

  test.each([
    ["工作日", "1"],
    ["天", "1"],
    ["自然日", "1"],
    ["周", "5"],
    ["月", "22"],
    ["年", "250"],
    ["小时", "1/8"],
    ["分钟", "1/480"],
    ["即办", "0"],
    ["无期限", "none"],
  ])("one %s is %s working days", (unit, days) => {
    expect(dictionary.limits.get(unit)).toBe(days);
  });
});
