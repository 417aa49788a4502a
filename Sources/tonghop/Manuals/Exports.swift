/// Figures for other systems.
extension Export.Fill: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop export fill --template mau.xlsx --map anh-xa.csv --report half-year-2027-1-bo-gddt-v1 --out mau-da-dien.xlsx --workspace w",
        "tonghop export fill --template mau.xlsx --map anh-xa.csv --report half-year-2027-1-bo-gddt-n120 --workspace w > mau.da-dien.xlsx",
      ], endings: Ending.making)
  }
}

extension Export.SDMX: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop export sdmx half-year-2027-1-bo-gddt-v1 --workspace w > so-lieu.csv",
        "tonghop export sdmx year-2027-ubnd-tinh-n300 --out so-lieu.csv --workspace w",
      ], endings: Ending.making)
  }
}
