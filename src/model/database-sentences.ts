import type { Sentence } from "./language.ts";

/** What ends a run over a database: U044-U049, D030-D049. Codes are stable: never reuse one. */
export const databaseSentences = {
  U044: {
    zh: (p) => `${p.flag} 只用于 --engine ${p.engine}。`,
    en: (p) => `${p.flag} goes with --engine ${p.engine} only.`,
  },
  U045: {
    zh: (p) =>
      `--engine clickhouse 读数据库里的表，不读文件（${p.inputs}）。去掉文件，用 --connection 写数据库的地址。`,
    en: (p) =>
      `--engine clickhouse reads tables of a database and no files (${p.inputs}). Leave them out, and name the database by --connection.`,
  },
  U046: {
    zh: (p) => `--engine ${p.engine} 还不能与 ${p.flags} 同用。用 --engine files 生成台账，或去掉这些参数。`,
    en: (p) =>
      `--engine ${p.engine} does not yet go with ${p.flags}. Use --engine files for these, or leave them out.`,
  },
  D030: {
    zh: () =>
      "没有安装 DuckDB（可选组件）。安装：npm install @duckdb/node-api；这台机器的处理器没有它的安装包时，用 --engine files。",
    en: () =>
      "DuckDB is optional and not installed. Install it: npm install @duckdb/node-api; where it has no build for this processor, use --engine files.",
  },
  D031: {
    zh: (p) => `${p.database} 里没有表“${p.table}”。现有：${p.known}。`,
    en: (p) => `${p.database} has no table "${p.table}". It has: ${p.known}.`,
  },
  D032: {
    zh: (p) => `表“${p.table}”没有列“${p.column}”（映射里的 ${p.field}）。现有列：${p.known}。`,
    en: (p) =>
      `The table "${p.table}" has no column "${p.column}" (${p.field} in the mapping). It has: ${p.known}.`,
  },
  D033: {
    zh: (p) =>
      `${p.dataset} 的“${p.field}”（列 ${p.column}）里需要逐个辨认的写法超过 ${p.most} 种。检查这一列是不是映射错了，或先在数据库里清洗。`,
    en: (p) =>
      `${p.field} of ${p.dataset} (column ${p.column}) holds more than ${p.most} forms that must be looked at one by one. Check that the mapping names the right column, or clean it in the database.`,
  },
  D034: {
    zh: (p) =>
      `数 ${p.value} 的小数位超过 10 位，或整数位超过 28 位，数据库里无法精确求和。用 --engine files，或在数据库里换成更小的单位。`,
    en: (p) =>
      `The number ${p.value} has more than 10 places, or 28 digits before them, and cannot be added up exactly in a database. Use --engine files, or keep it in a smaller unit.`,
  },
  D035: {
    zh: (p) =>
      `${p.dataset} 有 ${p.keys} 个编号各有几行，而且内容不同（例如 ${p.examples}）。数据库没有先后顺序，无法判断哪一行有效：在映射的 tables 里用 newest: 列名 指定更新时间，或先去重。`,
    en: (p) =>
      `${p.dataset} has ${p.keys} keys with several rows that differ (such as ${p.examples}). A database has no reading order: name the column of changes in the mapping (newest: COLUMN under tables), or remove the repeats.`,
  },
  D036: {
    zh: (p) =>
      `${p.dataset} 的“${p.field}”是浮点列（${p.column}，${p.type}），求和不精确。在映射里写 { decimal: ${p.column}, scale: 2 } 说明保留几位小数。`,
    en: (p) =>
      `${p.field} of ${p.dataset} is a column of binary floats (${p.column}, ${p.type}), whose sum is not exact. Say how many places count: { decimal: ${p.column}, scale: 2 } in the mapping.`,
  },
  D037: {
    zh: (p) =>
      `${p.dataset} 的行数前后不一致（${p.first} 与 ${p.again}）：查询期间数据有变动，或结果不完整。没有生成报告，请重新运行。`,
    en: (p) =>
      `The rows of ${p.dataset} do not add up (${p.first}, then ${p.again}): the data changed meanwhile, or an answer was incomplete. No report was made; run it again.`,
  },
  D038: {
    zh: (p) => `${p.database} 执行失败（${p.dataset}）：${p.text}。没有生成报告。`,
    en: (p) => `${p.database} failed (${p.dataset}): ${p.text}. No report was made.`,
  },
  D039: {
    zh: () =>
      "不是 UTF-8 编码（多半是 GBK/GB18030），DuckDB 读不了。另存为 UTF-8 CSV（iconv -f GB18030 -t UTF-8），或用 --engine files。",
    en: () =>
      "Not in UTF-8 (GBK or GB18030, most likely), which DuckDB cannot read. Save it as UTF-8 (iconv -f GB18030 -t UTF-8), or use --engine files.",
  },
  D040: {
    zh: (p) =>
      `${p.dataset} 里“${p.unit}”在 ${p.day} 有几行“${p.field}”，数值不同，无法判断以哪一行为准。先在数据库里去重，或改正单位名称。`,
    en: (p) =>
      `${p.dataset} has several rows of ${p.unit} on ${p.day} that differ in ${p.field}. Remove the repeats, or put the unit's name right.`,
  },
  D041: {
    zh: () =>
      "DuckDB 只读 CSV 和 Parquet 文件（.csv .tsv .txt .parquet）。xlsx 等请用 --engine files，或另存为 CSV。",
    en: () =>
      "DuckDB reads CSV and Parquet only (.csv .tsv .txt .parquet). Use --engine files for other formats, or save it as CSV.",
  },
  D042: {
    zh: (p) =>
      `数据库里没有一张表与方案需要的数据集相符。方案需要：${p.needed}。在映射文件里用 tables: 写明每个数据集在哪张表。`,
    en: (p) =>
      `No table fits a dataset that the plan needs. It needs: ${p.needed}. Say in the mapping (tables:) which table holds which dataset.`,
  },
  D043: {
    zh: (p) => `${p.dataset} 有 ${p.rows} 行，超过可以逐行读入的 ${p.most} 行。`,
    en: (p) => `${p.dataset} has ${p.rows} rows; ${p.most} can be read one by one.`,
  },
  D044: {
    zh: (p) =>
      `${p.dataset} 的几个文件里，“${p.field}”的单位不同（${p.units}）。统一单位，或用 --engine files。`,
    en: (p) =>
      `The files of ${p.dataset} give ${p.field} in different units (${p.units}). Use one unit, or --engine files.`,
  },
  D045: {
    zh: (p) =>
      `表格的样式 DuckDB 读不了（合并的标题、只写一次的单位，或一个文件里有几张表：${p.columns}）。用 --engine files，或整理成一行标题、每行完整的 CSV。`,
    en: (p) =>
      `DuckDB cannot read a table of this form (merged headings, labels written once, or several tables in one file: ${p.columns}). Use --engine files, or make it one line of headings and whole rows.`,
  },
  D046: {
    zh: (p) => `${p.dataset} 有几张表可用（${p.tables}）。在映射的 tables 里写明用哪一张。`,
    en: (p) =>
      `Several tables are named after ${p.dataset} (${p.tables}). Say in the mapping (tables:) which one holds it.`,
  },
  D047: {
    zh: (p) =>
      `单元格的引号前后有空格（第 ${p.lines} 行等），DuckDB 会读成别的内容。用 --engine files，或删去这些空格。`,
    en: (p) =>
      `Spaces stand around the quotes of cells (line ${p.lines} or so), which DuckDB would read as something else. Use --engine files, or remove the spaces.`,
  },
} satisfies Record<string, Sentence>;
