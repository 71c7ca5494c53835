import type { ConfigKey } from "../../model/config.ts";

/** How a setting of `run` is called elsewhere, and what it is when nobody says anything. */
export interface Setting {
  /** The option's name in commander, where it is not the key of the configuration. */
  readonly option?: string;
  /** The variable of the environment that sets it. */
  readonly env?: string;
  /** Of the configuration file's folder rather than the working directory. */
  readonly path?: true;
  readonly kind?: "list" | "switch";
  /** As printed; left out where nothing is the default. */
  readonly usual?: string;
}

/** Every setting that a configuration may make, in the order in which they are printed. */
export const settings = {
  plan: { env: "EVALUATE_PLAN" },
  inputs: { kind: "list" },
  asOf: { env: "EVALUATE_AS_OF" },
  units: { env: "EVALUATE_UNITS", path: true },
  mapping: { env: "EVALUATE_MAPPING", path: true },
  waivers: { env: "EVALUATE_WAIVERS", path: true },
  outputs: { option: "output", kind: "list", path: true },
  format: { env: "EVALUATE_FORMAT" },
  title: {},
  unit: { kind: "list" },
  indicator: { kind: "list" },
  groupBy: { usual: "clause" },
  history: { env: "EVALUATE_HISTORY", path: true },
  baseline: {},
  replace: { kind: "switch", usual: "false" },
  margin: {},
  onlyChanges: { env: "EVALUATE_ONLY_CHANGES", kind: "switch", usual: "false" },
  ledger: { path: true },
  ledgerFrom: { kind: "list", path: true },
  ledgerLimit: { usual: "1000" },
  mask: { kind: "switch", usual: "true" },
  taskSheets: { path: true },
  failOn: { env: "EVALUATE_FAIL_ON", usual: "never" },
  failUnder: { env: "EVALUATE_FAIL_UNDER" },
  strict: { env: "EVALUATE_STRICT", kind: "switch", usual: "false" },
  allowEmpty: { kind: "switch", usual: "false" },
  maxAge: { kind: "list" },
  lock: { env: "EVALUATE_LOCK", path: true },
  wait: { env: "EVALUATE_WAIT", usual: "0" },
  logLine: { env: "EVALUATE_LOG_LINE", kind: "switch", usual: "false" },
  language: { option: "lang", env: "EVALUATE_LANG", usual: "zh" },
  quiet: { env: "EVALUATE_QUIET", kind: "switch", usual: "false" },
  jobs: { env: "EVALUATE_JOBS" },
  engine: { env: "EVALUATE_ENGINE", usual: "files" },
  // EVALUATE_CONNECTION may hold a name and password: it is read where it is used, and never printed.
  connection: {},
  memoryLimit: {},
  maxBytes: {},
  maxRows: {},
  maxColumns: {},
  maxCellLength: {},
  maxDepth: {},
} satisfies Record<ConfigKey, Setting>;

export const settingOf = (key: ConfigKey): Setting => settings[key];
export const keys = Object.keys(settings) as ConfigKey[];

/** What run reads, and how: commands that explain the same figures go by it, too. */
export const readingKeys = [
  "plan",
  "inputs",
  "asOf",
  "units",
  "mapping",
  "waivers",
  "jobs",
  "maxBytes",
  "maxRows",
  "maxColumns",
  "maxCellLength",
  "maxDepth",
] satisfies ConfigKey[];

/** Names another configuration than the one in the working directory. */
export const CONFIG_VARIABLE = "EVALUATE_CONFIG";
/** What may hold a name and password: read where the database is opened, and never printed. */
const DATABASE_VARIABLES = ["EVALUATE_CONNECTION", "EVALUATE_USER", "EVALUATE_PASSWORD"];
export const variables = [
  ...keys.flatMap((key) => settingOf(key).env ?? []),
  ...DATABASE_VARIABLES,
  CONFIG_VARIABLE,
];
