const numerals = "零一二三四五六七八九";

/** 三(二十)4 is 3, 20, 4. */
function stepsOf(clause: string): number[] {
  return (clause.match(/[一二三四五六七八九十]+|\d+/g) ?? []).map((step) => {
    if (/\d/.test(step)) return Number(step);
    const [tens, ones] = step.includes("十") ? step.split("十") : ["零", step];
    return (
      10 * (tens === "" ? 1 : numerals.indexOf(tens ?? "")) + Math.max(0, numerals.indexOf(ones || "零"))
    );
  });
}

/** 三(二) before 三(二)4 before 三(十). */
export function compareClauses(left: string, right: string): number {
  const [a, b] = [stepsOf(left), stepsOf(right)];
  const at = a.findIndex((step, index) => step !== b[index]);
  return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? 0);
}
