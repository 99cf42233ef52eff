/*
 * Records what a process does to the files below a folder, in the order in which it is done, so that a test can work out
 * what a power cut would leave on the disk. Loaded by LD_PRELOAD; RECORDER_FOLDER names the folder, RECORDER_LOG the file
 * to write to. One lock around each call keeps the order; the log itself lies outside of the folder.
 *
 * A record, in the byte order of the machine: char type, char synchronous, int32 length of the path, int32 length of the
 * bytes, int64 offset, the path, the bytes. Types:
 *   C file made or emptied     W bytes written at the offset     T length set to the offset
 *   S file forced to the disk  R renamed to the path in the bytes  D deleted   M folder made
 *   O bytes written to standard output   ? a call that writes in a way that is not understood here
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 65536

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char *paths[FILES];
static char synchronous[FILES];
static const char *folder;
static size_t folder_length;
static int log_file = -1;

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (real == NULL) { \
        real = (type (*)(__VA_ARGS__)) dlsym(RTLD_NEXT, name); \
    }

static ssize_t plain_write(int file, const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t)
    return real(file, bytes, length);
}

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("RECORDER_LOG");
    folder = getenv("RECORDER_FOLDER");
    if (folder == NULL || log == NULL) {
        return;
    }
    folder_length = strlen(folder);
    REAL(int, "open64", const char *, int, ...)
    int opened = real(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    /* out of the way of the numbers that the process gets */
    log_file = fcntl(opened, F_DUPFD_CLOEXEC, 900);
    if (log_file < 0) {
        log_file = opened;
    }
}

static void all(const void *bytes, size_t length) {
    const char *at = bytes;
    while (length > 0) {
        ssize_t done = plain_write(log_file, at, length);
        if (done < 0) {
            abort();
        }
        at += done;
        length -= (size_t) done;
    }
}

static void record(char type, char sync, const char *path, int64_t offset, const void *bytes, size_t length) {
    int32_t path_length = (int32_t) strlen(path);
    int32_t bytes_length = (int32_t) length;
    size_t size = 2 + 4 + 4 + 8 + (size_t) path_length + length;
    char *whole = malloc(size);
    char *at = whole;
    *at++ = type;
    *at++ = sync;
    memcpy(at, &path_length, 4);
    memcpy(at + 4, &bytes_length, 4);
    memcpy(at + 8, &offset, 8);
    memcpy(at + 16, path, (size_t) path_length);
    memcpy(at + 16 + path_length, bytes, length);
    all(whole, size);
    free(whole);
}

static int inside(const char *path) {
    return log_file >= 0 && path != NULL && strncmp(path, folder, folder_length) == 0;
}

static const char *path_of(int file) {
    return log_file >= 0 && file >= 0 && file < FILES ? paths[file] : NULL;
}

static void enter(void) {
    pthread_mutex_lock(&turn);
}

static void leave(void) {
    int kept = errno;
    pthread_mutex_unlock(&turn);
    errno = kept;
}

static void opened(int file, const char *path, int flags, int there) {
    if (file < 0 || file >= FILES) {
        return;
    }
    free(paths[file]);
    paths[file] = NULL;
    if (inside(path)) {
        /* also those that are only read: a folder is forced to the disk so */
        paths[file] = strdup(path);
        synchronous[file] = (flags & (O_SYNC | O_DSYNC)) != 0;
        if (!there || (flags & O_TRUNC) != 0) {
            record('C', 0, path, 0, "", 0);
        }
    }
}

static int is_there(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0;
}

