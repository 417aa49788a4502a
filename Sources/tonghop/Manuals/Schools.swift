/// What a school runs before it sends its report.
extension Check: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop check hk1.zip --units units.csv", "tonghop check hk1.zip --unit SO-THPT-001 --workspace w --json",
      ],
      endings: Ending.reading.finding(
        say("có gói chưa đạt; phiếu nêu từng chỗ.", "a bundle would not be taken; its receipt says why.")))
  }
}
