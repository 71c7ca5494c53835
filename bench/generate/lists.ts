import { itemCode, itemName, itemsPerUnit, type World } from "./cases.ts";
import { taskIds } from "./place-data.ts";
import { pick, randomOf } from "./random.ts";
import { type Cell, DAY, LAST_DAY, type Sheet, Stamp } from "./sheet.ts";

type Random = () => number;

/** The smaller lists, so that each indicator of jiayuguan-2022 has what it reads. */
export function smallSheets(world: World): Sheet[] {
  return [
    items(world),
    complaints(world),
    ...users(world),
    interfaces(world),
    certificates(world),
    seals(world),
    basics(),
    tasks(world),
    reported(world),
  ];
}

function sheet(
  name: string,
  headings: string,
  rows: number,
  row: (at: number, random: Random) => Cell[],
  seed: number,
): Sheet {
  const stream = 16 + name.length + (name.codePointAt(0) ?? 0);
  return { name, headings: headings.split(" "), rows, row: (at) => row(at, randomOf(seed, stream, at)) };
}

const flag = (random: Random, share: number): string => (random() < share ? "是" : "否");
const date = (day: number): Stamp => new Stamp(Math.min(day, LAST_DAY) * DAY, false);

const TYPES = [
  "行政许可",
  "行政许可",
  "行政许可",
  "行政确认",
  "行政给付",
  "行政处罚",
  "其他行政权力",
  "公共服务",
];

function items(world: World): Sheet {
  const each = itemsPerUnit(world);
  const headings =
    "实施编码 事项名称 事项类型 实施主体 法定办结时限 法定办结时限单位 承诺办结时限 承诺办结时限单位 办件类型 到办事现场次数 网上办理深度 服务对象 是否依申请 是否编目 是否关联电子证照 是否完成证照关联指南 是否精细化梳理 是否需填表 是否提供空表 是否提供样表 是否全程网办";
  const row = (at: number, random: Random): Cell[] => {
    const unit = Math.floor(at / each);
    const item = at % each;
    const instant = random() < 0.47;
    const legal = 5 * Math.ceil(random() * 6);
    const whole = random() < 0.7;
    return [
      itemCode(unit, item),
      itemName(unit, item),
      pick(TYPES, random()),
      world.units[unit] ?? "",
      legal,
      "工作日",
      instant ? 0 : Math.ceil(legal * 0.4 * random()),
      "工作日",
      instant ? "即办件" : "承诺件",
      whole || random() < 0.8 ? 0 : 1,
      whole ? "Ⅳ级" : "Ⅲ级",
      random() < 0.5 ? "自然人、企业法人" : "企业法人",
      flag(random, 0.85),
      flag(random, 0.98),
      flag(random, 0.35),
      flag(random, 0.9),
      flag(random, 0.4),
      flag(random, 0.6),
      flag(random, 0.95),
      flag(random, 0.95),
      whole ? "是" : "否",
    ];
  };
  return sheet("事项清单", headings, world.units.length * each, row, world.seed);
}

function complaints({ cases, units, seed }: World): Sheet {
  const rows = Math.max(units.length, Math.floor(cases / 100));
  const row = (at: number, random: Random): Cell[] => {
    const day = Math.floor((at / rows) * (LAST_DAY - 10));
    const closed = random() < 0.97 ? date(day + Math.floor(random() * 9)) : null;
    const kind = pick(["咨询", "投诉", "建议", "求助"], random());
    return [
      `TS6202${20_220_000_000 + at}`,
      pick(units, random()),
      kind,
      date(day),
      date(day + 8),
      closed,
      closed === null ? "办理中" : "已办结",
    ];
  };
  return sheet("投诉建议", "投诉编号 承办单位 类型 受理时间 办理期限 办结时间 办理状态", rows, row, seed);
}

