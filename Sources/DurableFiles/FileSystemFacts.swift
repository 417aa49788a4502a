private import CPosix
private import Glibc

/// What the system says about the file system that a folder lies on.
package struct FileSystemFacts: Sendable, Hashable {
  /// `ext4`, `nfs`, …; the number in hexadecimal for one that is not known here.
  package let name: String
  /// Its files may be changed by other machines, which sends no events to this one.
  package let isRemote: Bool
  /// Bytes that this account may still write.
  package let freeBytes: Int64

  /// Magic numbers of statfs(2), with whether the files lie on another machine.
  private static let known: [UInt64: (name: String, isRemote: Bool)] = [
    0xEF53: ("ext4", false), 0x5846_5342: ("xfs", false), 0x9123_683E: ("btrfs", false), 0x0102_1994: ("tmpfs", false),
    0x794C_7630: ("overlayfs", false), 0x2FC1_2FC1: ("zfs", false), 0xF2F5_2010: ("f2fs", false),
    0x4D44: ("fat", false), 0x2011_BAB0: ("exfat", false), 0x5346_544E: ("ntfs", false), 0x6969: ("nfs", true),
    0xFF53_4D42: ("cifs", true), 0xFE53_4D42: ("smb2", true), 0x517B: ("smb", true), 0x6573_5546: ("fuse", true),
    0x0102_1997: ("9p", true), 0x00C3_6400: ("ceph", true),
  ]

  package init(of folder: String) throws(FileFault) {
    var found = statfs()
    guard unsafe statfs(folder, &found) == 0 else { throw DurableFiles.fault("statfs", folder) }
    let magic = UInt64(truncatingIfNeeded: found.f_type) & 0xFFFF_FFFF
    (name, isRemote) = FileSystemFacts.known[magic] ?? ("0x" + String(magic, radix: 16), true)
    let free = UInt64(found.f_bavail).multipliedReportingOverflow(by: UInt64(truncatingIfNeeded: found.f_bsize))
    freeBytes = free.overflow ? Int64.max : Int64(clamping: free.partialValue)
  }
}
