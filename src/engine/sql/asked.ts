import { createHash, type Hash } from "node:crypto";
import type { AnswerRow, Database, Statement } from "./database.ts";

/** Asks a database, and keeps a fingerprint of what was answered about each dataset. */
export class Asked {
  readonly database: Database;
  private readonly answers = new Map<string, Hash>();

  constructor(database: Database) {
    this.database = database;
  }

  async ask(statement: Statement): Promise<readonly AnswerRow[]> {
    const rows = inOrder(await this.database.ask(statement));
    const hash = this.answers.get(statement.dataset) ?? createHash("sha256");
    this.answers.set(statement.dataset, hash);
    hash.update(`${statement.purpose}\n${rows.map(({ text }) => text).join("\n")}\n`);
    return rows.map(({ row }) => row);
  }

  /** The same for the same data, whatever the order in which it was found. */
  sha256Of(dataset: string): string {
    return (this.answers.get(dataset)?.copy() ?? createHash("sha256")).digest("hex");
  }
}

/** Groups come in any order, and a second run is to say the same. */
function inOrder(rows: readonly AnswerRow[]): { row: AnswerRow; text: string }[] {
  const written = rows.map((row) => ({ row, text: JSON.stringify(row) }));
  return written.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
}
