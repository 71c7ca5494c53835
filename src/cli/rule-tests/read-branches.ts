import { resolve } from "node:path";
import type { Plan } from "../../model/plan.ts";
import { type Branch, branchesOf } from "../../plan/branches.ts";
import { listPlans } from "../../plan/load.ts";
import { readPlanSource } from "../../plan/plan-source.ts";
import { fail } from "../../problem.ts";

/** The branches of a plan that has been loaded, with those that it inherits. */
export async function readPlanBranches(plan: Plan, cwd: string): Promise<Branch[]> {
  const find = async (id: string) => {
    const known = await listPlans({ cwd });
    const file = known.find((one) => one.id === id)?.file;
    return file === undefined ? fail("U005", {}, { name: id, known: "" }) : resolve(cwd, file);
  };
  const { yaml } = await readPlanSource(plan.files[0] ?? "", { cwd, find });
  return branchesOf(plan, yaml);
}
