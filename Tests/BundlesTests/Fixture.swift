import Bundles
import ReportingModel
import Spooling
import ZipFormat

/// Small archives, and what becomes of them.
enum Fixture {
  static let layout = BundleLayout(
    headerFile: "thong-tin.csv", blockFiles: ["thong-tin.csv", "hoat-dong.csv", "chi-tieu.csv"],
    evidenceFolder: "minh-chung", passedOver: ["bang-ma.txt"])

  static func zip(_ files: [(String, [UInt8])]) -> [UInt8] {
    var writer = ZipWriter()
    for (name, bytes) in files { writer.add(name: name, bytes: bytes) }
    return writer.finish()
  }

  /// An archive of files that hold their own names; a name that ends in a slash is a folder.
  static func zip(_ names: String...) -> [UInt8] { zip(names.map { ($0, $0.hasSuffix("/") ? [] : Array($0.utf8)) }) }

  /// The bundle; `nil` when the archive cannot be read.
  static func open(_ bytes: [UInt8], _ change: (inout BundleLimits) -> Void = { _ in }) -> SubmissionBundle? {
    guard case .bundle(let bundle) = read(bytes, change) else { return nil }
    return bundle
  }

  /// What is said of an archive that cannot be read; `nil` when it can.
  static func refused(_ bytes: [UInt8], _ change: (inout BundleLimits) -> Void = { _ in }) -> Finding? {
    guard case .unreadable(let findings) = read(bytes, change) else { return nil }
    return findings.count == 1 ? findings[0] : nil
  }

  private static func read(_ bytes: [UInt8], _ change: (inout BundleLimits) -> Void) -> BundleReading {
    var limits = BundleLimits()
    change(&limits)
    return BundleReader(limits: limits, layout: layout).read(
      SpooledBytes(bytes), name: "gói.zip", into: .held)
  }
}
