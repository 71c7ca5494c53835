import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Plan } from "../../src/model/plan.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { type Problem, ProblemError } from "../../src/problem.ts";

/** A small dictionary in which every type of field occurs; a test may bring its own. */
export const datasets = `datasets:
  办件:
    label: Cases
    aliases: [办件明细]
    key: [编号]
    unit: 部门
    date: [受理时间]
    fields:
      编号: { type: id, label: No. }
      部门: { type: text, aliases: [承办部门] }
      渠道: { type: code, codes: 渠道 }
      对象: { type: set, codes: 对象 }
      受理时间: { type: date }
      办结时间: { type: date, event: true }
      网办: { type: flag }
      误评: { type: flag, absent: 否 }
      金额: { type: number }
      份数: { type: number, counts: true }
      时限: { type: limit, unitColumn: 时限单位 }
      时限单位: { type: text }
      完成率: { type: rate }
      年度: { type: year }
      名称: { type: text }
  评价:
    label: Ratings
    key: [评价号]
    unit: 部门
    date: [评价时间]
    fields:
      评价号: { type: id }
      编号: { type: id }
      部门: { type: text }
      环节: { type: text }
      评价时间: { type: date }
  统计:
    label: Totals
    key: [日期, 单位]
    unit: 单位
    date: [日期]
    fields:
      日期: { type: date }
      单位: { type: text }
      总量: { type: number, counts: true }
      活跃: { type: number, counts: true }
codes:
  渠道: { values: { 线上: [网上], 线下: [窗口] }, groups: { 全部: [线上, 线下] } }
  对象: { values: { 自然人: [个人], 企业: [], 机关: [] }, groups: { 单位: [企业, 机关] } }
limits: { 工作日: 1, 天: 1, 小时: 1/8, 即办: 0, 无期限: none }
words:
  missing: ["—", "/"]
  "yes": [是, "1", √]
  "no": [否, "0"]
  totals: [合计, 总计, Total]
  subtotals: [小计]
  whole: [全市]
  notes: [注, 说明]
  counters: [件, 次]
`;

export const units = `units: town
place: 青山市
whole: [青山]
prefixes: [青山市, 市]
suffixes: [（本级）]
groups: [部门组, 街道组]
members:
  - { name: 市公安局, aliases: [公安], group: 部门组 }
  - { name: 市民政局, group: 部门组 }
  - { name: 东街道, group: 街道组 }
  - { name: 交警支队, parent: 市公安局 }
`;

const head = `plan: p
title: 方案
issued: 2022-01-01
units: town.yaml
defaults: { direction: at-least, measuredIn: "%", responsible: [部门组], deadline: 2022-10-25 }
`;

/** A plan file around its indicators (and whatever else is written after the head). */
export const planOf = (body: string): string => `${head}${body.replace(/^\n/, "")}`;

/** An indicator with a measure, in flow style, for tables of measures. */
export const measuring = (measure: string, more = "threshold: 10"): string =>
  planOf(`indicators:\n  - { id: a, clause: 一, name: 甲, measure: ${measure}, ${more} }\n`);

/** Writes rule files to a folder of their own, gone after the test. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await writtenTo(files);
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function writtenTo(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rules-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

export async function load(plan: string, files: Readonly<Record<string, string>> = {}): Promise<Plan> {
  const all = { "p.yaml": plan, "datasets.yaml": datasets, "town.yaml": units, ...files };
  const cwd = await writtenTo(all);
  return loadPlan("p.yaml", { cwd }).finally(() => rm(cwd, { recursive: true }));
}

/** What loading ends with: every problem, or none. */
export async function problemsOf(
  plan: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly Problem[]> {
  try {
    await load(plan, files);
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}
