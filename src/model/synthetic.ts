/** Stands in the title row of every sheet that `evaluate sample` writes; reports made from it say so. */
export const syntheticMark = "合成数据";

export function isMarkedSynthetic(text: string): boolean {
  return text.includes(syntheticMark);
}
