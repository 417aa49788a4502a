import VietnameseText
import ZipFormat

/// How names inside an archive become text: by the UTF-8 flag, the Unicode Path extra field, valid UTF-8, windows-1258 if it
/// then spells Vietnamese, else CP437 (<doc:bundle#Names-of-entries>); always in NFC.
enum BundleNames {
  static let naming = ZipNaming(decode: decode, fold: { caseFolded($0) })

  @Sendable static func decode(_ name: ZipRawName) -> String {
    if let path = name.unicodePath { return nfc(path) }
    if let text = String(validating: name.bytes, as: UTF8.self) { return nfc(text) }
    if let text = try? LegacyEncoding.windows1258.decode(name.bytes), SpellingScore(text).isFlawless {
      return nfc(text)
    }
    return (try? LegacyEncoding.cp437.decode(name.bytes)).map(nfc) ?? String(decoding: name.bytes, as: UTF8.self)
  }

  /// What macOS, Windows and open office programs leave behind, skipped in silence.
  static func isLeftover(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    let name = parts.last.map { $0.lowercased() } ?? ""
    let isLock = name.hasPrefix("~$") || (name.hasPrefix(".~lock.") && name.hasSuffix("#"))
    return parts.contains("__MACOSX") || name.hasPrefix("._") || isLock
      || [".ds_store", "thumbs.db", "desktop.ini"].contains(name)
  }
}
