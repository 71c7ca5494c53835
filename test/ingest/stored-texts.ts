import { TextStore } from "../../src/ingest/xlsx/text-store.ts";

/** Shared strings as a workbook would hold them. */
export function storedTexts(...texts: readonly string[]): TextStore {
  const store = new TextStore();
  for (const text of texts) store.add(text);
  return store;
}
