import Foundation
import TestSupport
import Testing

/// Whether file systems may be mounted here.
private enum Mounting {
  static let isAllowed: Bool = {
    let script = """
      set -e
      place=$(mktemp -d)
      trap 'umount "$place/disk" 2>/dev/null || true; rm -rf "$place"' EXIT
      mkdir "$place/disk"
      truncate -s 8M "$place/image"
      mkfs.ext4 -q -F "$place/image"
      mount -o loop "$place/image" "$place/disk"
      """
    return (try? Program.run("/bin/bash", ["-c", script]))?.status == 0
  }()
}

/// Power cuts on a file system of its own. Where nothing may be mounted, as in some containers, there is no disk to cut off and
/// the tests are passed over.
@Suite(.serialized, .enabled(if: Mounting.isAllowed)) struct PowerCutTests {
  private func cut(_ more: [String]) throws -> Program.Outcome {
    let scene = try FaultScene(IngestFaultTests.bundles)
    return try Program.run(
      "/usr/bin/env", ["python3", Folder.here + "/powercut", scene.program, scene.path + "/fault.so"] + more)
  }

  @Test func nothingThatWasToldIsLost() throws {
    let outcome = try cut(["4"])
    #expect(outcome.status == 0, "\(outcome.said)")
    #expect(outcome.text.hasSuffix("power cuts: nothing lost, nothing twice\n"))
  }

  /// The same with syncs that do nothing must be seen.
  @Test func withoutSyncsItWouldBeSeen() throws {
    let outcome = try cut(["20", "--lie"])
    #expect(outcome.status == 1 && outcome.text.contains("receipts were told, 0 are in the ledger"), "\(outcome.said)")
  }
}
