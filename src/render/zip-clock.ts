const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
// 1980-01-01 00:00, the first moment that a zip file can name.
const NO_TIME = 0;
const FIRST_DATE = 0x0021;

/** Takes the clock out of a zip file that was just written, so that equal contents are equal bytes. */
export function stopZipClock(zip: Uint8Array): Uint8Array {
  const view = viewOf(zip);
  for (const at of stampsIn(view)) {
    view.setUint16(at, NO_TIME, true);
    view.setUint16(at + 2, FIRST_DATE, true);
  }
  return zip;
}

/** Whether a zip file has no clock in it, as ours have not: one that was packed again has. */
export function isClockStopped(zip: Uint8Array): boolean {
  const view = viewOf(zip);
  try {
    return [...stampsIn(view)].every(
      (at) => view.getUint16(at, true) === NO_TIME && view.getUint16(at + 2, true) === FIRST_DATE,
    );
  } catch {
    return false;
  }
}

function viewOf(zip: Uint8Array): DataView {
  return new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
}

/** Where the times of a plain zip file stand, in its directory and before each entry. */
function* stampsIn(view: DataView): Generator<number> {
  const end = view.byteLength - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error("not a plain zip file");
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry += 1) {
    if (view.getUint32(at, true) !== CENTRAL_ENTRY) throw new Error("not a zip directory");
    yield at + 12;
    yield view.getUint32(at + 42, true) + 10;
    at += 46 + [28, 30, 32].reduce((length, field) => length + view.getUint16(at + field, true), 0);
  }
}
