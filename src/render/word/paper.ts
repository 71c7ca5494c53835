/** What a paper says and in which form, before it is a Word file. */
export interface Paper {
  readonly title: string;
  readonly subject: string;
  /** The unit that it is for, if it is for one. */
  readonly owner?: string;
  /** At the head of each page; "" for nothing. */
  readonly header: string;
  readonly sections: readonly PaperSection[];
}

export interface PaperSection {
  /** Pages lie across, for wide tables. */
  readonly across: boolean;
  /** Lines keep to the pitch of the page; tables would be drawn apart by it. */
  readonly ruled?: boolean;
  readonly blocks: readonly PaperBlock[];
}

export const paragraphForms = [
  "title",
  "subtitle",
  "addressee",
  "body",
  "heading1",
  "heading2",
  "attachments",
  "attachments-more",
  "signature",
  "date",
  "annex",
  "annex-title",
  "note",
  "sheet-title",
  "sheet-number",
  "sheet-body",
  "sheet-heading",
  "sheet-gap",
] as const;
export type ParagraphForm = (typeof paragraphForms)[number];

export interface PaperParagraph {
  readonly kind: "paragraph";
  readonly form: ParagraphForm;
  /** Each on a line of its own. */
  readonly lines: readonly string[];
  readonly newPage?: boolean;
  /** In characters of its own size, where the text decides it. */
  readonly indent?: { readonly left?: number; readonly right?: number };
}

export interface PaperColumn {
  readonly title: string;
  /** Of the table's width, in any measure; the columns share it in proportion. */
  readonly width: number;
  readonly align?: "center" | "right";
}

/** A row of cells, or one line across all columns that names what follows. */
export type PaperRow = readonly string[] | { readonly across: string };

export interface PaperTable {
  readonly kind: "table";
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
}

export interface FormCell {
  readonly text: string;
  /** Of twelve. */
  readonly span: number;
  readonly label?: boolean;
}

/** Boxes to fill in by hand. */
export interface PaperForm {
  readonly kind: "form";
  readonly rows: readonly {
    readonly cells: readonly FormCell[] /** In millimetres, at least. */;
    readonly height: number;
  }[];
}

export type PaperBlock = PaperParagraph | PaperTable | PaperForm;

/** Paragraphs of a form; sentences that an office left out are no paragraphs. */
export function paragraphs(form: ParagraphForm, ...texts: readonly string[]): PaperParagraph[] {
  return texts
    .filter((text) => text.trim() !== "")
    .map((text) => ({ kind: "paragraph", form, lines: [text] }));
}

export const body = (...texts: readonly string[]) => paragraphs("body", ...texts);
