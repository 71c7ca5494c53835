import { type Case, caseAt, sourceRow, type World } from "./cases.ts";
import { pick, randomOf } from "./random.ts";
import { type Cell, DAY, LAST_DAY, type Sheet, Stamp, Unique } from "./sheet.ts";

const HEADINGS = [
  "序号",
  "评价编号",
  "办件编号",
  "被评价部门",
  "评价环节",
  "评价渠道",
  "满意度",
  "评价时间",
  "是否实名",
  "是否误评",
  "整改状态",
  "整改完成时间",
];
const STAGES = ["办结", "受理", "申报"];
const GOOD = ["非常满意", "非常满意", "非常满意", "满意", "基本满意"];
const CHANNELS = ["移动端", "PC端", "窗口评价器"];

export const ratingRows = ({ cases }: World): number => Math.floor(cases * 1.3);

/** 好差评: 13 ratings for 10 cases, each of another stage of its case. */
export function ratingsSheet(world: World): Sheet {
  return {
    name: "好差评",
    headings: HEADINGS,
    rows: ratingRows(world),
    row: (at): Cell[] => {
      const about = Math.floor((at * 10) / 13);
      const first = Math.ceil((about * 13) / 10);
      const one = caseAt(world, about);
      const random = randomOf(world.seed, 2, at);
      const rated = ratedAt(one, random());
      const bad = random() < 0.02;
      const rectified = bad && random() < 0.95 ? rated + Math.floor(random() * 7 * DAY) : null;
      const done = rectified !== null && rectified < LAST_DAY * DAY + 61_200 ? rectified : null;
      return [
        at + 1,
        new Unique(`HCP6202${String(100_000_000_000_000 + at * 13)}`, world.cases + at),
        new Unique(one.number, sourceRow(about)),
        world.units[one.unit] ?? "",
        STAGES[(at - first) % 3] ?? "",
        pick(CHANNELS, random()),
        bad ? pick(["不满意", "非常不满意"], random()) : pick(GOOD, random()),
        new Stamp(rated, true),
        random() < 0.8 ? "是" : "否",
        bad && random() < 0.05 ? "是" : "否",
        bad ? (done === null ? "整改中" : "已整改") : null,
        done === null ? null : new Stamp(done, true),
      ];
    },
  };
}

function ratedAt({ accepted, closed }: Case, at: number): number {
  return Math.min((closed ?? accepted) + Math.floor(at * DAY), LAST_DAY * DAY + 64_800);
}
