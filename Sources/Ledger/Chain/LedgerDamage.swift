package import ReportingModel

/// What was read is not what was recorded: no figure is made from it (<doc:record#Held-against-its-entry>).
package struct LedgerDamage: Error, Sendable, Hashable {
  /// Where it shows.
  package enum Place: Sendable, Hashable {
    /// An entry, or what is kept beside it.
    case entry(Int64)
    /// A stored object.
    case object(Digest)
    /// The file as a whole: its schema.
    case file
  }

  /// What of an entry it is about.
  package enum Matter: String, Sendable, Hashable {
    /// The entry itself, and that it follows the one before.
    case chain
    /// The content kept beside it.
    case content
    /// The receipt kept beside it.
    case receipt
  }

  package let place: Place
  package let matter: Matter
  package let reason: LocalizedText

  package init(_ place: Place, _ vietnamese: String, _ english: String, about matter: Matter = .chain) {
    self.place = place
    self.matter = matter
    reason = LocalizedText(vietnamese, english)
  }

  /// The place and what is wrong there, on one line.
  package var message: LocalizedText {
    switch place {
    case .entry(let sequence):
      LocalizedText("mục \(sequence): \(reason.vietnamese)", "entry \(sequence): \(reason.english)")
    case .object(let digest):
      LocalizedText("đối tượng \(digest): \(reason.vietnamese)", "object \(digest): \(reason.english)")
    case .file: reason
    }
  }
}
