import type { Recalled } from "../../ledger/known.ts";
import type { MergeCounts } from "../../ledger/merge.ts";
import type { Language } from "../../model/language.ts";
import type { Shell } from "../shell.ts";
import type { Earlier } from "./read.ts";

/** What was read, and how its rows were known again. */
export async function sayRead(
  { ledgers, passed, uncomputed }: Earlier,
  recalled: Pick<Recalled, "byId" | "byRecord" | "doubted">,
  shell: Shell,
): Promise<void> {
  const say = words[shell.language];
  for (const file of passed) await shell.note(say.passed(file));
  for (const { file, cells } of uncomputed) await shell.say(say.uncomputed(file, cells));
  for (const { file, others } of ledgers)
    if (others.length > 0) await shell.say(say.others(file, others.join("、")));
  await shell.note(say.read(ledgers.length, recalled));
}

/** How many rows went where; what is nought is not told. */
export async function sayMerged(counts: MergeCounts, shell: Shell): Promise<void> {
  const { fates, first, between, end } = words[shell.language];
  const told = (Object.keys(fates) as (keyof MergeCounts)[]).flatMap((name) =>
    counts[name] === 0 && name !== "kept" && name !== "closed" ? [] : [fates[name](counts[name])],
  );
  await shell.note(`${first}${told.join(between)}${end}`);
}

const words = {
  zh: {
    passed: (file: string) => `已跳过 ${file}：不是台账。`,
    uncomputed: (file: string, cells: number) =>
      `${file} 有 ${cells} 个公式还没有算出值，按空白处理。用 WPS 或 Excel 打开保存一次再合并。`,
    others: (file: string, sheets: string) => `${file} 的工作表“${sheets}”不是台账，没有带过来。`,
    read: (files: number, { byId, byRecord, doubted }: Pick<Recalled, "byId" | "byRecord" | "doubted">) =>
      [
        `读入台账 ${files} 份：${byId} 行按台账标识对应`,
        byRecord > 0 ? `，${byRecord} 行按单位、指标和记录编号对应` : "",
        doubted > 0 ? `（其中 ${doubted} 行的台账标识与记录不符）` : "",
        "。",
      ].join(""),
    first: "台账合并：",
    between: "，",
    end: "。",
    fates: {
      kept: (n: number) => `沿用 ${n} 条`,
      closed: (n: number) => `销号 ${n} 条`,
      claimed: (n: number) => `声称完成而数据未显示 ${n} 条`,
      fresh: (n: number) => `新增 ${n} 条`,
      again: (n: number) => `再次出现 ${n} 条`,
      conflicts: (n: number) => `填写冲突 ${n} 条`,
      vanished: (n: number) => `数据中已无或已改属其他单位、待核实 ${n} 条`,
      unjudged: (n: number) => `本次未核对 ${n} 条`,
      unmatched: (n: number) => `未能对应 ${n} 条`,
      dropped: (n: number) => `指标已达标、没有填写过而不再列出 ${n} 条`,
    } satisfies Record<keyof MergeCounts, (n: number) => string>,
  },
  en: {
    passed: (file: string) => `Skipped ${file}: no ledger.`,
    uncomputed: (file: string, cells: number) =>
      `${file} has ${cells} formulas without a value, taken as blank. Open and save it in Excel or WPS, and merge again.`,
    others: (file: string, sheets: string) =>
      `${file}: the sheets ${sheets} are no ledger and were not taken over.`,
    read: (files: number, { byId, byRecord, doubted }: Pick<Recalled, "byId" | "byRecord" | "doubted">) =>
      [
        `Ledgers read: ${files}; ${byId} rows known by record id`,
        byRecord > 0 ? `, ${byRecord} by unit, indicator and record` : "",
        doubted > 0 ? ` (${doubted} with an id of another record)` : "",
        ".",
      ].join(""),
    first: "Merged: ",
    between: ", ",
    end: ".",
    fates: {
      kept: (n: number) => `${n} kept`,
      closed: (n: number) => `${n} closed`,
      claimed: (n: number) => `${n} said to be done but not shown by the data`,
      fresh: (n: number) => `${n} new`,
      again: (n: number) => `${n} wrong again`,
      conflicts: (n: number) => `${n} in conflict`,
      vanished: (n: number) => `${n} no longer among the data or moved, to be checked`,
      unjudged: (n: number) => `${n} not checked this time`,
      unmatched: (n: number) => `${n} unmatched`,
      dropped: (n: number) => `${n} untouched rows of met indicators left out`,
    } satisfies Record<keyof MergeCounts, (n: number) => string>,
  },
} satisfies Record<Language, unknown>;
