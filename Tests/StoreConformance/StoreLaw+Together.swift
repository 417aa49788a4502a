import Ledger
import ReportingModel
import Testing

/// Several use the same rows at once.
extension StoreLaw {
  static let together = [
    StoreLaw("of those that know the same end one appends") { subject in
      let others = try await [subject.another(), subject.another(), subject.another()]
      let writers = [subject.store] + others
      for round in 0..<25 {
        let head = try await subject.store.head()
        let faults = await withTaskGroup(of: StoreFault?.self) { group in
          for (salt, writer) in writers.enumerated() {
            group.addTask {
              let first = head.sequence + 1
              let additions = SampleRows.additions(first...(first + 2), salt: UInt8(salt))
              do throws(StoreFault) { try await writer.append(additions, after: head) } catch { return error }
              return nil
            }
          }
          return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(faults.count { $0 == nil } == 1, "round \(round): \(faults)")
        #expect(faults.compactMap { $0 }.allSatisfy { $0.kind == .overtaken }, "round \(round): \(faults)")
      }
      let rows = try await subject.store.everything()
      #expect(rows.map(\.sequence) == Array(1...75))
      // Each batch is one writer's.
      for batch in stride(from: 0, to: 75, by: 3) {
        let salt = rows[batch].digest.bytes[8]
        let first = Int64(batch) + 1
        #expect(Array(rows[batch..<(batch + 3)]) == SampleRows.additions(first...(first + 2), salt: salt).map(\.row))
      }
      for writer in try await writers + [subject.reader()] { #expect(try await writer.everything() == rows) }
    },
    StoreLaw("who reads beside a writer sees the beginning, in whole batches") { subject in
      let batches: Int64 = 60
      let all = SampleRows.additions(1...(batches * 3))
      try await subject.append(Array(all[0..<3]))
      let readers = try await [subject.reader(), subject.reader(), subject.another(), subject.store]
      try await withThrowingTaskGroup(of: Void.self) { group in
        for reader in readers {
          group.addTask {
            var seen = 0
            repeat {
              let rows = try await reader.everything()
              #expect(rows.count % 3 == 0 && rows.count >= seen && rows.count >= 3)
              #expect(rows == all.prefix(rows.count).map(\.row))
              let end = try await reader.last()?.sequence ?? 0
              #expect(end >= Int64(rows.count))
              seen = rows.count
              // A store that never waits would keep the writer from its turn.
              await Task.yield()
            } while seen < all.count && !Task.isCancelled
          }
        }
        group.addTask {
          for batch in 1..<Int(batches) { try await subject.append(Array(all[(batch * 3)..<(batch * 3 + 3)])) }
        }
        try await group.waitForAll()
      }
    },
    StoreLaw("what is there stays there when it is opened anew") { subject in
      let additions = SampleRows.additions(1...12)
      try await subject.append(additions)
      let another = try await subject.another()
      try await another.append(SampleRows.additions(13...15), after: another.head())
      for store in try await subject.both() + [another] {
        #expect(try await store.everything() == SampleRows.additions(1...15).map(\.row))
        #expect(try await store.contents(of: [14])[14] == SampleRows.addition(14).content?.bytes)
        #expect(try await store.receipt(5) == SampleRows.addition(13).receipt)
      }
    },
  ]
}
