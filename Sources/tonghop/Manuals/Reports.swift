import Regimes

/// The department's reports.
extension Report.Semester: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop report semester HK1/2026-2027 --out reports --workspace w",
        "tonghop report semester hk1/2026-2027 --format json --as-of 40 --workspace w",
      ], endings: Ending.making)
  }
}

extension Report.SchoolYears: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop report school-year 2026-2027 --out reports --workspace w",
        "tonghop report school-year 2026-2027 --save --workspace w",
      ], endings: Ending.making)
  }
}

extension Report.Outgoing: Explained {
  static var manual: Manual {
    let call = "tonghop report \(Calendar.kind.rawValue) \(Calendar.example)"
    let copy = Calendar.kind == .halfYear ? "ubnd-tinh" : "so-gddt"
    return Manual(
      examples: [
        "\(call) --to \(copy) --out reports --workspace w", "\(call) --to bo-gddt --format json --workspace w",
      ], endings: Ending.making)
  }
}

extension Report.AdHoc: Explained {
  static var manual: Manual {
    let title = say("Truyền thông quý I", "First quarter")
    return Manual(
      examples: [
        "tonghop report ad-hoc --from 01/01/2027 --to 31/03/2027 --title \"\(title)\" --out reports --workspace w",
        "tonghop report ad-hoc --request BC12-2026 --to ubnd-tinh --out reports --workspace w",
      ], endings: Ending.making)
  }
}

extension Report.Issue: Explained {
  static var manual: Manual {
    let signer = say("\"Nguyễn Văn A\"", "\"N. V. A.\"")
    return Manual(
      examples: [
        "tonghop report issue half-year-2027-1-ubnd-tinh-n120 --number 05/BC-SGDĐT --date 16/06/2027 --signer \(signer) --yes --workspace w",
        "tonghop report issue year-2027-bo-gddt-n300 --number 31/BC-SGDĐT --date 2027-12-20 --signer \(signer) --workspace w",
      ],
      endings: Ending.making + [.tryAgain])
  }
}

extension Report.List: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop report list --workspace w", "tonghop report list --drafts --json --workspace w"],
      endings: Ending.reading)
  }
}

extension Report.Template.Export: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop report template export mau.docx --name bo-gddt --workspace w",
        "tonghop report template export khung.docx --name khung --workspace w",
      ], endings: Ending.making)
  }
}

extension Report.Template.Import: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop report template import mau.docx --name half-year.bo-gddt --workspace w",
        "tonghop report template import half-year.ubnd-tinh.mustache --name half-year.ubnd-tinh --workspace w",
      ], endings: Ending.writing)
  }
}

extension Report.Lint: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop report lint bao-cao.docx", "tonghop report lint so-lieu.xlsx --json"],
      endings: Ending.reading.finding(say("có điểm phải xem lại.", "there are findings.")))
  }
}

extension Report.Amend: Explained {
  static var manual: Manual {
    let reason = say("\"3 đơn vị gửi bổ sung\"", "\"3 late units\"")
    return Manual(
      examples: [
        "tonghop report amend half-year-2027-1-ubnd-tinh-v1 --reason \(reason) --yes --workspace w",
        "tonghop report amend year-2027-bo-gddt-v1 --reason \(reason) --text loi-van.txt --yes --workspace w",
      ], endings: Ending.making + [.tryAgain])
  }
}

extension Report.Attach: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop report attach half-year-2027-1-ubnd-tinh-v1 ban-ky.pdf --workspace w",
        "tonghop report attach year-2027-bo-gddt-v1 ban-ky.pdf --operator vp01 --workspace w",
      ], endings: Ending.writing)
  }
}
