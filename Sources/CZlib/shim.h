#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H
#include <zlib.h>

/* inflateInit2 is a macro, which Swift cannot call. Negative window bits: raw deflate, as in ZIP. */
static inline int czlib_inflate_init(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }

#endif
