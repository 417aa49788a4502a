import Bundles
import DurableFiles

/// What a file says that it is when inflated, without opening it as an archive: no more ever comes out of it.
enum DeclaredSize {
  static func of(_ path: String) -> Int64 {
    let size = DurableFiles.status(of: path)?.size ?? 0
    guard let tail = try? DurableFiles.ends(of: path, head: 0, tail: BundleCompleteness.tailCount).tail,
      let place = BundleCompleteness.directory(tail: tail, size: size)
    else { return size }
    // What has no directory of a usual size is read alone, whatever it is.
    guard place.count <= 4 << 20,
      let directory = try? DurableFiles.bytes(of: path, from: Int(place.lowerBound), count: place.count)
    else { return 1 << 40 }
    return max(size, BundleCompleteness.inflatedSize(directory: directory))
  }
}
