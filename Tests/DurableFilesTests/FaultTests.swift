import Foundation
import Testing

@testable import DurableFiles

/// Faults name the operation and the path, and tell apart what people can do about them.
@Suite struct FaultTests {
  private func fault(_ number: Int32, _ operation: String = "write") -> FileFault {
    FileFault(operation: operation, path: "/w/a.zip", errorNumber: number)
  }

  @Test func theDescriptionNamesAll() {
    #expect(fault(ENOSPC).description == "write /w/a.zip: No space left on device")
    #expect(fault(EACCES, "open").description == "open /w/a.zip: Permission denied")
    #expect(fault(9999).description.hasPrefix("write /w/a.zip: "))
  }

  @Test func somethingIsMissing() {
    for number in 1...133 as ClosedRange<Int32> {
      #expect(fault(number).isMissing == [ENOENT, ENOTDIR].contains(number), "\(number)")
    }
  }

  /// Making something where nothing is, is refused another way than opening what is not there.
  @Test func nothingCanBeMadeThere() {
    for number in 1...133 as ClosedRange<Int32> {
      let refused = [EACCES, EROFS, EPERM, EEXIST].contains(number)
      #expect(fault(number).cannotCreate == refused, "\(number)")
      #expect(fault(number, "create").cannotCreate == (refused || [ENOENT, ENOTDIR].contains(number)), "\(number)")
    }
  }
}
