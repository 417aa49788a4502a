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

/// The optimizer takes most of a cold release build. Modules that are a thousandth of any run's time do without it.
let unhurried: [SwiftSetting] = [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// One row a module: its name and what it imports. The sources are held against this table, edge by edge, and so is the
/// article on the architecture (<doc:architecture#Modules>).
func module(
  _ name: String, _ imports: [String] = [], products: [Target.Dependency] = [], isHot: Bool = true
) -> Target {
  .target(
    name: name, dependencies: imports.map { .target(name: $0) } + products, path: "Sources/\(name)",
    swiftSettings: isHot ? house : house + unhurried)
}

func tests(_ name: String, _ imports: [String], path: String? = nil, exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: imports.map { .target(name: $0) },
    path: path ?? "Tests/\(name)Tests",
    exclude: exclude, swiftSettings: house)
}

let package = Package(
  name: "tonghop",
  products: [.executable(name: "tonghop", targets: ["tonghop"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Rank 0: C libraries, and the files of Schemas/ as bytes.
    .systemLibrary(
      name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CPosix", path: "Sources/CPosix"),
    .systemLibrary(name: "CCrypto", path: "Sources/CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CSchemas", path: "Sources/CSchemas"),
    // Rank 1: the words everyone shares; one format or service each.
    module("DurableFiles", ["CPosix"]),
    module("Spooling", ["DurableFiles"]),
    module("ReportingModel", ["Spooling"]),
    module("VietnameseText"),
    module("XMLReading", ["Spooling", "CLibXML2"]),
    module("ZipFormat", ["Spooling", "CZlib"]),
    module("Schemas", ["CSchemas"]),
    module("Hashing", ["ReportingModel", "CCrypto"]),
    module("Documents", ["ReportingModel"]),
    module("QRCodes"),
    module("CSVReading", ["Spooling", "VietnameseText"]),
    // Rank 2: what must be reported, by whom, and who the units are; what an office sets.
    module("Regimes", ["ReportingModel", "VietnameseText", "XMLReading", "CSVReading"]),
    module("Settings", ["ReportingModel", "VietnameseText"], isHot: false),
    // Rank 3: the stages up to a verdict, and what makes bundles and forms.
    module("Inbox", ["ReportingModel", "DurableFiles"]),
    module("Bundles", ["Spooling", "ReportingModel", "VietnameseText", "ZipFormat", "Hashing"]),
    module(
      "Submissions", ["Spooling", "ReportingModel", "VietnameseText", "Regimes", "Bundles", "XMLReading", "CSVReading"]),
    module("Validation", ["Spooling", "ReportingModel", "VietnameseText", "Hashing", "Regimes", "Submissions"]),
    module("Forms", ["ReportingModel", "Regimes", "Submissions", "XMLReading", "CSVReading"], isHot: false),
    module("Synthesis", ["ReportingModel", "Regimes", "Submissions", "XMLReading", "CSVReading", "ZipFormat"]),
    // Rank 4: the record.
    module("Ledger", ["Spooling", "ReportingModel", "Hashing", "Validation"]),
    // Rank 5: what the entries say, and where their rows lie.
    module(
      "Register",
      ["Spooling", "ReportingModel", "VietnameseText", "Hashing", "Settings", "Regimes", "Validation", "Ledger"]),
    module("SQLiteStore", ["ReportingModel", "DurableFiles", "Ledger", "CSQLite"]),
    // Rank 6: figures.
    module("Aggregation", ["ReportingModel", "VietnameseText", "Regimes", "Register"]),
    // Rank 7: figures and findings as documents.
    module("Receipts", ["ReportingModel", "VietnameseText", "Documents", "QRCodes", "Regimes", "Submissions"]),
    module(
      "Reports", ["ReportingModel", "VietnameseText", "Documents", "Regimes", "Aggregation"],
      products: [.product(name: "Mustache", package: "swift-mustache")]),
    module(
      "Interchange",
      [
        "ReportingModel", "VietnameseText", "XMLReading", "ZipFormat", "CSVReading", "Documents", "Regimes",
        "Aggregation",
      ], isHot: false),
    module("Rendering", ["ReportingModel", "Documents", "ZipFormat"]),
    // Rank 8: a workspace to open, what comes in, what goes out.
    module(
      "Workspaces",
      [
        "ReportingModel", "Schemas", "DurableFiles", "Spooling", "Hashing", "Settings", "Regimes", "Inbox", "Ledger",
        "Register", "SQLiteStore", "Reports",
      ], isHot: false),
    module(
      "Intake",
      [
        "ReportingModel", "XMLReading", "Schemas", "DurableFiles", "Spooling", "Hashing", "Settings", "Regimes",
        "Inbox",
        "Bundles", "Submissions", "Validation", "Ledger", "Register", "Receipts", "Workspaces",
      ], isHot: false),
    module(
      "Office",
      [
        "ReportingModel", "VietnameseText", "DurableFiles", "Hashing", "CSVReading", "Settings", "Regimes",
        "Submissions", "Validation", "Ledger", "Register", "Aggregation", "Documents", "Reports", "Rendering",
        "Workspaces",
      ], isHot: false),
    // Rank 9: who trusts nobody.
    module(
      "Auditing",
      [
        "ReportingModel", "DurableFiles", "Spooling", "Hashing", "Settings", "Regimes", "Ledger", "Register",
        "SQLiteStore", "Aggregation", "Reports", "Workspaces", "Intake", "Office", "ZipFormat",
      ], isHot: false),
    // Rank 10: what people run.
    .executableTarget(
      name: "tonghop",
      dependencies: [
        "ReportingModel", "VietnameseText", "DurableFiles", "Schemas", "CSVReading", "Settings", "Regimes", "Inbox",
        "Receipts", "Aggregation", "Reports", "Rendering", "Interchange", "Ledger", "Register",
        "Workspaces",
        "Intake", "Office", "Auditing",
        "Forms", "Synthesis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"), .product(name: "Metrics", package: "swift-metrics"),
      ], path: "Sources/tonghop", swiftSettings: house + unhurried),
    // Tests.
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: house),
    .target(
      name: "StoreConformance", dependencies: ["ReportingModel", "Ledger"], path: "Tests/StoreConformance",
      swiftSettings: house),
    .target(
      name: "FuzzHarness",
      dependencies: [
        "ReportingModel", "Schemas", "XMLReading", "ZipFormat", "CSVReading", "Regimes", "Inbox", "Bundles",
        "Submissions", "Receipts", "Intake",
      ], path: "Tests/Fuzzing/Harness", swiftSettings: house),
    tests("ReportingModel", ["TestSupport", "Spooling", "ReportingModel"]),
    tests("Settings", ["TestSupport", "ReportingModel", "Settings"]),
    tests("Schemas", ["TestSupport", "Schemas"]),
    tests("DurableFiles", ["TestSupport", "DurableFiles"]),
    tests("Spooling", ["TestSupport", "DurableFiles", "Spooling"]),
    tests("Hashing", ["TestSupport", "ReportingModel", "Hashing"]),
    tests("VietnameseText", ["TestSupport", "VietnameseText"]),
    tests("XMLReading", ["TestSupport", "XMLReading"]),
    tests("ZipFormat", ["TestSupport", "Spooling", "ZipFormat", "Bundles"]),
    tests("CSVReading", ["TestSupport", "VietnameseText", "CSVReading"]),
    tests("Regimes", ["TestSupport", "ReportingModel", "Regimes"]),
    tests("Aggregation", ["TestSupport", "ReportingModel", "Regimes", "Register", "Aggregation"]),
    tests("Inbox", ["TestSupport", "DurableFiles", "Inbox"]),
    tests("Bundles", ["TestSupport", "Spooling", "ReportingModel", "ZipFormat", "Hashing", "Bundles"]),
    tests(
      "Submissions",
      ["TestSupport", "ReportingModel", "VietnameseText", "XMLReading", "Schemas", "Regimes", "Bundles", "Submissions"]),
    tests("Receipts", ["TestSupport", "ReportingModel", "Schemas", "Regimes", "Submissions", "Receipts"]),
    tests(
      "Validation", ["TestSupport", "ReportingModel", "Schemas", "Hashing", "Regimes", "Submissions", "Validation"]),
    tests(
      "Reports",
      [
        "TestSupport", "ReportingModel", "Documents", "Schemas", "Regimes", "Register", "Aggregation", "Reports",
        "Rendering",
      ]),
    tests("Documents", ["Documents"]),
    tests("QRCodes", ["TestSupport", "QRCodes"]),
    tests(
      "Interchange", ["TestSupport", "ReportingModel", "ZipFormat", "Schemas", "Regimes", "Aggregation", "Interchange"]),
    tests("Auditing", ["ReportingModel", "Auditing"]),
    tests("Rendering", ["TestSupport", "ReportingModel", "Documents", "ZipFormat", "Rendering"]),
    tests(
      "Forms", ["TestSupport", "ReportingModel", "XMLReading", "Schemas", "Regimes", "Bundles", "Submissions", "Forms"]),
    tests(
      "Synthesis",
      [
        "TestSupport", "Spooling", "ReportingModel", "XMLReading", "Schemas", "Regimes", "Bundles", "Submissions",
        "Validation", "Synthesis", "Register",
      ]),
    tests(
      "Ledger", ["TestSupport", "StoreConformance", "ReportingModel", "Hashing", "Ledger"],
      exclude: ["Tree/tlog.go", "Tree/known"]),
    tests(
      "SQLiteStore", ["TestSupport", "StoreConformance", "ReportingModel", "DurableFiles", "Ledger", "SQLiteStore"]),
    tests(
      "Register",
      ["TestSupport", "ReportingModel", "Schemas", "Regimes", "Settings", "Validation", "Ledger", "Register"]),
    tests(
      "Workspaces",
      ["TestSupport", "ReportingModel", "Hashing", "Settings", "Ledger", "Register", "Workspaces", "tonghop"]),
    tests(
      "Office",
      [
        "ReportingModel", "Regimes", "Settings", "Inbox", "Synthesis", "Ledger", "Register", "Aggregation", "Receipts",
        "Reports", "Workspaces", "Intake", "Office",
      ]),
    tests(
      "Intake",
      [
        "TestSupport", "ReportingModel", "VietnameseText", "Schemas", "Regimes", "Inbox", "Submissions", "Validation",
        "Synthesis",
        "Ledger", "Register", "Aggregation", "Receipts", "Reports", "Workspaces", "Intake", "Office",
      ]),
    tests(
      "Gallery",
      [
        "ReportingModel", "Schemas", "Regimes", "Inbox", "Submissions", "Aggregation", "Receipts", "Reports",
        "Workspaces", "Intake", "Office",
      ]),
    tests("Fuzzing", ["FuzzHarness"], path: "Tests/Fuzzing/Tests"),
    tests("Fault", ["TestSupport", "tonghop"], exclude: ["fault.c", "check.py", "long", "powercut", "race"]),
    tests("Architecture", ["TestSupport", "ReportingModel", "tonghop"]),
    tests("EndToEnd", ["TestSupport", "tonghop"], exclude: ["bare-root"]),
  ]
    + (isFuzzing
      ? [
        .executableTarget(
          name: "Fuzzer", dependencies: ["FuzzHarness"], path: "Tests/Fuzzing/Fuzzer",
          swiftSettings: house, linkerSettings: [.unsafeFlags(fuzzing + ["-use-ld=lld"])])
      ] : [])
)
