import { type Cluster, clusterName } from "../clickhouse/cluster.ts";
import type { ColumnType, Story, Table } from "./story.ts";

/** By it a database can tell which of several rows files would have read first. */
export const ORDER = "行号";

/** A database of its own for a story: a table a dataset over both shards, typed and Nullable, or all String. */
export async function loadClickhouse(
  cluster: Cluster,
  story: Story,
  form: "typed" | "text",
): Promise<string> {
  const database = `${story.name.replaceAll("-", "_")}_${form}`;
  for (const name of [database, `${database}_parts`])
    await cluster.onEach(`CREATE DATABASE IF NOT EXISTS ${name}`);
  for (const [dataset, table] of Object.entries(story.stored ?? story.tables)) {
    const types = table.columns.map((name) => {
      const own = story.storedAs?.[`${dataset}.${name}`]?.clickhouse;
      return form === "text" ? "String" : (own ?? `Nullable(${typeOf(table.types.get(name))})`);
    });
    const columns = table.columns.map((name, at) => `\`${name}\` ${types[at]}`);
    // Rows that stand next to each other lie on different shards; the first has the greatest number.
    const all = [...columns, `\`${ORDER}\` UInt32`].join(", ");
    const own = `${database}_parts.\`${dataset}\``;
    await cluster.onEach(`CREATE TABLE ${own} (${all}) ENGINE = MergeTree ORDER BY tuple()`);
    await cluster.onEach(
      `CREATE TABLE ${database}.\`${dataset}\` (${all})
       ENGINE = Distributed(${clusterName}, ${database}_parts, \`${dataset}\`, \`${ORDER}\`)`,
    );
    if (table.rows.length > 0) await load(cluster, `${database}.\`${dataset}\``, table, types);
  }
  return database;
}

async function load(
  cluster: Cluster,
  name: string,
  { columns, types, rows }: Table,
  stored: readonly string[],
): Promise<void> {
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) =>
      cell === null
        ? nothing(stored[column] ?? "")
        : written(cell, stored[column], types.get(columns[column] ?? "")),
    );
    return `${cells.join("\t")}\t${rows.length - at}\n`;
  });
  await cluster.ask(`INSERT INTO ${name} FORMAT TabSeparated\n${lines.join("")}`, {
    settings: { insert_distributed_sync: "1" },
  });
}

/** What stands for nothing in a column of a type; without NULL it is '' or the first of all days. */
function nothing(stored: string): string {
  if (stored.startsWith("Nullable")) return "\\N";
  if (stored === "DateTime") return "0000-00-00 00:00:00";
  return stored === "Date" ? "0000-00-00" : "";
}

function written(cell: string, stored: string | undefined, type: ColumnType | undefined): string {
  if (stored?.includes("DateTime('UTC')")) return String(Date.parse(cell) / 1000);
  if (type?.kind === "boolean" && stored !== "String") return cell === "true" ? "1" : "0";
  return cell.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
}

function typeOf(type: ColumnType | undefined): string {
  switch (type?.kind) {
    case undefined:
    case "text":
      return "String";
    case "integer":
      return "Int64";
    case "decimal":
      return `Decimal(38, ${type.places})`;
    case "date":
      return "Date";
    case "datetime":
      return "DateTime";
    case "instant":
      return "DateTime('UTC')";
    case "boolean":
      return "UInt8";
    default:
      return type satisfies never;
  }
}
