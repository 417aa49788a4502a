/// For who trusts nobody.
extension Audit.Verify: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop audit verify --workspace w", "tonghop audit verify --json --workspace w"],
      endings: Ending.reading.finding(say("có chỗ không khớp.", "something does not agree.")))
  }
}

extension Audit.RerunCommand: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop audit rerun half-year-2027-1-ubnd-tinh-v1 --workspace w",
        "tonghop audit rerun half-year-2027-1-ubnd-tinh-v1 --json --workspace w",
      ], endings: Ending.reading.finding(say("có chỗ không khớp.", "something does not agree.")))
  }
}

extension Audit.Explain: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop audit explain half-year-2027-1-ubnd-tinh-v1 total.records --workspace w",
        "tonghop audit explain half-year-2027-1-ubnd-tinh-v1 byMonth.2027-03.soNguoi --json --workspace w",
      ], endings: Ending.reading)
  }
}

extension Audit.Diff: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop audit diff half-year-2027-1-ubnd-tinh-v1 half-year-2027-1-ubnd-tinh-v2 --workspace w",
        "tonghop audit diff half-year-2027-1-bo-gddt-n120 half-year-2027-1-bo-gddt-n130 --json --workspace w",
      ], endings: Ending.reading)
  }
}

extension Audit.ExportCommand: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop audit export half-year-2027-1-ubnd-tinh-v1 doi-soat.zip --workspace w",
        "tonghop audit export half-year-2027-1-ubnd-tinh-v1 doi-soat.zip --redact --workspace w",
        "tonghop audit export --contents noi-dung.zip --workspace w",
      ], endings: Ending.making)
  }
}

extension Audit.ReplayCommand: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop audit replay doi-soat.zip", "tonghop audit replay doi-soat.zip --json"],
      endings: Ending.reading.finding(say("có chỗ không khớp.", "something does not agree.")))
  }
}

extension Audit.ReceiptCommand: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop audit receipt hk1.zip.BN-000012.bien-nhan.json --key ledger.pub",
        "tonghop audit receipt hk1.zip.BN-000012.bien-nhan.json --proof bang-chung.tlog-proof --json",
      ], endings: Ending.reading.finding(say("phiếu không chứng minh được.", "the receipt is not proven.")))
  }
}

extension Audit.Log: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop audit log --workspace w", "tonghop audit log --from 100 --kind report --json --workspace w"],
      endings: Ending.reading)
  }
}

extension Audit.CheckpointCommand: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop audit checkpoint --workspace w", "tonghop audit checkpoint --workspace w > dau-so.txt"],
      endings: Ending.reading)
  }
}

extension Audit.ConsistencyCommand: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop audit consistency dau-so.txt --workspace w",
        "tonghop audit consistency dau-so.txt --json --workspace w",
      ], endings: Ending.reading.finding(say("sổ không phải sổ ấy.", "the ledger is not that one.")))
  }
}

extension Audit.Key.Show: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop audit key show --workspace w", "tonghop audit key show --workspace w > ledger.pub"],
      endings: Ending.reading)
  }
}

extension Audit.Key.Rotate: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop audit key rotate --workspace w", "tonghop audit key rotate --operator qt01 --workspace w"],
      endings: Ending.writing)
  }
}

extension Audit.Key.Renew: Explained {
  static var manual: Manual {
    let reason = say("\"hỏng đĩa\"", "\"disk failure\"")
    return Manual(
      examples: [
        "tonghop audit key renew --lost --reason \(reason) --workspace w",
        "tonghop audit key renew --lost --reason \(reason) --operator qt01 --workspace w",
      ], endings: Ending.writing)
  }
}
