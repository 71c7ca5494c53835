const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

// Neither within a longer number nor within a code of letters and digits: those are numbers of orders and items.
const ID_NUMBER = /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{9}[0-9Xx](?![0-9A-Za-z])/g;
const OLD_ID_NUMBER = /(?<![0-9A-Za-z])[1-9]\d{14}(?![0-9A-Za-z])/g;
const MOBILE = /(?<![0-9A-Za-z])((?:\+?86[-\s]?)?1[3-9]\d)([-\s]?)\d{4}\2(\d{4})(?![0-9A-Za-z])/g;
const LANDLINE =
  /(?<![0-9A-Za-z-])(\(0\d{2,3}\)\s?|（0\d{2,3}）|0\d{2,3}[-\s])\d{3,4}(\d{4})(?![0-9A-Za-z]|-\d)/g;

/**
 * Text with what looks like an ID or phone number hidden but for its ends: 620200********1234,
 * 139****5678, 0937-****5678. An ID number is known by its birth date and check digit (GB 11643), since
 * numbers of cases, too, are often 18 digits with a date among them.
 */
export function masked(text: string): string {
  return text
    .replace(ID_NUMBER, (number) =>
      isIdNumber(number) ? `${number.slice(0, 6)}********${number.slice(14)}` : number,
    )
    .replace(OLD_ID_NUMBER, (number) =>
      isDate(`19${number.slice(6, 12)}`) ? `${number.slice(0, 6)}******${number.slice(12)}` : number,
    )
    .replace(MOBILE, (_, begin: string, gap: string, end: string) => `${begin}${gap}****${gap}${end}`)
    .replace(LANDLINE, (_, area: string, end: string) => `${area}****${end}`);
}

function isIdNumber(number: string): boolean {
  if (!isDate(number.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((so, weight, at) => so + weight * Number(number[at]), 0);
  return CHECKS[sum % 11] === number[17]?.toUpperCase();
}

function isDate(digits: string): boolean {
  const [year, month, date] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
  const day = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, date));
  return day.getUTCMonth() + 1 === month && day.getUTCDate() === date;
}
