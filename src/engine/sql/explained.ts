import type { AnswerRow, Database, Statement } from "./database.ts";

/** A database of which nothing is asked: statements are handed on instead, as they would be sent. */
export function explained(database: Database, print: (sql: string) => Promise<void>): Database {
  return {
    dialect: database.dialect,
    name: database.name,
    format: database.format,
    tables: () => database.tables(),
    columns: (table) => database.columns(table),
    source: (table) => database.source(table),
    ask: async ({ sql, sample }: Statement): Promise<readonly AnswerRow[]> => {
      await print(`${sql};\n\n`);
      return sample ?? [];
    },
    close: () => database.close(),
  };
}
