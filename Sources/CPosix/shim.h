#ifndef CPOSIX_SHIM_H
#define CPOSIX_SHIM_H

#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/statfs.h>

/* Declared by unistd.h and stdio.h only under _GNU_SOURCE, which Swift's view of glibc does not set. */
extern int syncfs(int descriptor);
extern int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);

/* From linux/fs.h: fail where the new name is taken. */
static const unsigned int TONGHOP_RENAME_NOREPLACE = 1;

#endif
