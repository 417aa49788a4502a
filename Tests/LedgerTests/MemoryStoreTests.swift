import Ledger
import StoreConformance
import Testing

/// The store in memory keeps what every store keeps.
@Suite struct MemoryStoreTests {
  @Test(arguments: StoreLaw.all) func keeps(_ law: StoreLaw) async throws {
    try await law.hold {
      let store = MemoryStore()
      return StoreSubject(store: store, another: { store }, reader: { store })
    }
  }
}
