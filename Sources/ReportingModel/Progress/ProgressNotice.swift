/// Hears how far a long work has come: how much is done, of how much. It is for the eyes only: nothing that is stored or
/// counted may depend on it.
package typealias ProgressNotice = @Sendable (_ done: Int, _ total: Int) -> Void
