import type { CommandSpec } from "../command-spec.ts";
import { json, planFlag } from "./flags.ts";

export const history: CommandSpec = {
  about: {
    zh: "查看历史：各指标和单位的走势；也可清理旧的结果",
    en: "show stored runs: the trend of indicators and units; also to prune them",
  },
  arguments: [
    {
      name: { zh: "文件夹", en: "folder" },
      about: { zh: "run --history 用的文件夹", en: "the folder of run --history" },
      kind: "<>",
    },
  ],
  options: [
    {
      ...planFlag,
      value: { zh: "编号", en: "id" },
      about: { zh: "只看这个方案；不写则看全部", en: "this plan only; all of them without it" },
    },
    {
      flags: "--unit",
      value: { zh: "名称", en: "name" },
      about: { zh: "这个责任单位的各项指标", en: "the indicators of this unit" },
    },
    {
      flags: "--indicator",
      value: { zh: "编号", en: "id" },
      about: { zh: "这项指标在各单位的走势", en: "this indicator in every unit" },
    },
    {
      flags: "--keep",
      value: { zh: "数", en: "n" },
      about: {
        zh: "每个方案只留最近几次，其余删去",
        en: "keep the last n runs of each plan, remove the others",
      },
    },
    {
      flags: "--older-than",
      value: { zh: "天数", en: "days" },
      about: {
        zh: "删去这么多天以前的结果，如 365d",
        en: "remove runs of more than so many days ago, like 365d",
      },
    },
    {
      flags: "--dry-run",
      about: { zh: "只说会删哪些，不删", en: "say what would be removed, remove nothing" },
    },
    json,
  ],
  load: async () => (await import("../history.ts")).history,
};
