import Bundles
import DurableFiles
import Inbox
import Spooling

/// A delivery that is being taken in, with its claim when it came through the inbox.
struct Arriving: Sendable {
  var delivery: Delivery
  var claim: ClaimFolder.Claim?
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
  private static let abreast = 4
  /// Findings that are held.
  private static let findings = 8000

  static func cut(_ arriving: [Arriving]) -> [Batch] {
    var batches: [Batch] = []
    var current = Batch()
    for one in arriving {
      let size = DurableFiles.status(of: one.delivery.path)?.size ?? 0
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

  /// Reads and examines deliveries from the front, until all are read or enough was found; the results are in the order of the
  /// deliveries.
  /// - Returns: nothing when all were read before.
  mutating func readNext(
    with reader: DeliveryReader, _ court: Court, _ occasion: Occasion, into spool: Spool
  ) async -> [Read] {
    var results: [Read] = []
    var weight = 0
    while !arriving.isEmpty, weight < Batch.findings {
      let next = Array(arriving.prefix(Batch.abreast))
      arriving.removeFirst(next.count)
      let reads = await Batch.read(next, with: reader, court, occasion, into: spool)
      weight += reads.reduce(0) { $0 + ((try? $1.result.get().weight) ?? 0) }
      results += reads
    }
    return results
  }

  private static func read(
    _ arriving: [Arriving], with reader: DeliveryReader, _ court: Court, _ occasion: Occasion, into spool: Spool
  ) async -> [Read] {
    await withTaskGroup(of: (Int, Read).self) { group in
      for (index, arriving) in arriving.enumerated() {
        group.addTask {
          let result = Result { () throws(FileFault) in
            let delivery = arriving.delivery
            let opened = try reader.open(file: delivery.path, name: delivery.fileName, into: spool)
            return try court.examine(delivery, opened, by: reader, occasion, into: spool)
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
