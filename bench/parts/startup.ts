import { sheetsOf, smallWorld, workbook } from "../generate/data.ts";
import { interleaved } from "../measure/interleave.ts";
import { oursInFull } from "../peers/commands.ts";
import { evaluate } from "../place.ts";
import { count } from "../report/table.ts";
import { costsTable } from "./costs-table.ts";
import { costOf, faultsOf, type Part, ratio } from "./part.ts";

const BARE = "node -e 0";
const HELP = "evaluate --help";
const SMALL = "200 rows, end to end";

/** What a run costs before there is anything to read. */
export const startup: Part = async ({ rounds, data, say }) => {
  say("start-up");
  const file = await workbook(data, smallWorld());
  const rowsOf = sheetsOf(smallWorld()).reduce((sum, { rows }) => sum + rows, 0);
  const contestants = [
    { name: BARE, command: [process.execPath, "-e", "0"] },
    { name: HELP, command: [process.execPath, evaluate, "--help"] },
    { name: SMALL, command: oursInFull([file]) },
  ];
  const costs = await interleaved(contestants, Math.max(3, rounds * 5), () => {});
  const bare = costOf(costs, BARE);
  const target = (name: string, words: string, limit: number, part: "cpu" | "wall") => ({
    name: `start-up: ${part === "cpu" ? "CPU" : "wall"}, ${words} ÷ node -e 0`,
    limit,
    measured: ratio(costOf(costs, name)?.[part], bare?.[part]),
    unit: "×" as const,
  });
  return {
    tables: [
      costsTable("Start-up", costs, { floor: BARE, us: HELP }, [
        `The workbook has ${count(rowsOf)} rows in 12 sheets, for all of jiayuguan-2022.`,
      ]),
    ],
    targets: [
      target(HELP, "evaluate --help", 3, "wall"),
      target(HELP, "evaluate --help", 3, "cpu"),
      target(SMALL, "a 200-row workbook", 8, "wall"),
      target(SMALL, "a 200-row workbook", 8, "cpu"),
    ],
    faults: faultsOf("start-up", costs),
  };
};
