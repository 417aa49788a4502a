#ifndef CPOSIX_SHIM_H
#define CPOSIX_SHIM_H

#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/statfs.h>

/* Declared by unistd.h only under _GNU_SOURCE, which Swift's view of glibc does not set. */
extern int syncfs(int descriptor);

#endif
