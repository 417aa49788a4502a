// swift-tools-version: 6.2
import PackageDescription

/// `Tests/Fuzzing/run` sets it: everything is built with the counters that a fuzzer steers by.
let isFuzzing = Context.environment["TONGHOP_FUZZ"] != nil
let fuzzing: [String] = ["-sanitize=fuzzer,address"]

let house: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
  ] + (isFuzzing ? [.unsafeFlags(fuzzing)] : [])

/// One row a module: its name and what it may import. `Tests/ArchitectureTests` holds the sources against this table.
func module(_ name: String, _ imports: [String] = [], products: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: imports.map { .target(name: $0) } + products, path: "Sources/\(name)",
    swiftSettings: house)
}

func tests(_ name: String, _ imports: [String], path: String? = nil, exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: (imports + ["TestSupport"]).map { .target(name: $0) },
    path: path ?? "Tests/\(name)Tests",
    exclude: exclude, swiftSettings: house)
}

let package = Package(
  name: "tonghop",
  products: [.executable(name: "tonghop", targets: ["tonghop"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Rank 0: C libraries, and the files of Schemas/ as bytes.
    .systemLibrary(
      name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CPosix", path: "Sources/CPosix"),
    .target(name: "CSchemas", path: "Sources/CSchemas"),
    // Rank 1: formats, files and words.
    module("ReportingModel"),
    module("VietnameseText"),
    module("XMLReading", ["CLibXML2"]),
    module("ZipFormat", ["CZlib"]),
    module("Schemas", ["CSchemas"]),
    module("DurableFiles", ["CPosix"]),
    // Rank 2: what a regime is; digests.
    module("Hashing", ["ReportingModel"], products: [.product(name: "Crypto", package: "swift-crypto")]),
    module("CSVReading", ["VietnameseText"]),
    module("Regimes", ["ReportingModel", "VietnameseText", "XMLReading", "CSVReading"]),
    // Rank 3: the stages, each taking a value and giving a value.
    module("Inbox", ["ReportingModel", "DurableFiles"]),
    module("Bundles", ["ReportingModel", "VietnameseText", "ZipFormat", "Hashing"]),
    module("Submissions", ["ReportingModel", "VietnameseText", "Regimes", "Bundles", "XMLReading", "CSVReading"]),
    module("Validation", ["ReportingModel", "VietnameseText", "Hashing", "Regimes", "Submissions"]),
    module("Receipts", ["ReportingModel", "Regimes", "Submissions"]),
    module("Aggregation", ["ReportingModel", "VietnameseText", "Regimes"]),
    module(
      "Reports", ["ReportingModel", "Regimes", "Aggregation"],
      products: [.product(name: "Mustache", package: "swift-mustache")]),
    module("Rendering", ["ReportingModel", "Reports", "ZipFormat"]),
    module("Forms", ["ReportingModel", "Regimes", "Submissions", "XMLReading", "CSVReading"]),
    module("Synthesis", ["ReportingModel", "Regimes", "Submissions", "XMLReading", "CSVReading", "ZipFormat"]),
    // Rank 4: the record.
    module(
      "Ledger", ["ReportingModel", "DurableFiles", "Hashing"],
      products: [.product(name: "GRDB", package: "GRDB.swift")]),
    // Rank 5: order, transactions, answers.
    module(
      "Pipeline",
      [
        "ReportingModel", "DurableFiles", "Hashing", "Schemas", "XMLReading", "Regimes", "Inbox", "Bundles",
        "Submissions", "Validation", "Receipts", "Aggregation", "Reports", "Rendering", "Ledger",
      ]),
    // Rank 8: what people run.
    .executableTarget(
      name: "tonghop",
      dependencies: [
        "ReportingModel", "DurableFiles", "Schemas", "CSVReading", "Regimes", "Inbox", "Submissions", "Receipts",
        "Aggregation", "Reports", "Ledger", "Pipeline", "Forms", "Synthesis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"), .product(name: "Metrics", package: "swift-metrics"),
      ], path: "Sources/tonghop", swiftSettings: house),
    // Tests.
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: house),
    .target(
      name: "FuzzHarness",
      dependencies: [
        "ReportingModel", "Schemas", "XMLReading", "ZipFormat", "CSVReading", "Regimes", "Inbox", "Bundles",
        "Submissions", "Receipts", "Pipeline",
      ], path: "Tests/Fuzzing/Harness", swiftSettings: house),
    tests("ReportingModel", ["ReportingModel"]),
    tests("VietnameseText", ["VietnameseText"]),
    tests("XMLReading", ["XMLReading"]),
    tests("ZipFormat", ["ZipFormat", "Bundles"]),
    tests("CSVReading", ["CSVReading", "VietnameseText"]),
    tests("Regimes", ["Regimes", "ReportingModel", "XMLReading", "CSVReading", "VietnameseText"]),
    tests("Aggregation", ["Aggregation", "Regimes", "ReportingModel"]),
    tests("Inbox", ["Inbox", "DurableFiles"]),
    tests("Rendering", ["Rendering", "Reports", "ReportingModel", "ZipFormat"]),
    tests("Ledger", ["Ledger", "ReportingModel"]),
    tests(
      "Pipeline",
      [
        "Pipeline", "Validation", "Ledger", "Submissions", "Synthesis", "Receipts", "Reports", "Inbox", "Aggregation",
        "Regimes", "Schemas", "ReportingModel",
      ]),
    tests(
      "Gallery",
      [
        "Pipeline", "Reports", "Aggregation", "Receipts", "Inbox", "Submissions", "Regimes", "Schemas",
        "ReportingModel",
      ]),
    tests("Fuzzing", ["FuzzHarness", "ZipFormat"], path: "Tests/Fuzzing/Tests"),
    tests("Fault", ["tonghop"], exclude: ["fault.c", "check.py", "long", "powercut"]),
    tests("Architecture", ["ReportingModel"]),
    tests("EndToEnd", ["tonghop"]),
  ]
    + (isFuzzing
      ? [
        .executableTarget(
          name: "Fuzzer", dependencies: ["FuzzHarness"], path: "Tests/Fuzzing/Fuzzer",
          swiftSettings: house, linkerSettings: [.unsafeFlags(fuzzing + ["-use-ld=lld"])])
      ] : [])
)
