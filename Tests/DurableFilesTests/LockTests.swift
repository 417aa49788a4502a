import Foundation
import TestSupport
import Testing

@testable import DurableFiles

/// One writer at a time.
@Suite struct LockTests {
  private func isFree(_ path: String) throws -> Bool {
    guard let lock = try FileLock.take(path) else { return false }
    release(lock)
    return true
  }

  private func release(_ lock: consuming FileLock) {}

  @Test func aLockIsHeldUntilItIsReleased() throws {
    let folder = try Folder()
    let path = folder.path + "/lock"
    #expect(try isFree(path))
    guard let lock = try FileLock.take(path) else {
      Issue.record("the lock is not free")
      return
    }
    #expect(try !isFree(path))
    // Other locks are free, and so is this one for who only looks at the file.
    #expect(try isFree(folder.path + "/other"))
    #expect(try DurableFiles.read(path) == [])
    release(lock)
    #expect(try isFree(path))
  }

  @Test func anotherProcessSeesIt() throws {
    let folder = try Folder()
    let path = folder.path + "/lock"
    func others() throws -> Int32 { try Program.run("/usr/bin/env", ["flock", "-n", "-E", "42", path, "true"]).status }
    guard let lock = try FileLock.take(path) else {
      Issue.record("the lock is not free")
      return
    }
    #expect(try others() == 42)
    release(lock)
    #expect(try others() == 0)
  }

  @Test func aLockThatCannotBeTakenIsAFault() throws {
    let folder = try Folder()
    for (path, number) in [(folder.path + "/none/lock", ENOENT), (folder.path, EISDIR)] {
      #expect(throws: FileFault(operation: "lock", path: path, errorNumber: number)) { try isFree(path) }
    }
  }
}
