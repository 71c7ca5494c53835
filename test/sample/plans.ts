import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plan } from "../../src/model/plan.ts";
import { loadPlan } from "../../src/plan/load.ts";

export const city = await loadPlan("jiayuguan-2022", { cwd: process.cwd() });

const units = `
units: toy
place: 玩具市
groups: [各局]
members:
  - { name: 甲局, full: 玩具市甲局, group: 各局 }
  - { name: 乙局, full: 玩具市乙局, aliases: [乙办], group: 各局 }
`;
const plan = `
plan: toy-2023
title: 玩具市路灯维护方案
issued: 2023-03-01
period: { start: 2023-01-01, end: 2023-12-31 }
units: units.yaml
datasets:
  路灯巡检:
    label: Lamps
    key: [灯杆号]
    unit: 养护单位
    date: [巡检日]
    fields:
      灯杆号: { type: id }
      养护单位: { type: text }
      巡检日: { type: date }
      是否亮灯: { type: flag }
      用电量: { type: number, counts: true }
defaults: { direction: at-least, responsible: [各局], deadline: 2023-06-30, ongoing: true }
indicators:
  - id: lit
    clause: 一
    name: 亮灯率
    measuredIn: "%"
    measure: { share: 路灯巡检, that: { 是否亮灯: 是 } }
    threshold: 90
  - id: power
    clause: 二
    name: 用电量
    measuredIn: 度
    measure: { sum: 路灯巡检.用电量 }
    direction: at-most
    threshold: 9000
`;

/** A plan with one dataset that no table of the sample's habits has heard of. */
export async function toyPlan(): Promise<Plan> {
  const folder = await mkdtemp(join(tmpdir(), "toy-"));
  try {
    await writeFile(join(folder, "units.yaml"), units);
    await writeFile(join(folder, "toy-2023.yaml"), plan);
    return await loadPlan(join(folder, "toy-2023.yaml"), { cwd: folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}
