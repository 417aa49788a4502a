package import DurableFiles
import ReportingModel

/// The files that the writer has taken out of an inbox and not finished with.
///
/// A claim is a folder of its own, so that name and unit of the file stay what they were:
/// `inbox/.claimed/<slot>/[<unit>/]<name>`. It lies on the inbox's file system, where a rename is one step. Just before a
/// delivery is recorded its claim takes the number of its receipt as its name; so after a fall it is known, claim by claim,
/// what the ledger has and what it does not, and nothing is taken in twice.
package struct ClaimFolder: Sendable {
  package struct Claim: Sendable, Hashable {
    /// Name of the claim's own folder.
    package var name: String
    /// `nil` when the claim was made for a file outside the inbox, which stays where it is.
    package var delivery: Delivery?
    /// The number of the receipt that the delivery was about to get.
    package var receipt: Int?
  }

  private let inbox: String
  private var folder: String { inbox + "/.claimed" }

  package init(inbox: String) {
    self.inbox = inbox
  }

  /// The claims that are there, in the order in which they were made.
  package func all() throws(FileFault) -> [Claim] {
    guard DurableFiles.status(of: folder)?.kind == .folder else { return [] }
    var found: [(isNumbered: Bool, order: Int, claim: Claim)] = []
    for name in try DurableFiles.names(in: folder) {
      let isNumbered = name.hasPrefix(ClaimFolder.numbered)
      guard let order = Int(isNumbered ? name.dropFirst(ClaimFolder.numbered.count) : name[...]) else { continue }
      let delivery = try delivery(in: folder + "/" + name)
      found.append((isNumbered, order, Claim(name: name, delivery: delivery, receipt: isNumbered ? order : nil)))
    }
    // Those with a number were further on their way, so they were made before those without.
    return found.sorted { ($0.isNumbered ? 0 : 1, $0.order) < ($1.isNumbered ? 0 : 1, $1.order) }.map(\.claim)
  }

  private func delivery(in claim: String) throws(FileFault) -> Delivery? {
    for name in try DurableFiles.names(in: claim) {
      let path = claim + "/" + name
      switch DurableFiles.status(of: path)?.kind {
      case .regular: return Delivery(path: path, fileName: name, folderUnit: nil, isInInbox: true)
      case .folder:
        if let inner = try DurableFiles.names(in: path).first {
          return Delivery(path: path + "/" + inner, fileName: inner, folderUnit: name, isInInbox: true)
        }
      default: continue
      }
    }
    return nil
  }

  /// Takes a file out of the inbox.
  /// - Throws: a fault when it cannot be; then it lies where it lay.
  package func claim(_ delivery: Delivery, slot: Int) throws(FileFault) -> Claim {
    let name = String(slot)
    var place = folder + "/" + name
    if let unit = delivery.folderUnit { place += "/" + unit }
    try DurableFiles.makeFolder(place)
    var claimed = delivery
    claimed.path = place + "/" + delivery.fileName
    do throws(FileFault) {
      try DurableFiles.move(delivery.path, to: claimed.path)
    } catch {
      discard(Claim(name: name, delivery: claimed, receipt: nil))
      throw error
    }
    return Claim(name: name, delivery: claimed, receipt: nil)
  }

  /// A slot that no claim has, and after which there is none.
  package func nextSlot() throws(FileFault) -> Int {
    try all().map { Int($0.name) ?? 0 }.max().map { $0 + 1 } ?? 1
  }

  /// Gives a claim the number that its delivery's receipt is about to get; without a claim, for a file outside the inbox, one
  /// is made.
  package func number(_ claim: Claim?, _ receipt: Int) throws(FileFault) -> Claim {
    let name = ClaimFolder.numbered + String(receipt)
    guard let claim else {
      try DurableFiles.makeFolder(folder + "/" + name)
      return Claim(name: name, delivery: nil, receipt: receipt)
    }
    return try rename(claim, to: name, receipt)
  }

  /// Takes the number back: the ledger does not have the delivery.
  package func unnumber(_ claim: Claim, slot: Int) throws(FileFault) -> Claim {
    try rename(claim, to: String(slot), nil)
  }

  private func rename(_ claim: Claim, to name: String, _ receipt: Int?) throws(FileFault) -> Claim {
    let (from, to) = (folder + "/" + claim.name, folder + "/" + name)
    try DurableFiles.move(from, to: to)
    var renamed = Claim(name: name, delivery: claim.delivery, receipt: receipt)
    renamed.delivery?.path = to + (claim.delivery?.path.dropFirst(from.count) ?? "")
    return renamed
  }

  /// Makes the claims durable.
  package func sync() throws(FileFault) { try DurableFiles.syncAll(on: inbox) }

  /// Ends a claim: the file is gone from the inbox for good.
  package func finish(_ claim: Claim) throws(FileFault) {
    if let delivery = claim.delivery {
      do throws(FileFault) {
        try DurableFiles.remove(delivery.path)
      } catch {
        if !error.isMissing { throw error }
      }
    }
    discard(claim)
  }

  /// Puts a file back into the inbox under its own name, or leaves it claimed where another one has that name by now.
  package func putBack(_ claim: Claim) {
    guard let delivery = claim.delivery else { return discard(claim) }
    let place = inbox + (delivery.folderUnit.map { "/" + $0 } ?? "")
    guard !DurableFiles.exists(place + "/" + delivery.fileName) else { return }
    do throws(FileFault) {
      try DurableFiles.makeFolder(place)
      try DurableFiles.move(delivery.path, to: place + "/" + delivery.fileName)
      discard(claim)
    } catch {
      // It stays claimed, and is taken up again as every claim is.
    }
  }

  /// Removes what is left of a claim without its file; folders that are not empty stay.
  private func discard(_ claim: Claim) {
    let place = folder + "/" + claim.name
    for inner in (try? DurableFiles.names(in: place)) ?? [] { try? DurableFiles.removeFolder(place + "/" + inner) }
    try? DurableFiles.removeFolder(place)
    clear()
  }

  /// Removes the folder of claims when there are none.
  package func clear() { try? DurableFiles.removeFolder(folder) }

  private static let numbered = "BN-"
}
