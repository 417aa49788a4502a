import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What a writer leaves that is killed after its commit: rows in the log that are not in the ledger's file yet.
enum Leftover {
  static func log(_ desk: Desk) throws {
    let file = try desk.bundle("TR-00003")
    let base = try Data(contentsOf: URL(filePath: desk.w + "/ledger.sqlite"))
    // While somebody reads, the writer that ends cannot move its log into the file.
    let holding = """
      import shutil, sqlite3, subprocess, sys
      w = sys.argv[1]
      reader = sqlite3.connect(w + '/ledger.sqlite')
      reader.execute('BEGIN'); reader.execute('SELECT count(*) FROM entry').fetchone()
      done = subprocess.run(sys.argv[2:])
      for name in ['', '-wal', '-shm']: shutil.copyfile(w + '/ledger.sqlite' + name, w + '/kept' + name)
      reader.close()
      import os
      for name in ['', '-wal', '-shm']: os.replace(w + '/kept' + name, w + '/ledger.sqlite' + name)
      sys.exit(done.returncode)
      """
    let outcome = try Program.run(
      "/usr/bin/env",
      [
        "python3", "-c", holding, desk.w, Program.executable, "ingest", file, "--workspace", desk.w, "--now",
        "2027-02-03T08:00:00+07:00",
      ])
    #expect(outcome.status == 0, "\(outcome.remarks)")
    #expect(try Data(contentsOf: URL(filePath: desk.w + "/ledger.sqlite")) == base)
    #expect(try Data(contentsOf: URL(filePath: desk.w + "/ledger.sqlite-wal")).count > 1000)
  }
}

/// Another account of the machine.
enum Account {
  static let canChange = geteuid() == 0

  /// Runs the program as an account that owns nothing.
  /// - Parameter isInGroup: it is in the group of what this account makes, as who else is to read a workspace is.
  static func nobody(_ arguments: [String], isInGroup: Bool = false) throws -> Program.Outcome {
    let groups = isInGroup ? "--groups=\(getegid())" : "--clear-groups"
    return try Program.run(
      "/usr/bin/env", ["setpriv", "--reuid=65534", "--regid=65534", groups, Program.executable] + arguments, in: "/")
  }
}
