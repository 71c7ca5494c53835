const BITS = 14;
const SIZE = 1 << BITS;
const MASK = SIZE - 1;

/** Numbers from 0 to 2³² − 1 by index, 0 at first. They lie in pages, so that growing copies nothing. */
export class PagedInts {
  private readonly pages: Uint32Array[] = [];

  at(index: number): number {
    return this.pages[index >>> BITS]?.[index & MASK] ?? 0;
  }

  put(index: number, value: number): void {
    let page = this.pages[index >>> BITS];
    if (page === undefined) {
      page = new Uint32Array(SIZE);
      this.pages[index >>> BITS] = page;
    }
    page[index & MASK] = value;
  }
}
