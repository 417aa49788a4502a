#ifndef CCRYPTO_SHIM_H
#define CCRYPTO_SHIM_H
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdlib.h>

/* A context for SHA-256. Without memory for one nothing could be stored or compared any more, so the program ends. */
static inline EVP_MD_CTX *_Nonnull ccrypto_sha256_begin(void) {
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  if (context == NULL || EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1) abort();
  return context;
}

/* Ed25519 (RFC 8032): seeds and public keys of 32 bytes, signatures of 64. Each gives 1 where it worked. */

static inline int ccrypto_random(unsigned char *_Nonnull bytes, int count) { return RAND_bytes(bytes, count) == 1; }

static inline int ccrypto_ed25519_public(const unsigned char *_Nonnull seed, unsigned char *_Nonnull key) {
  EVP_PKEY *pair = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, seed, 32);
  size_t length = 32;
  int done = pair != NULL && EVP_PKEY_get_raw_public_key(pair, key, &length) == 1 && length == 32;
  EVP_PKEY_free(pair);
  return done;
}

static inline int ccrypto_ed25519_sign(const unsigned char *_Nonnull seed, const unsigned char *_Nullable bytes,
                                       size_t count, unsigned char *_Nonnull signature) {
  EVP_PKEY *pair = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, seed, 32);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  size_t length = 64;
  int done = pair != NULL && context != NULL && EVP_DigestSignInit(context, NULL, NULL, NULL, pair) == 1 &&
             EVP_DigestSign(context, signature, &length, bytes, count) == 1 && length == 64;
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(pair);
  return done;
}

static inline int ccrypto_ed25519_verify(const unsigned char *_Nonnull key, const unsigned char *_Nullable bytes,
                                         size_t count, const unsigned char *_Nonnull signature) {
  EVP_PKEY *public_key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, key, 32);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  int good = public_key != NULL && context != NULL &&
             EVP_DigestVerifyInit(context, NULL, NULL, NULL, public_key) == 1 &&
             EVP_DigestVerify(context, signature, 64, bytes, count) == 1;
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(public_key);
  return good;
}

#endif
