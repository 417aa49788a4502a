import TestSupport
import Testing

/// Every file below a folder with its mode, times, size, inode and bytes, but for the shared memory of a log.
func snapshot(_ folder: String) throws -> String {
  let script = """
    import hashlib, os, stat, sys
    for place, folders, files in os.walk(sys.argv[1]):
        folders.sort()
        for name in ['.'] + sorted(files):
            path = os.path.join(place, name)
            s = os.lstat(path)
            if name.endswith('-shm'): continue
            digest = hashlib.sha256(open(path, 'rb').read()).hexdigest() if stat.S_ISREG(s.st_mode) else '-'
            print(path, oct(s.st_mode), s.st_uid, s.st_ino, s.st_size if stat.S_ISREG(s.st_mode) else '-', s.st_mtime_ns, digest)
    """
  let listed = try Program.run("/usr/bin/env", ["python3", "-c", script, folder])
  #expect(listed.status == 0 && listed.text.count > 500, "\(listed.remarks)")
  return listed.text
}
