import { filledColumns, type LedgerColumnId, ledgerHeadings } from "../model/ledger-columns.ts";
import { spelling } from "../model/reading/text.ts";
import { syntheticMark } from "../model/synthetic.ts";

/** How units also call the columns. */
const aliases: Readonly<Partial<Record<LedgerColumnId, readonly string[]>>> = {
  unit: ["单位"],
  cause: ["原因分析", "未完成原因"],
  measure: ["措施"],
  person: ["整改责任人"],
  progress: ["进展情况", "整改进展"],
  evidence: ["佐证", "佐证资料"],
  closed: ["销号日期", "销号时间"],
};

const marksOfSynthetic = [syntheticMark, "synthetic data"].map(spelling);
/** Of these some must be there, or a row is no headings of a ledger. */
const telling: readonly LedgerColumnId[] = ["unit", "rule", "key"];

export type Column = { readonly at: number } & ({ readonly id: LedgerColumnId } | { readonly added: string });

/** What the columns of a ledger hold; null where the row is not its headings. */
export function columnsIn(cells: readonly string[]): readonly Column[] | null {
  const free = new Map(cells.map((text, at) => [at, text.trim()] as const).filter(([, text]) => text !== ""));
  const known: { id: LedgerColumnId; at: number }[] = [];
  for (const forms of [ownForms, aliasForms])
    for (const id of ids) {
      if (known.some((one) => one.id === id)) continue;
      const found = [...free].find(([, text]) => forms(id).includes(headingForm(text)));
      if (found === undefined) continue;
      known.push({ id, at: found[0] });
      free.delete(found[0]);
    }
  const has = (id: LedgerColumnId) => known.some((one) => one.id === id);
  const isLedger =
    telling.every(has) ||
    (has("id") && filledColumns.some(has)) ||
    (telling.some(has) && filledColumns.every(has));
  if (!isLedger) return null;
  const added = [...free]
    .filter(([, text]) => !marksOfSynthetic.includes(spelling(text)))
    .map(([at, text]) => ({ at, added: oneLine(text) }));
  return [...known, ...added];
}

const ids = Object.keys(ledgerHeadings) as LedgerColumnId[];

function ownForms(id: LedgerColumnId): string[] {
  return [ledgerHeadings[id].zh, ledgerHeadings[id].en].map(headingForm);
}

function aliasForms(id: LedgerColumnId): string[] {
  return (aliases[id] ?? []).map(headingForm);
}

/** Without spaces, width, case, a leading asterisk and a bracket at its end. */
function headingForm(text: string): string {
  return spelling(text)
    .replace(/^\*+/, "")
    .replace(/(?:\([^()]*\))+$/, "");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
