# readxl, every sheet as text. Prints rows by sheet as one JSON line.
library(readxl)
file <- commandArgs(trailingOnly = TRUE)[1]
sheets <- excel_sheets(file)
rows <- sapply(sheets, function(name) nrow(read_excel(file, sheet = name, col_names = FALSE, .name_repair = "minimal", progress = FALSE)))
cat(sprintf('{"sheets":{%s}}\n', paste(sprintf('"%d":%d', seq_along(rows) - 1L, rows), collapse = ",")))
