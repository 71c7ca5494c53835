import type { OptionSpec } from "../command-spec.ts";

/** Where rows are counted: here, in DuckDB, or on a ClickHouse. */
export const engine: readonly OptionSpec[] = [
  {
    flags: "--engine",
    value: { zh: "files|duckdb|clickhouse", en: "files|duckdb|clickhouse" },
    about: {
      zh: "在哪里统计：files 逐行读文件（默认），duckdb 读大的 CSV、Parquet，clickhouse 在数据库里统计",
      en: "where rows are counted: files (default), duckdb for big CSV and Parquet, clickhouse on a server",
    },
  },
  {
    flags: "--connection",
    value: { zh: "地址", en: "url" },
    about: {
      zh: "ClickHouse 的地址：http://主机:8123/库；用户名、密码用环境变量 EVALUATE_USER、EVALUATE_PASSWORD",
      en: "of ClickHouse: http://host:8123/db; name and password by EVALUATE_USER and EVALUATE_PASSWORD",
    },
  },
  {
    flags: "--explain-sql",
    about: {
      zh: "只打印将要执行的每条 SQL，不统计，也不生成报告",
      en: "print every statement instead of running it and reporting",
    },
  },
  {
    flags: "--memory-limit",
    value: { zh: "大小", en: "size" },
    about: { zh: "DuckDB 最多用多少内存，如 4GB", en: "memory that DuckDB may take, such as 4GB" },
  },
];
