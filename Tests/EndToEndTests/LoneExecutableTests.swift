import Foundation
import TestSupport
import Testing

/// Where the release build lies that holds Swift's runtime; `Tests/run`, which makes it, says so.
private enum LoneExecutable {
  static let path = ProcessInfo.processInfo.environment["TONGHOP_EXECUTABLE"] ?? ""
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) && geteuid() == 0 }
}

/// The release build on a machine without Swift: a root folder that holds the four libraries of Debian that it names, and what
/// these need.
@Suite(.enabled(if: LoneExecutable.isThere, "needs the release build of Tests/run, and root to change the root folder"))
struct LoneExecutableTests {
  /// What `ldd` may name: the four packages and what they bring along.
  @Test func itNamesNoLibraryOfSwift() throws {
    let named = try Program.run("/usr/bin/env", ["ldd", LoneExecutable.path]).text
    #expect(!named.contains("swift") && !named.contains("Foundation"), "\(named)")
    #expect(!named.contains("not found"), "\(named)")
  }

  @Test func itRunsInABareRoot() throws {
    let folder = try Folder()
    let root = folder.path + "/root"
    let made = try Program.run(Program.root + "/Tests/EndToEndTests/bare-root", [root])
    #expect(made.status == 0, "\(made.remarks)")
    #expect(made.text.split(separator: "\n").contains("libssl3"))
    let packed = root + "/tonghop"
    let stripped = try Program.run("/usr/bin/env", ["strip", "-o", packed, LoneExecutable.path])
    #expect(stripped.status == 0, "\(stripped.remarks)")
    try FileManager.default.copyItem(atPath: Program.root + "/Samples/LD-NQ57", toPath: root + "/samples")

    // A process finds its own arguments under /proc, as on any machine.
    let enter = "mkdir -p $0/proc && mount --bind /proc $0/proc && exec chroot $0 /tonghop \"$@\""
    func inside(_ arguments: [String]) throws -> Program.Outcome {
      try Program.run(
        "/usr/bin/env", ["unshare", "-m", "sh", "-c", enter, root] + arguments, environment: ["LANG": "C"])
    }
    let version = try inside(["--version"])
    #expect(version.text == "tonghop 1.0\n", "\(version.remarks)")
    let demo = try inside(["demo", "/demo", "--samples", "/samples"])
    #expect(demo.status == 0, "\(demo.remarks)")
    let report = "demo/reports/half-year-2027-1-ubnd-tinh.docx"
    let bytes = try Data(contentsOf: URL(filePath: root + "/" + report))
    let here = try DemoTests.folder.data(report)
    #expect(bytes == here, "the same bytes as here")
  }
}
