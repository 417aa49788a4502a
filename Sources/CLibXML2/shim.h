#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

/* Where libxml2 was built with ICU its headers pull in the system's ICU, whose types differ from those of the ICU
 * inside Foundation: no module could then import both. Only a struct that is not used here loses members by this. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <stdlib.h>

/* Members of the parser context read here are marked deprecated in later versions, without a substitute. */
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"

/* ---- Start ---- */

static inline xmlParserInputPtr cxml_load_nothing(const char *url, const char *id, xmlParserCtxtPtr context) {
  (void)url; (void)id; (void)context;
  return NULL;
}

/* To be called once, before any other use, on one thread. No file and no address is opened from here on. */
static inline void cxml_initialize(void) {
  xmlInitParser();
  xmlSchemaInitTypes();
  xmlSetExternalEntityLoader(cxml_load_nothing);
}

/* ---- Errors ----
 * The error is `xmlError *` up to 2.11 and `const xmlError *` from 2.12 on; callers see the latter everywhere.
 * The channels are globals of the thread: whoever captures them gives them back on the same thread. */

typedef void (*cxml_error_callback)(void *data, const xmlError *error);

typedef struct {
  xmlStructuredErrorFunc structured;
  void *structured_data;
  xmlGenericErrorFunc generic;
  void *generic_data;
} cxml_channels;

static inline void cxml_print_nothing(void *data, const char *format, ...) {
  (void)data; (void)format;
}

static inline cxml_channels cxml_capture_errors(void *data, cxml_error_callback callback) {
  cxml_channels before = {xmlStructuredError, xmlStructuredErrorContext, xmlGenericError, xmlGenericErrorContext};
  xmlSetStructuredErrorFunc(data, (xmlStructuredErrorFunc)callback);
  xmlSetGenericErrorFunc(NULL, cxml_print_nothing);
  return before;
}

static inline void cxml_restore_errors(cxml_channels before) {
  xmlSetStructuredErrorFunc(before.structured_data, before.structured);
  xmlSetGenericErrorFunc(before.generic_data, before.generic);
}

/* ---- Parser ---- */

/* A parser that pulls UTF-8 through `read`; a declared encoding is passed over, the caller has looked at it. */
static inline xmlParserCtxtPtr cxml_open(xmlSAXHandler *sax, void *data, xmlInputReadCallback read) {
  xmlParserCtxtPtr context = xmlCreateIOParserCtxt(sax, data, read, NULL, data, XML_CHAR_ENCODING_UTF8);
  if (context != NULL) xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  return context;
}

/* Frees a parser with the document that it makes up to keep declarations in. */
static inline void cxml_close(xmlParserCtxtPtr context) {
  xmlFreeDoc(context->myDoc);
  context->myDoc = NULL;
  xmlFreeParserCtxt(context);
}

static inline int cxml_line(xmlParserCtxtPtr context) {
  return context->input != NULL ? context->input->line : 0;
}

static inline int cxml_column(xmlParserCtxtPtr context) {
  return context->input != NULL ? context->input->col : 0;
}

/* Whether the parser has used up all it has read. */
static inline int cxml_is_drained(xmlParserCtxtPtr context) {
  return context->input == NULL || context->input->cur >= context->input->end;
}

/* At least this many attributes stand in the start tag being read: they take five pointers each, in an array that
 * at most doubles. Before 2.12 the parser compares every attribute with every other, so that a tag with a million of
 * them must be stopped while it is read. */
static inline int cxml_attributes_held(xmlParserCtxtPtr context) {
  return context->maxatts > 20 ? (context->maxatts - 20) / 10 : 0;
}

/* At least this many namespace declarations are in scope, those of the start tag being read included; see above.
 * Up to 2.11 the number counts two for each. */
static inline int cxml_namespaces_held(xmlParserCtxtPtr context) {
  return context->nsNr / 2;
}

/* ---- Schema ---- */

static inline xmlSchemaPtr cxml_compile_schema(
    const char *bytes, int count, cxml_error_callback callback, void *data) {
  xmlSchemaParserCtxtPtr context = xmlSchemaNewMemParserCtxt(bytes, count);
  if (context == NULL) return NULL;
  xmlSchemaSetParserStructuredErrors(context, (xmlStructuredErrorFunc)callback, data);
  xmlSchemaPtr schema = xmlSchemaParse(context);
  xmlSchemaFreeParserCtxt(context);
  return schema;
}

/* One validation of one document. The plug keeps the addresses of `sax` and `data`, so it lives on the heap.
 * With no handler to pass events on to, the plug's callbacks are the validator's own: the parser's callbacks call
 * them when they choose. */
typedef struct {
  xmlSchemaValidCtxtPtr context;
  xmlSchemaSAXPlugPtr plug;
  xmlSAXHandlerPtr sax;
  void *data;
} cxml_validation;

static inline void cxml_validation_close(cxml_validation *v) {
  if (v == NULL) return;
  if (v->plug != NULL) xmlSchemaSAXUnplug(v->plug);
  if (v->context != NULL) xmlSchemaFreeValidCtxt(v->context);
  free(v);
}

static inline cxml_validation *cxml_validation_open(xmlSchemaPtr schema, cxml_error_callback callback, void *data) {
  cxml_validation *v = (cxml_validation *)calloc(1, sizeof(cxml_validation));
  if (v == NULL) return NULL;
  v->context = xmlSchemaNewValidCtxt(schema);
  if (v->context != NULL) {
    xmlSchemaSetValidStructuredErrors(v->context, (xmlStructuredErrorFunc)callback, data);
    v->plug = xmlSchemaSAXPlug(v->context, &v->sax, &v->data);
  }
  if (v->plug == NULL) {
    cxml_validation_close(v);
    return NULL;
  }
  return v;
}

static inline void cxml_validation_start(
    cxml_validation *v, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted_count, const xmlChar **attributes) {
  v->sax->startElementNs(
      v->data, name, prefix, uri, namespace_count, namespaces, attribute_count, defaulted_count, attributes);
}

static inline void cxml_validation_text(cxml_validation *v, const xmlChar *text, int count) {
  v->sax->characters(v->data, text, count);
}

static inline void cxml_validation_end(
    cxml_validation *v, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  v->sax->endElementNs(v->data, name, prefix, uri);
}

#pragma clang diagnostic pop
#endif
