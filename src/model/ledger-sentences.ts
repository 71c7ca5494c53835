import type { Sentence } from "./language.ts";

/** What can be wrong with ledgers that come back. */
export const ledgerSentences = {
  D070: {
    zh: (p) =>
      `“${p.file}”不是整改台账：没有一张表同时有“责任单位”“指标”“记录编号”三列${p.sheets ? `（工作表：${p.sheets}）` : ""}。写填好的台账，或从 --ledger-from 中去掉它。`,
    en: (p) =>
      `"${p.file}" is no rectification ledger: no sheet has the columns 责任单位, 指标 and 记录编号 (unit, indicator, record)${p.sheets ? `; its sheets: ${p.sheets}` : ""}. Name a ledger that was filled in, or leave it out of --ledger-from.`,
  },
  D071: {
    zh: (p) =>
      `“${p.file}”是另一个方案的台账${p.title ? `（“${p.title}”）` : "，其中的指标本方案都没有"}，不能并入“${p.plan}”。改 --ledger-from，或改 --plan。`,
    en: (p) =>
      `"${p.file}" is a ledger of another plan${p.title ? ` ("${p.title}")` : ": none of its indicators is in this one"} and cannot be merged into "${p.plan}". Change --ledger-from or --plan.`,
  },
  O011: {
    zh: (p) =>
      `不能就地更新“${p.file}”：工作表“${p.sheets}”不是台账，合并后会丢失。换一个文件名写台账，或先把这些工作表移到别的文件。`,
    en: (p) =>
      `"${p.file}" cannot be updated in place: its sheets ${p.sheets} are no part of the ledger and would be lost. Write the ledger to another file, or move these sheets elsewhere first.`,
  },
  O012: {
    zh: (p) => `运行期间有人改动了“${p.file}”，没有覆盖。再运行一次。`,
    en: (p) => `Someone changed "${p.file}" during the run; it was not overwritten. Run again.`,
  },
} satisfies Record<string, Sentence>;
