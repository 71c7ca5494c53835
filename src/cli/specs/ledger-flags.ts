import type { OptionSpec } from "../command-spec.ts";

export const ledger: readonly OptionSpec[] = [
  {
    flags: "--ledger",
    value: { zh: "文件|文件夹", en: "file|folder" },
    about: {
      zh: "写出整改台账：.xlsx、.csv，或文件夹（每个单位一个文件）",
      en: "write the records to put right: .xlsx, .csv, or a folder (a file for each unit)",
    },
  },
  {
    flags: "--ledger-from",
    value: { zh: "文件…", en: "files" },
    about: {
      zh: "并入填好的台账（文件、文件夹或通配符）：填写的内容保留，改好的销号，冲突的并列；可重复",
      en: "merge ledgers that were filled in (files, folders, globs): what was written stays, what the data shows is closed; repeatable",
    },
    repeatable: true,
  },
  {
    flags: "--ledger-limit",
    value: { zh: "数", en: "n" },
    about: {
      zh: "台账里每个单位每项指标最多几条，0 为全部（默认 1000）",
      en: "rows of the ledger for each unit and indicator, 0 for all (default 1000)",
    },
  },
  {
    flags: "--no-mask",
    about: {
      zh: "台账摘要里的身份证号、电话号码不打码",
      en: "leave ID and phone numbers in the ledger's summaries as they are",
    },
  },
];

export const taskSheets: OptionSpec = {
  flags: "--task-sheets",
  value: { zh: "文件夹", en: "folder" },
  about: {
    zh: "给每个有未达标指标或未完成任务的单位写一份任务交办单（.docx）",
    en: "write a task sheet (.docx) for each unit that owes an indicator or a task",
  },
};
