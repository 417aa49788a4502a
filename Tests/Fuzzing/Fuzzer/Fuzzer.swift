import FuzzHarness
import Glibc

/// Hands libFuzzer's inputs to the target that `FUZZ_TARGET` names.
@main
enum Fuzzer {
  private static let target: FuzzTarget = {
    guard let name = unsafe getenv("FUZZ_TARGET").map({ unsafe String(cString: $0) }),
      let target = FuzzTarget(rawValue: name)
    else { fatalError("FUZZ_TARGET names one of \(FuzzTarget.allCases.map(\.rawValue))") }
    return target
  }()

  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
    let status = unsafe runDriver(&count, &arguments) { start, count in
      let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
      if let law = Fuzzer.target.brokenLaw(bytes) { fatalError(law) }
      return 0
    }
    exit(status)
  }
}

/// libFuzzer's own loop, for programs that have a `main` already.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
