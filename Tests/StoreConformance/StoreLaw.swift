package import Ledger

/// A store to be held against the laws, and the ways to reach the same rows once more.
package struct StoreSubject: Sendable {
  /// Empty, and nobody else's.
  package let store: any LedgerStore
  /// Opens the same rows as another process that may append would.
  package let another: @Sendable () async throws -> any LedgerStore
  /// Opens the same rows as a process that only reads would.
  package let reader: @Sendable () async throws -> any LedgerStore

  package init(
    store: any LedgerStore, another: @escaping @Sendable () async throws -> any LedgerStore,
    reader: @escaping @Sendable () async throws -> any LedgerStore
  ) {
    self.store = store
    self.another = another
    self.reader = reader
  }
}

/// Something that every store must do, whichever it is. A store's tests run all of them:
///
///     @Test(arguments: StoreLaw.all) func keeps(_ law: StoreLaw) async throws { try await law.hold { … } }
package struct StoreLaw: Sendable, CustomStringConvertible {
  package let description: String
  private let body: @Sendable (StoreSubject) async throws -> Void

  init(_ description: String, _ body: @escaping @Sendable (StoreSubject) async throws -> Void) {
    self.description = description
    self.body = body
  }

  /// Holds a fresh store against the law; what it does not keep is recorded as an issue of the running test.
  package func hold(_ make: () async throws -> StoreSubject) async throws { try await body(make()) }

  package static let all = reading + beside + refusals + together
}

extension StoreSubject {
  /// The store itself and what a reader sees of it: both must say the same.
  func both() async throws -> [any LedgerStore] { [store, try await reader()] }

  /// Appends after whatever the store ends with.
  func append(_ additions: [LedgerAddition]) async throws {
    try await store.append(additions, after: try await store.head())
  }
}

extension LedgerStore {
  func head() async throws(StoreFault) -> LedgerHead {
    try await last().map { LedgerHead(sequence: $0.sequence, digest: $0.digest) } ?? .empty
  }

  /// All rows.
  func everything() async throws(StoreFault) -> [LedgerRow] {
    try await rows(RowQuery(Int64.min...Int64.max), limit: .max)
  }
}
