import { assess } from "../assess/assess.ts";
import { gather } from "../engine/engine.ts";
import { filesEngine } from "../engine/files.ts";
import { resolveInputs } from "../ingest/inputs.ts";
import { usualJobs } from "../ingest/workers/usual-jobs.ts";
import type { Day } from "../model/day.ts";
import type { Explanation } from "../model/explanation.ts";
import type { Language } from "../model/language.ts";
import type { Indicator, Plan } from "../model/plan.ts";
import type { Waiver } from "../model/waiver.ts";
import { asJson, explanationAsJson, renderExplanation } from "../render/index.ts";
import { chooseAsOf } from "./choose-as-of.ts";
import type { Act } from "./command-spec.ts";
import { configuredReading } from "./config/configured.ts";
import { accountOf } from "./explain/account.ts";
import { indicatorNamed, unitNamed } from "./explain/named.ts";
import { probesFor } from "./explain/probes.ts";
import { ruleOf } from "./explain/rule.ts";
import { jobsOf, limitsOf, OptionReader, tableOrJson } from "./options.ts";
import { planAndMapping, ruleFilesOf, waiversNamed } from "./rules.ts";
import { printing, type Shell } from "./shell.ts";
import { noteSkipped } from "./skipped.ts";
import { together } from "./together.ts";
import { toolVersion } from "./version.ts";

/** evaluate explain PLAN INDICATOR [INPUTS...]: a rule in words and, with inputs, how its value came about. */
export const explain: Act = async (shell, [name = "", asked = "", ...typed], given) => {
  const { language } = shell;
  const set = await configuredReading(shell, typed, { ...given, plan: name });
  const { raw } = set;
  const args = await set.inputs(shell);
  const read = new OptionReader(raw);
  const format = read.oneOf("format", tableOrJson);
  const asOf = read.day("asOf");
  const limits = limitsOf(read);
  const askedJobs = jobsOf(read);
  read.done();
  const [{ plan, mapping }, inputs] = await together([
    planAndMapping(name, ruleFilesOf(read), shell.cwd),
    resolveInputs(args, shell.cwd),
  ]);
  const indicator = indicatorNamed(asked, plan, language);
  const unit = read.text("unit");
  let explanation = ruleOf(plan, indicator, unitNamed(unit, plan, args.length > 0, language), language);
  if (args.length > 0) {
    await noteSkipped(inputs, shell);
    const day = await chooseAsOf(asOf, plan, shell);
    const jobs = askedJobs ?? (await usualJobs(inputs));
    const { stdin } = shell;
    const engine = filesEngine(inputs, { asOf: day, limits, allowEmpty: true, stdin, mapping, jobs });
    const waivers = await waiversNamed(ruleFilesOf(read), plan, day, shell.cwd);
    explanation = await withAccount(explanation, plan, indicator, { engine, day, waivers, shell });
  }
  await shell.print(
    format === "json"
      ? asJson(explanationAsJson(explanation, language))
      : renderExplanation(explanation, printing(shell)),
  );
  return 0;
};

interface Gathering {
  readonly engine: Parameters<typeof gather>[1];
  readonly day: Day;
  readonly waivers: readonly Waiver[];
  readonly shell: Shell;
}

/** Gathers for the whole plan, as run does, so that the same numbers come out. */
async function withAccount(
  explanation: Explanation,
  plan: Plan,
  indicator: Indicator,
  { engine, day, waivers, shell }: Gathering,
): Promise<Explanation> {
  const language: Language = shell.language;
  const probes = probesFor(indicator, plan.dictionary);
  const evidence = await gather(probes.beside(plan), engine);
  const report = assess(plan, evidence, { asOf: day, language, version: toolVersion(), waivers });
  return {
    ...explanation,
    account: accountOf({ plan, indicator, evidence, report, probes, language }, explanation.unit),
  };
}
