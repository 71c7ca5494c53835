import { expect, test } from "vitest";
import { listPlans, loadPlan } from "../../src/plan/load.ts";
import { coverageOf } from "../../src/render/coverage.ts";

const head = `# 条款对照

由规则文件生成，不要手改。改了规则以后重新生成：

\`\`\`
npx vitest run test/rules/coverage.test.ts -u
\`\`\`
`;

test("rules/COVERAGE.md is what the rules say now", async () => {
  const cwd = process.cwd();
  const ids = (await listPlans({ cwd })).map(({ id }) => id).sort();
  const plans = await Promise.all(ids.map((id) => loadPlan(id, { cwd })));
  await expect(`${head}\n${coverageOf(plans)}\n`).toMatchFileSnapshot("../../rules/COVERAGE.md");
});
