import ReportingModel
import Testing

/// How far a long work has come, in words (<doc:commands#Streams>).
@Suite struct PaceTests {
  @Test func itSaysDoneTotalRateAndTimeLeft() {
    let pace = Pace(done: 1_250, total: 12_000, milliseconds: 20_000)
    #expect(pace.text.vietnamese == "1.250/12.000, 62,5/giây, còn 2 phút 52 giây")
    #expect(pace.text.english == "1250/12000, 62.5 a second, 2 min 52 s left")
    #expect(Pace(done: 0, total: 10, milliseconds: 5).text.english == "0/10")
    #expect(Pace(done: 1, total: 2, milliseconds: 7_200_000).text.vietnamese == "1/2, 0,0/giây, còn 2 giờ 0 phút")
  }
}
