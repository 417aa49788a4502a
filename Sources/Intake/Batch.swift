import DurableFiles
import Inbox
import ReportingModel
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

/// Deliveries that are read and examined side by side and recorded in one transaction: bounded in number and in bytes.
struct Batch {
  typealias Read = (arriving: Arriving, result: Result<ExaminedDelivery, FileFault>)

  var arriving: [Arriving] = []
  private var bytes: Int64 = 0

  private static let count = 64
  private static let size: Int64 = 64 << 20

  init(_ arriving: [Arriving] = []) { self.arriving = arriving }

  static func cut(_ arriving: [Arriving]) -> [Batch] {
    var batches: [Batch] = []
    var current = Batch()
    for one in arriving {
      let size = one.file?.status.size ?? DurableFiles.status(of: one.delivery.path)?.size ?? 0
      if !current.arriving.isEmpty, current.arriving.count >= count || current.bytes + size > Batch.size {
        batches.append(current)
        current = Batch()
      }
      current.arriving.append(one)
      current.bytes += size
    }
    if !current.arriving.isEmpty { batches.append(current) }
    return batches
  }

  /// Reads and examines every delivery, several at once; the results are in the order of the deliveries.
  func read(with reader: DeliveryReader, _ court: Court, _ occasion: Occasion) async -> [Read] {
    await inOrder(arriving) { arriving in
      let result = Result { () throws(FileFault) in
        let read = try reader.read(OpenFile(arriving.delivery.path), name: arriving.delivery.fileName)
        return court.examine(arriving.delivery, read, occasion)
      }
      return (arriving, result)
    }
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