#define MODE(flags, last) \
    mode_t mode = 0; \
    if (((flags) & (O_CREAT | O_TMPFILE)) != 0) { \
        va_list rest; \
        va_start(rest, last); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        MODE(flags, flags) \
        REAL(int, #name, const char *, int, ...) \
        enter(); \
        int there = inside(path) && is_there(path); \
        int file = real(path, flags, mode); \
        opened(file, path, flags, there); \
        leave(); \
        return file; \
    }

OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int at, const char *path, int flags, ...) { \
        MODE(flags, flags) \
        REAL(int, #name, int, const char *, int, ...) \
        enter(); \
        int there = inside(path) && is_there(path); \
        int file = real(at, path, flags, mode); \
        opened(file, path, flags, there); \
        leave(); \
        return file; \
    }

OPENAT(openat)
OPENAT(openat64)

int close(int file) {
    REAL(int, "close", int)
    enter();
    if (file >= 0 && file < FILES && file != log_file) {
        free(paths[file]);
        paths[file] = NULL;
    }
    int done = real(file);
    leave();
    return done;
}

/* Where the next plain write goes. */
static int64_t position(int file) {
    int flags = fcntl(file, F_GETFL);
    if ((flags & O_APPEND) != 0) {
        struct stat status;
        fstat(file, &status);
        return status.st_size;
    }
    return lseek(file, 0, SEEK_CUR);
}

ssize_t write(int file, const void *bytes, size_t length) {
    enter();
    const char *path = path_of(file);
    int64_t offset = path != NULL ? position(file) : 0;
    ssize_t done = plain_write(file, bytes, length);
    if (done > 0 && path != NULL) {
        record('W', synchronous[file], path, offset, bytes, (size_t) done);
    } else if (done > 0 && file == 1 && log_file >= 0) {
        record('O', 0, "", 0, bytes, (size_t) done);
    }
    leave();
    return done;
}

#define PWRITE(name, type) \
    ssize_t name(int file, const void *bytes, size_t length, type offset) { \
        REAL(ssize_t, #name, int, const void *, size_t, type) \
        enter(); \
        ssize_t done = real(file, bytes, length, offset); \
        const char *path = path_of(file); \
        if (done > 0 && path != NULL) { \
            record('W', synchronous[file], path, offset, bytes, (size_t) done); \
        } \
        leave(); \
        return done; \
    }

PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

static void parts(int file, const char *path, int64_t offset, const struct iovec *vector, int count, ssize_t done) {
    for (int i = 0; i < count && done > 0; i++) {
        size_t length = vector[i].iov_len < (size_t) done ? vector[i].iov_len : (size_t) done;
        record('W', synchronous[file], path, offset, vector[i].iov_base, length);
        offset += (int64_t) length;
        done -= (ssize_t) length;
    }
}

ssize_t writev(int file, const struct iovec *vector, int count) {
    REAL(ssize_t, "writev", int, const struct iovec *, int)
    enter();
    const char *path = path_of(file);
    int64_t offset = path != NULL ? position(file) : 0;
    ssize_t done = real(file, vector, count);
    if (path != NULL) {
        parts(file, path, offset, vector, count, done);
    }
    leave();
    return done;
}

#define PWRITEV(name, type) \
    ssize_t name(int file, const struct iovec *vector, int count, type offset) { \
        REAL(ssize_t, #name, int, const struct iovec *, int, type) \
        enter(); \
        ssize_t done = real(file, vector, count, offset); \
        const char *path = path_of(file); \
        if (path != NULL) { \
            parts(file, path, offset, vector, count, done); \
        } \
        leave(); \
        return done; \
    }

PWRITEV(pwritev, off_t)
PWRITEV(pwritev64, off64_t)

#define TRUNCATE(name, type) \
    int name(int file, type length) { \
        REAL(int, #name, int, type) \
        enter(); \
        int done = real(file, length); \
        const char *path = path_of(file); \
        if (done == 0 && path != NULL) { \
            record('T', 0, path, length, "", 0); \
        } \
        leave(); \
        return done; \
    }

TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define FORCE(name) \
    int name(int file) { \
        REAL(int, #name, int) \
        enter(); \
        int done = real(file); \
        const char *path = path_of(file); \
        if (done == 0 && path != NULL) { \
            record('S', 0, path, 0, "", 0); \
        } \
        leave(); \
        return done; \
    }

FORCE(fsync)
FORCE(fdatasync)

int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *)
    enter();
    int done = real(from, to);
    if (done == 0 && inside(from)) {
        record('R', 0, from, 0, to, strlen(to));
        for (int file = 0; file < FILES; file++) {
            if (paths[file] != NULL && strcmp(paths[file], from) == 0) {
                free(paths[file]);
                paths[file] = strdup(to);
            }
        }
    }
    leave();
    return done;
}

#define GONE(name) \
    int name(const char *path) { \
        REAL(int, #name, const char *) \
        enter(); \
        int done = real(path); \
        if (done == 0 && inside(path)) { \
            record('D', 0, path, 0, "", 0); \
        } \
        leave(); \
        return done; \
    }

GONE(unlink)
GONE(remove)
GONE(rmdir)

int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t)
    enter();
    int done = real(path, mode);
    if (done == 0 && inside(path)) {
        record('M', 0, path, 0, "", 0);
    }
    leave();
    return done;
}

/* What follows writes, too, and is not expected: the test fails when it is used. */

static void unknown(int file, const char *name) {
    const char *path = path_of(file);
    if (path != NULL) {
        record('?', 0, path, 0, name, strlen(name));
    }
}

ssize_t sendfile64(int out, int in, off64_t *offset, size_t count) {
    REAL(ssize_t, "sendfile64", int, int, off64_t *, size_t)
    enter();
    unknown(out, "sendfile");
    ssize_t done = real(out, in, offset, count);
    leave();
    return done;
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t count, unsigned int flags) {
    REAL(ssize_t, "copy_file_range", int, off64_t *, int, off64_t *, size_t, unsigned int)
    enter();
    unknown(out, "copy_file_range");
    ssize_t done = real(in, from, out, to, count, flags);
    leave();
    return done;
}

#define MAP(name, type) \
    void *name(void *at, size_t length, int protection, int flags, int file, type offset) { \
        REAL(void *, #name, void *, size_t, int, int, int, type) \
        if (file >= 0 && (protection & PROT_WRITE) != 0 && (flags & MAP_SHARED) != 0) { \
            enter(); \
            unknown(file, "mmap"); \
            leave(); \
        } \
        return real(at, length, protection, flags, file, offset); \
    }

MAP(mmap, off_t)
MAP(mmap64, off64_t)
