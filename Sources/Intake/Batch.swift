import DurableFiles
import Inbox

/// A delivery that is being taken in, with its claim when it came through the inbox.
struct Arriving: Sendable {
  var delivery: Delivery
  var claim: ClaimFolder.Claim?
}

/// Deliveries that are read and examined side by side and recorded in one transaction: bounded in number and in bytes.
struct Batch {
  typealias Read = (arriving: Arriving, result: Result<ExaminedDelivery, FileFault>)

  var arriving: [Arriving] = []
  private var bytes: Int64 = 0

  private static let count = 64
  private static let size: Int64 = 64 << 20

  static func cut(_ arriving: [Arriving]) -> [Batch] {
    var batches: [Batch] = []
    var current = Batch()
    for one in arriving {
      let size = DurableFiles.status(of: one.delivery.path)?.size ?? 0
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
    await withTaskGroup(of: (Int, Read).self) { group in
      for (index, arriving) in arriving.enumerated() {
        group.addTask {
          let result = Result { () throws(FileFault) in
            let read = try reader.read(file: arriving.delivery.path, name: arriving.delivery.fileName)
            return court.examine(arriving.delivery, read, occasion)
          }
          return (index, (arriving, result))
        }
      }
      var results = [Read?](repeating: nil, count: arriving.count)
      for await (index, read) in group { results[index] = read }
      return results.compactMap { $0 }
    }
  }
}
