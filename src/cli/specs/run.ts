import type { CommandSpec } from "../command-spec.ts";
import { config } from "./config-flags.ts";
import { engine } from "./engine-flags.ts";
import { asOf, file, inputs, jobs, mapping, planFlag, units, waivers } from "./flags.ts";
import { gates } from "./gate-flags.ts";
import { history } from "./history-flags.ts";
import { ledger, taskSheets } from "./ledger-flags.ts";
import { limits } from "./limit-flags.ts";
import { schedule } from "./schedule-flags.ts";

export const run: CommandSpec = {
  about: {
    zh: "按方案评估数据，输出或写出报告（默认命令）",
    en: "evaluate data against a plan; print or write the report (default)",
  },
  arguments: [inputs],
  options: [
    planFlag,
    asOf,
    {
      flags: "-o, --output",
      value: file,
      about: {
        zh: "写出报告，扩展名决定格式；可重复",
        en: "write the report; the extension picks the format; repeatable",
      },
      repeatable: true,
    },
    {
      flags: "-f, --format",
      value: { zh: "table|json|markdown|csv|html", en: "table|json|markdown|csv|html" },
      about: {
        zh: "标准输出的格式；不写则为 table，有 -o 时不输出",
        en: "format on stdout; without it table, or nothing when -o is given",
      },
    },
    units,
    mapping,
    waivers,
    {
      flags: "--unit",
      value: { zh: "名称", en: "name" },
      about: { zh: "只看这个责任单位或分组；可重复", en: "only this unit or group; repeatable" },
      repeatable: true,
    },
    {
      flags: "--indicator",
      value: { zh: "编号", en: "id" },
      about: { zh: "只看这项指标或任务；可重复", en: "only this indicator or task; repeatable" },
      repeatable: true,
    },
    {
      flags: "--group-by",
      value: { zh: "clause|dimension", en: "clause|dimension" },
      about: {
        zh: "指标按条款顺序（默认）或按国家评估维度排列",
        en: "indicators by clause (default) or by dimension of the national survey",
      },
    },
    {
      flags: "--title",
      value: { zh: "标题", en: "text" },
      about: { zh: "报告的标题，代替方案的名称", en: "title of the report instead of the plan's" },
    },
    ...history,
    {
      flags: "--render",
      value: { zh: "report.json", en: "report.json" },
      about: {
        zh: "不读数据，把以前用 -o report.json 保存的报告换成别的格式",
        en: "read no data: turn a report that was saved with -o report.json into other formats",
      },
    },
    ...ledger,
    taskSheets,
    ...gates,
    { flags: "--allow-empty", about: { zh: "没有一行可用数据也继续", en: "go on without any usable row" } },
    ...schedule,
    jobs,
    ...engine,
    ...limits,
    ...config,
  ],
  load: async () => (await import("../run.ts")).run,
};
