#ifndef CSCHEMAS_H
#define CSCHEMAS_H
#include <stddef.h>

/* The files of Schemas/, as they were when the program was built. */
typedef struct {
  const unsigned char *bytes;
  size_t count;
} cschemas_file;

cschemas_file cschemas_submission_xsd(void);
cschemas_file cschemas_regime_xsd(void);
cschemas_file cschemas_default_regime(void);
cschemas_file cschemas_province_template(void);
cschemas_file cschemas_ministry_template(void);
cschemas_file cschemas_office_template(void);
cschemas_file cschemas_remind_template(void);
cschemas_file cschemas_request_template(void);
cschemas_file cschemas_any_remind_template(void);
cschemas_file cschemas_any_request_template(void);
cschemas_file cschemas_department_template(void);
cschemas_file cschemas_ad_hoc_template(void);

#endif
