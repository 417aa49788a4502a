/* Writes the cells of a sheet with libxlsxwriter in constant memory: the same cells, in a tenth of the code.
 *     sheet FILE < cells        a line a row, cells between tabs; what begins with '#' is a number. Prints how many cells. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

int main(int count, char **arguments) {
  (void)count;
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(arguments[1], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
  char *line = NULL;
  size_t room = 0;
  long cells = 0;
  ssize_t length;
  for (lxw_row_t row = 0; (length = getline(&line, &room, stdin)) > 0; row++) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    char *rest = line, *cell;
    for (lxw_col_t column = 0; (cell = strsep(&rest, "\t")) != NULL; column++) {
      if (*cell == 0) continue;
      if (*cell == '#') worksheet_write_number(sheet, row, column, atof(cell + 1), NULL);
      else worksheet_write_string(sheet, row, column, cell, NULL);
      cells++;
    }
  }
  if (workbook_close(book) != LXW_NO_ERROR) return 1;
  printf("%ld\n", cells);
  return 0;
}
