import { pick, randomOf } from "./random.ts";
import { type Cell, DAY, LAST_DAY, type Sheet, Stamp, Unique } from "./sheet.ts";

export interface World {
  readonly seed: number;
  /** Case rows; every other list follows from them. */
  readonly cases: number;
  readonly units: readonly string[];
}

export const itemsPerUnit = ({ cases }: World): number => Math.min(60, Math.max(8, Math.floor(cases / 4000)));

export function itemCode(unit: number, item: number): string {
  return `11620200MB1${String(800_000 + unit)}Y4${String(620_000_000_000 + unit * 1000 + item)}`;
}

const WHAT = [
  "营业执照变更登记",
  "食品经营许可证核发",
  "建设工程规划许可",
  "道路运输从业资格证换发",
  "城乡居民基本医疗保险参保登记",
  "房屋租赁登记备案",
  "公共场所卫生许可",
  "社会保障卡补领换领",
  "失业登记",
  "取水许可审批",
  "特种设备使用登记",
  "户口迁移",
];
export const itemName = (unit: number, item: number): string =>
  `${pick(WHAT, ((unit * 7 + item) % 12) / 12)}（第${item + 1}项）`;

/** Every 500th row repeats the one before it to the letter, as exports do. */
export const sourceRow = (row: number): number => (row % 500 === 499 ? row - 1 : row);

export interface Case {
  readonly number: string;
  readonly unit: number;
  readonly item: number;
  readonly online: boolean;
  readonly channel: string;
  readonly applied: number;
  readonly accepted: number;
  readonly due: number;
  readonly closed: number | null;
  readonly reported: boolean;
  readonly handledOnline: boolean;
  /** For what the plan does not ask. */
  readonly spare: number;
}

const ONLINE = ["网上", "APP", "小程序", "PC端"];
const OFFLINE = ["窗口", "大厅"];

export function caseAt({ seed, cases, units, ...world }: World, at: number): Case {
  const row = sourceRow(at);
  const random = randomOf(seed, 1, row);
  const unit = Math.floor(units.length * random() ** 1.6);
  const item = Math.floor(itemsPerUnit({ seed, cases, units, ...world }) * random() ** 2);
  const online = random() < 0.7;
  const channel = pick(online ? ONLINE : OFFLINE, random());
  const day = Math.floor((LAST_DAY * row) / cases);
  const applied = day * DAY + 30_600 + Math.floor(random() * 27_000);
  const accepted = Math.min(applied + 600 + Math.floor(random() ** 3 * DAY), LAST_DAY * DAY + 61_200);
  const due = accepted + Math.ceil(random() * 20) * DAY;
  const took = Math.floor(random() ** 2 * 24 * DAY);
  const closed = accepted + took > LAST_DAY * DAY + 61_200 ? null : accepted + took;
  return {
    number: `6202002022${String(10_000_000_000_000 + row * 37 + (seed % 1000))}`,
    unit,
    item,
    online,
    channel,
    applied,
    accepted,
    due,
    closed,
    reported: random() < 0.99,
    handledOnline: online && random() < 0.97,
    spare: random(),
  };
}

const HEADINGS = [
  "序号",
  "办件编号",
  "实施编码",
  "事项名称",
  "受理部门",
  "所属区划",
  "申报渠道",
  "申请人名称",
  "证件号码",
  "联系电话",
  "申请时间",
  "受理时间",
  "承诺办结时间",
  "办结时间",
  "办件状态",
  "是否上报入库",
  "是否网上办理",
  "来源系统",
];
const SURNAMES = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"];
const PLACES = ["嘉峪关市", "雄关街道", "钢城街道", "新城镇", "峪泉镇", "文殊镇"];
const SYSTEMS = ["甘肃省一体化政务服务平台", "市级自建审批系统", "省垂业务系统回流", "甘快办移动端"];

/** 办件明细: 18 columns, of which plans read about ten. */
export function casesSheet(world: World): Sheet {
  const { cases, units } = world;
  return {
    name: "办件明细",
    headings: HEADINGS,
    rows: cases,
    row: (at): Cell[] => {
      const one = caseAt(world, at);
      const digits = String(Math.floor(one.spare * 10_000)).padStart(4, "0");
      return [
        at + 1,
        new Unique(one.number, sourceRow(at)),
        itemCode(one.unit, one.item),
        itemName(one.unit, one.item),
        units[one.unit] ?? "",
        pick(PLACES, one.spare),
        one.channel,
        `${pick(SURNAMES, one.spare)}**`,
        `6202**********${digits}`,
        `138****${digits}`,
        new Stamp(one.applied, true),
        new Stamp(one.accepted, true),
        new Stamp(one.due, false),
        one.closed === null ? null : new Stamp(one.closed, true),
        one.closed === null ? "办理中" : "已办结",
        one.reported ? "是" : "否",
        one.handledOnline ? "是" : "否",
        pick(SYSTEMS, one.spare),
      ];
    },
  };
}
