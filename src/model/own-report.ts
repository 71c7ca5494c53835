/** Stands among the properties of every workbook and page that is a report, and not of templates and samples. */
export const ownReportMark = "evaluate-report";

/** Beside it in ledgers, which people fill in. */
export const ownLedgerMark = "evaluate-ledger";
