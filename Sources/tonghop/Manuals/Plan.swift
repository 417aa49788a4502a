/// What the office runs when the plan or the units change.
extension Units.Import: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop units import units.csv --workspace w",
        "tonghop units import units.csv --operator office --workspace w",
      ], endings: Ending.writing)
  }
}

extension Units.List: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop units list --workspace w", "tonghop units list --level THPT --on 31/01/2027 --json --workspace w",
      ], endings: Ending.reading)
  }
}

extension Units.Diff: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop units diff units.csv --workspace w", "tonghop units diff --as-of 3 --workspace w"],
      endings: Ending.reading)
  }
}

extension RegimeCommand.Show: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop regime show", "tonghop regime show --xml --workspace w"], endings: Ending.reading)
  }
}

extension RegimeCommand.Check: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop regime check", "tonghop regime check regime.xml"],
      endings: Ending.reading.finding(say("chế độ báo cáo có lỗi.", "the regime has faults.")))
  }
}

extension RegimeCommand.Test: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop regime test", "tonghop regime test regime.xml --workspace w"],
      endings: Ending.reading.finding(
        say("có ví dụ không đúng như quy tắc nêu.", "an example does not come out as its rule says.")))
  }
}

extension RegimeCommand.Import: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop regime import regime.xml --workspace w",
        "tonghop regime import regime.xml --operator office --workspace w",
      ], endings: Ending.writing)
  }
}
