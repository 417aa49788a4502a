#ifndef CCRYPTO_SHIM_H
#define CCRYPTO_SHIM_H
#include <openssl/evp.h>
#include <stdlib.h>

/* A context for SHA-256. Without memory for one nothing could be stored or compared any more, so the program ends. */
static inline EVP_MD_CTX *_Nonnull ccrypto_sha256_begin(void) {
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  if (context == NULL || EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1) abort();
  return context;
}

#endif
