/// The version of the program: what `--version` says, and what entries name as the program that made them.
package enum ProgramVersion {
  package static let current = "1.0"
}
