#include "CSchemas.h"

/* Standard since C23; clang says so wherever it is used. */
#pragma clang diagnostic ignored "-Wc23-extensions"

#define EMBEDDED(name)                                          \
  cschemas_file cschemas_##name(void) {                               \
    return (cschemas_file){name##_bytes, sizeof name##_bytes};        \
  }

static const unsigned char submission_xsd_bytes[] = {
#embed "../../Schemas/submission.xsd"
};
static const unsigned char regime_xsd_bytes[] = {
#embed "../../Schemas/regime.xsd"
};
static const unsigned char default_regime_bytes[] = {
#embed "../../Schemas/plans/LD-NQ57/regime.xml"
};
static const unsigned char province_template_bytes[] = {
#embed "../../Schemas/templates/LD-NQ57/ubnd-tinh.mustache"
};
static const unsigned char ministry_template_bytes[] = {
#embed "../../Schemas/templates/LD-NQ57/bo-gddt.mustache"
};
static const unsigned char office_template_bytes[] = {
#embed "../../Schemas/templates/LD-NQ57/so-gddt.mustache"
};
static const unsigned char remind_template_bytes[] = {
#embed "../../Schemas/templates/LD-NQ57/remind.mustache"
};
static const unsigned char request_template_bytes[] = {
#embed "../../Schemas/templates/LD-NQ57/request.mustache"
};
static const unsigned char any_remind_template_bytes[] = {
#embed "../../Schemas/templates/remind.mustache"
};
static const unsigned char any_request_template_bytes[] = {
#embed "../../Schemas/templates/request.mustache"
};
static const unsigned char department_template_bytes[] = {
#embed "../../Schemas/templates/so-gddt.mustache"
};
static const unsigned char ad_hoc_template_bytes[] = {
#embed "../../Schemas/templates/ad-hoc.mustache"
};

EMBEDDED(submission_xsd)
EMBEDDED(regime_xsd)
EMBEDDED(default_regime)
EMBEDDED(province_template)
EMBEDDED(ministry_template)
EMBEDDED(office_template)
EMBEDDED(remind_template)
EMBEDDED(request_template)
EMBEDDED(any_remind_template)
EMBEDDED(any_request_template)
EMBEDDED(department_template)
EMBEDDED(ad_hoc_template)