function users({ units, seed }: World): Sheet[] {
  const MONTHS = [242, 272, 297];
  const personal = sheet(
    "个人用户统计",
    "统计日期 统计单位 注册总量 本年度新增注册 本年度信息完备用户数 月活跃用户数 日均访问人数",
    units.length * MONTHS.length,
    (at) => {
      const month = Math.floor(at / units.length);
      const unit = at % units.length;
      const all = 4000 + unit * 53 + month * 200;
      const fresh = 2500 + unit * 11 + month * 150;
      return [
        date(MONTHS[month] ?? 0),
        units[unit] ?? "",
        all,
        fresh,
        Math.floor(fresh * 0.83),
        Math.floor(all * 0.12),
        Math.floor(all / 50),
      ];
    },
    seed,
  );
  const legal = sheet(
    "法人用户统计",
    "统计日期 统计单位 企业总数 已注册企业数 信息完备企业数",
    MONTHS.length,
    (at) => [date(MONTHS[at] ?? 0), "嘉峪关市市场监督管理局", 21_000, 19_800 + at * 100, 19_000 + at * 100],
    seed,
  );
  return [personal, legal];
}

function interfaces({ units, seed }: World): Sheet {
  const row = (at: number, random: Random): Cell[] => {
    const passed = random() < 0.9;
    return [
      `JK62${100_000 + at}`,
      `第${at + 1}号数据共享接口`,
      units[at % units.length] ?? "",
      flag(random, 0.97),
      passed ? "是" : "否",
      random() < 0.95 ? Math.ceil(random() * 9000) : 0,
      2022,
      pick(["国家", "省"], random()),
      passed ? date(Math.floor(random() * 200)) : null,
      passed ? date(210 + Math.floor(random() * 60)) : null,
    ];
  };
  return sheet(
    "接口清单",
    "接口编码 接口名称 申请单位 是否申请 是否审批通过 累计调用次数 新增年度 层级 申请通过时间 对接完成时间",
    units.length * 4,
    row,
    seed,
  );
}

function certificates({ units, seed }: World): Sheet {
  const row = (at: number, random: Random): Cell[] => [
    `1162020000${100_000 + (at % 195)}`,
    `第${(at % 195) + 1}类电子证照`,
    units[at % units.length] ?? "",
    flag(random, 0.98),
    Math.floor(random() * 1500),
    flag(random, 0.97),
    flag(random, 0.9),
    flag(random, 0.9),
    "第一批",
  ];
  return sheet(
    "电子证照",
    "证照类型编码 证照类型 颁发单位 是否认领 汇聚数量 是否加盖电子印章 是否上报国家 是否可展示查询 清单批次",
    units.length * 14,
    row,
    seed,
  );
}

function seals({ units, seed }: World): Sheet {
  const row = (at: number, random: Random): Cell[] => {
    const unit = units[at % units.length] ?? "";
    return [
      `YZ6202${1000 + at}`,
      `${unit}业务专用章（${Math.floor(at / units.length) + 1}）`,
      unit,
      flag(random, 0.99),
      flag(random, 0.98),
    ];
  };
  return sheet("电子印章", "印章编号 印章名称 使用单位 是否制作 是否备案", units.length * 3, row, seed);
}

function basics(): Sheet {
  return sheet(
    "基础数据",
    "地区 统计年份 常住人口 企业数量",
    1,
    () => ["嘉峪关市", 2022, 315_100, 21_000],
    0,
  );
}

function tasks({ units, seed }: World): Sheet {
  const ids = taskIds();
  const row = (at: number, random: Random): Cell[] => {
    const done = random() < 0.8;
    return [
      ids[at % ids.length] ?? "",
      units[Math.floor(at / ids.length)] ?? "",
      done ? "已完成" : "进行中",
      done ? date(290) : null,
      done ? "100%" : "60%",
    ];
  };
  return sheet("任务台账", "任务编号 责任单位 状态 完成日期 完成率", ids.length * units.length, row, seed);
}

function reported({ units, seed }: World): Sheet {
  const row = (at: number): Cell[] => [
    "subsite-registration",
    units[at] ?? "",
    date(LAST_DAY),
    880 + at,
    1000,
  ];
  return sheet("指标填报", "指标编号 责任单位 统计日期 分子 分母", units.length, row, seed);
}
