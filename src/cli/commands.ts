import type { CommandSpec } from "./command-spec.ts";
import { check } from "./specs/check.ts";
import { diff } from "./specs/diff.ts";
import { explain } from "./specs/explain.ts";
import { history } from "./specs/history.ts";
import { init } from "./specs/init.ts";
import { inspect } from "./specs/inspect.ts";
import { plans } from "./specs/plans.ts";
import { run } from "./specs/run.ts";
import { sample } from "./specs/sample.ts";
import { schema } from "./specs/schema.ts";
import { show } from "./specs/show.ts";
import { template } from "./specs/template.ts";
import { test } from "./specs/test.ts";

/** Every command, in the order of help. */
export const commands = {
  run,
  plans,
  show,
  explain,
  inspect,
  template,
  sample,
  check,
  test,
  init,
  diff,
  history,
  schema,
} satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as CommandName[];
