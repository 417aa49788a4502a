import DurableFiles
import Inbox
import ReportingModel

/// Deliveries that are read side by side and recorded in one transaction: bounded in number and in bytes.
struct Batch {
  typealias Read = (bytes: [UInt8], delivery: ReadDelivery)

  var deliveries: [Delivery] = []
  private var bytes: Int64 = 0

  private static let count = 64
  private static let size: Int64 = 64 << 20

  static func cut(_ deliveries: [Delivery]) -> [Batch] {
    var batches: [Batch] = []
    var current = Batch()
    for delivery in deliveries {
      let size = DurableFiles.status(of: delivery.path)?.size ?? 0
      if !current.deliveries.isEmpty, current.deliveries.count >= count || current.bytes + size > Batch.size {
        batches.append(current)
        current = Batch()
      }
      current.deliveries.append(delivery)
      current.bytes += size
    }
    if !current.deliveries.isEmpty { batches.append(current) }
    return batches
  }

  /// Reads every delivery, several at once; the results are in the order of the deliveries.
  func read(with reader: DeliveryReader) async throws -> [Read] {
    try await withThrowingTaskGroup(of: (Int, Read).self) { group in
      for (index, delivery) in deliveries.enumerated() {
        group.addTask {
          let bytes = try DurableFiles.read(delivery.path)
          return (index, (bytes, reader.read(bytes, name: delivery.fileName)))
        }
      }
      var results = [Read?](repeating: nil, count: deliveries.count)
      for try await (index, read) in group { results[index] = read }
      return results.compactMap { $0 }
    }
  }
}
