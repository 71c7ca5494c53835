/** Twentieths of a point, in which Word measures. */
export const fromMillimetres = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
const fromPoints = (points: number): number => Math.round(points * 20);

/** The page of GB/T 9704-2012: A4, a text block of 156 × 225 mm, 22 lines of 28 characters. */
export const page = {
  width: fromMillimetres(210),
  height: fromMillimetres(297),
  top: fromMillimetres(37),
  left: fromMillimetres(28),
  right: fromMillimetres(210 - 28 - 156),
  bottom: fromMillimetres(297 - 37 - 225),
  /** The page number stands 7 mm below the text. */
  footer: fromMillimetres(297 - 37 - 225 - 7 - 5),
  header: fromMillimetres(20),
  pitch: fromPoints(28.95),
  textWidth: fromMillimetres(156),
  textHeight: fromMillimetres(225),
} as const;

/** Half points of the sizes that papers name. */
export const sizes = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21, 小五: 18 } as const;

/** Twips that a 16-point character gives way, so that 28 of them fill a line of 156 mm. */
export const tighter = -5;

/** Chinese faces by use; a program that lacks one takes the next that it has. */
export const faces = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  black: "黑体",
  script: "楷体_GB2312",
  number: "宋体",
} as const;
export type Face = keyof typeof faces;

export const fallbacks: Readonly<Record<(typeof faces)[Face], readonly string[]>> = {
  方正小标宋简体: ["方正小标宋_GBK", "宋体", "SimSun"],
  仿宋_GB2312: ["仿宋", "FangSong", "方正仿宋_GBK"],
  黑体: ["SimHei", "方正黑体_GBK"],
  楷体_GB2312: ["楷体", "KaiTi", "方正楷体_GBK"],
  宋体: ["SimSun", "方正书宋_GBK"],
};

export const LATIN = "Times New Roman";
