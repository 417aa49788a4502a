import Foundation
import TestSupport
import Testing

/// Somebody who may only write to the inbox cannot lead the program elsewhere. Where no other account can be taken on, there is
/// nobody to play that part and the test is passed over.
@Suite(.serialized, .enabled(if: geteuid() == 0)) struct RaceTests {
  @Test func whoMayOnlyWriteToTheInboxLeadsNobodyElsewhere() throws {
    let outcome = try Program.run(
      "/usr/bin/env",
      [
        "python3", Folder.here + "/race", Program.executable, FaultScene.samples + "/units.csv",
        FaultScene.samples + "/bundles/2027-01-20/thpt001-hk1.zip", "6",
      ])
    #expect(outcome.status == 0, "\(outcome.said)")
    #expect(outcome.text.hasSuffix("nothing led elsewhere\n"))
  }
}
