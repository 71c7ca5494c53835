type Names = readonly [string, ...string[]];

// What departments of such a name usually handle; the first fitting word decides.
const itemsByUnit: readonly (readonly [word: string, items: Names])[] = [
  ["公安", ["普通护照签发", "居住证申领", "机动车登记", "机动车驾驶证核发", "大型群众性活动安全许可"]],
  ["教育", ["教师资格认定", "民办学校设立审批", "校车使用许可", "适龄儿童入学登记"]],
  ["人力资源|人社", ["社会保险登记", "人力资源服务许可", "劳务派遣经营许可", "失业保险金申领", "就业登记"]],
  ["市场监督|市场监管", ["企业设立登记", "食品经营许可", "食品生产许可", "特种设备使用登记", "药品零售许可"]],
  ["住房公积金|公积金", ["住房公积金提取", "住房公积金贷款", "住房公积金缴存登记"]],
  ["住房|住建", ["建筑工程施工许可证核发", "商品房预售许可", "燃气经营许可证核发", "公租房申请"]],
  ["交通", ["道路旅客运输经营许可", "道路货物运输经营许可", "出租汽车经营许可", "公路超限运输许可"]],
  ["卫生|卫健", ["医师执业注册", "护士执业注册", "公共场所卫生许可", "医疗机构执业登记", "出生医学证明办理"]],
  ["民政", ["社会团体成立登记", "最低生活保障对象认定", "内地居民婚姻登记", "高龄津贴申领"]],
  ["自然资源", ["建设工程规划许可证核发", "不动产登记", "建设用地规划许可证核发", "采矿权新立登记"]],
  ["生态|环保", ["排污许可证核发", "建设项目环境影响评价审批", "辐射安全许可证核发"]],
  ["水务|水利", ["取水许可", "生产建设项目水土保持方案审批", "河道管理范围内建设项目审批"]],
  ["农业", ["动物防疫条件合格证核发", "农药经营许可", "兽药经营许可证核发", "拖拉机登记"]],
  ["林", ["林木采伐许可证核发", "林草种子生产经营许可证核发", "植物检疫证书核发"]],
  ["文化|文旅", ["营业性演出审批", "互联网上网服务经营许可", "娱乐场所经营许可", "旅行社设立许可"]],
  ["应急", ["危险化学品经营许可", "烟花爆竹零售许可", "非煤矿矿山企业安全生产许可"]],
  ["消防", ["公众聚集场所投入使用、营业前消防安全检查", "建设工程消防验收备案"]],
  ["司法", ["律师执业许可", "法律援助申请", "基层法律服务工作者执业核准"]],
  ["财政", ["会计代理记账机构执业资格审批", "非税收入票据领用"]],
  ["医疗保障|医保", ["城乡居民基本医疗保险参保登记", "异地就医备案", "门诊慢特病待遇认定"]],
  ["税务", ["发票领用", "增值税专用发票最高开票限额审批", "延期缴纳税款审批"]],
  ["气象", ["防雷装置设计审核", "升放无人驾驶自由气球活动审批"]],
  ["烟草", ["烟草专卖零售许可证核发"]],
  ["商务", ["成品油零售经营资格审批", "对外贸易经营者备案", "单用途商业预付卡备案"]],
  ["城市管理|城管|执法", ["临时占用城市道路审批", "户外广告设施设置审批", "城市建筑垃圾处置核准"]],
  ["退役军人", ["退役士兵自主就业一次性经济补助", "优待证申领"]],
  ["街道|郊区|镇", ["最低生活保障申请初审", "老年人优待证办理", "灵活就业登记", "临时救助申请", "生育登记"]],
  ["供电|电力", ["低压居民新装用电", "高压新装用电", "用电过户"]],
  ["邮政", ["快递业务经营许可", "邮件改寄"]],
  ["电信|移动|联通", ["宽带新装", "实名补登记", "过户"]],
];
const anyItem: Names = ["政策咨询服务", "行业信息查询", "资质备案", "项目审批", "证明开具"];
const variants: Names = ["", "（变更）", "（延续）", "（注销）", "（补办）", "（新办）"];

/** The n-th item of a unit. */
export function itemName(unit: string, n: number): string {
  const items = itemsByUnit.find(([words]) => new RegExp(words).test(unit))?.[1] ?? anyItem;
  const variant = variants[Math.floor(n / items.length) % variants.length] ?? "";
  const round = Math.floor(n / (items.length * variants.length));
  return `${items[n % items.length]}${variant}${round === 0 ? "" : `（${round + 1}）`}`;
}

const anyCertificate: Names = ["资质证书", "备案证明", "检验合格证", "从业资格证", "荣誉证书", "鉴定证书"];

/** The n-th kind of certificate that a unit issues. */
export function certificateName(unit: string, n: number): string {
  const item = itemName(unit, n);
  const subject = /^(.*?(?:许可|登记|资格认定|执业注册))(?:证?核发)?(（.*)?$/.exec(item);
  if (subject !== null) return `${subject[1]}证${subject[2] ?? ""}`;
  const round = Math.floor(n / anyCertificate.length);
  return `${anyCertificate[n % anyCertificate.length]}${round === 0 ? "" : `（${round + 1}）`}`;
}

const interfaces: Names = [
  "居民身份证信息核验",
  "企业基本信息验证",
  "社会组织法人信息查询",
  "婚姻登记信息核验",
  "学历信息核验",
  "不动产登记信息查询",
  "机动车驾驶证信息核验",
  "出生医学证明查询",
  "纳税信息查询",
  "社会保险参保信息查询",
  "失信被执行人查询",
  "残疾人证信息核验",
];

export function interfaceName(n: number): string {
  const round = Math.floor(n / interfaces.length);
  return `${interfaces[n % interfaces.length]}接口${round === 0 ? "" : `（V${round + 1}）`}`;
}

const seals: Names = ["公章", "行政审批专用章", "业务专用章", "政务服务专用章"];

export function sealName(unit: string, n: number): string {
  const round = Math.floor(n / seals.length);
  return `${unit}${seals[n % seals.length]}${round === 0 ? "" : `（${round + 1}）`}`;
}
