// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
]

/// One row a module: its name and what it may import. `Tests/ArchitectureTests` holds the sources against this table.
func module(_ name: String, _ imports: [String] = [], products: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: imports.map { .target(name: $0) } + products, path: "Sources/\(name)",
    swiftSettings: house)
}

let package = Package(
  name: "tonghop",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Rank 0: C libraries.
    .systemLibrary(name: "CPosix", path: "Sources/CPosix"),
    // Rank 1: formats and words.
    module("ReportingModel"),
    module("DurableFiles", ["CPosix"]),
    module("Hashing", ["ReportingModel"], products: [.product(name: "Crypto", package: "swift-crypto")]),
    // Rank 4: the record.
    module(
      "Ledger", ["ReportingModel", "DurableFiles", "Hashing"],
      products: [.product(name: "GRDB", package: "GRDB.swift")]),
  ]
)
