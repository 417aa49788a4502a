import Bundles
import DurableFiles
import Inbox
import ReportingModel
import Spooling
import Workspaces

/// A delivery that is being taken in, with its claim when it came through the inbox.
struct Arriving: Sendable {
  var delivery: Delivery
  /// As it was found in the inbox, until it is claimed.
  var file: InboxScan.File?
  var claim: ClaimFolder.Claim?

  /// How often reading it has failed to come to an end, when nobody tries again.
  var setAside: Int? {
    guard let tries = claim?.tries, tries >= Arriving.most else { return nil }
    return tries
  }

  /// After so many tries a delivery is set aside.
  static let most = 3
}

/// Deliveries that are read and examined side by side and recorded in one transaction: bounded in number, in bytes, in what these
/// are when inflated, and in what is found about them.
struct Batch {
  typealias Read = (arriving: Arriving, result: Result<ExaminedDelivery, FileFault>)

  var arriving: [Arriving] = []
  private var bytes: Int64 = 0
  private var inflated: Int64 = 0

  private static let count = 64
  private static let size: Int64 = 64 << 20
  /// A delivery that alone is more is alone in its batch.
  private static let inflatedSize: Int64 = 16 << 20
  /// Deliveries that are read side by side.
  private static let width = 4
  /// Findings that are held.
  private static let findings = 8000

  init(_ arriving: [Arriving] = []) { self.arriving = arriving }

  static func cut(_ arriving: [Arriving]) -> [Batch] {
    var batches: [Batch] = []
    var current = Batch()
    for one in arriving {
      let size = one.file?.status.size ?? DurableFiles.status(of: one.delivery.path)?.size ?? 0
      let inflated = DeclaredSize.of(one.delivery.path)
      if !current.arriving.isEmpty,
        current.arriving.count >= count || current.bytes + size > Batch.size
          || current.inflated + inflated > inflatedSize
      {
        batches.append(current)
        current = Batch()
      }
      current.arriving.append(one)
      current.bytes += size
      current.inflated += inflated
    }
    if !current.arriving.isEmpty { batches.append(current) }
    return batches
  }

  /// The same deliveries in batches of so many as are read side by side.
  var abreast: [Batch] {
    stride(from: 0, to: arriving.count, by: Batch.width).map {
      Batch(Array(arriving[$0..<min($0 + Batch.width, arriving.count)]))
    }
  }

  /// Takes deliveries from the front, reads and examines them, until all are read or enough was found; the results are in the
  /// order of the deliveries.
  mutating func readNext(
    with reader: DeliveryReader, _ court: Court, _ occasion: Occasion, into spool: Spool
  ) async -> [Read] {
    var results: [Read] = []
    var weight = 0
    while !arriving.isEmpty, weight < Batch.findings {
      let next = Array(arriving.prefix(Batch.width))
      arriving.removeFirst(next.count)
      let reads = await inOrder(next) { arriving -> Read in
        let delivery = arriving.delivery
        let result = Result { () throws(FileFault) in
          let opened = try reader.open(OpenFile(delivery.path), name: delivery.fileName, into: spool)
          return try court.examine(delivery, opened, by: reader, occasion, into: spool)
        }
        return (arriving, result)
      }
      weight += reads.reduce(0) { $0 + ((try? $1.result.get().weight) ?? 0) }
      results += reads
    }
    return results
  }
}

/// Does something for each of many, several at once; the results are in their order.
func inOrder<Item: Sendable, Value: Sendable>(
  _ items: [Item], _ body: @escaping @Sendable (Item) -> Value
) async -> [Value] {
  await withTaskGroup(of: (Int, Value).self) { group in
    for (index, item) in items.enumerated() { group.addTask { (index, body(item)) } }
    var results = [Value?](repeating: nil, count: items.count)
    for await (index, value) in group { results[index] = value }
    return results.compactMap { $0 }
  }
}
