// After tsc: puts dist together into a few files that load in one go, and prepares the bundled rules.
// A short run spends most of its time on loading modules and on parsing YAML.
import { bundle, path, prepareRules } from "./bundling.js";

// Large, and loaded only when a format needs them.
await bundle(path("dist/bundle"), { external: ["@clickhouse/client", "@duckdb/node-api", "@e965/xlsx", "docx", "echarts", "exceljs"] });
await prepareRules(path("dist/rules"));
