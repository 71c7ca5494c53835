import { type KeyWords, key } from "./words.ts";

export const waiversWords: KeyWords = key(
  "豁免：谁的哪一项不考核，凭什么文件，到哪一天。",
  "Waivers: who is excused from what, by which document, until when.",
  [],
  {
    of: {
      waivers: key(
        "方案：编号（先看本文件夹和上一级）或路径。",
        "Plan: an id, looked for in this folder and the one above first, or a path.",
        ["jiayuguan-2022"],
      ),
      entries: key("豁免：一条一项。", "Entries: one for each waiver.", [], {
        each: key(
          "豁免：到期当天仍有效，次日起须续批或删去。",
          "Waiver: it holds to the end of its last day.",
          [],
          {
            of: {
              indicator: key("指标：它的编号。", "Indicator: its id.", ["instant-share"]),
              task: key(
                "任务：它的编号；周期性任务的一期写作 编号@到期日。",
                "Task: its id, or ID@DAY for one period of a recurring one.",
                ["seals-claimed", "quarterly-report@2022-09-30"],
              ),
              unit: key(
                "单位：单位或分组，一个或多个；all 是全部单位，连同全域。",
                "Unit: units or groups, one or a list; all is everybody, and the whole area with them.",
                ["市公安局", ["市公安局", "市民政局"], "all"],
              ),
              reason: key("理由：为什么不考核，报告里照写。", "Reason: shown in reports.", [
                "系统由省厅统建，尚未上线",
              ]),
              document: key("文号：批准豁免的文件。", "Document: the number of the one that grants it.", [
                "嘉政办函〔2022〕18号",
              ]),
              expires: key("到期日：最后有效的一天。", "Expires: the last day on which it holds.", [
                "2022-12-31",
              ]),
            },
          },
        ),
      }),
    },
  },
);
