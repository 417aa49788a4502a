/// How the receipt looks on a screen, on a phone and on A4 paper (<doc:layout#Receipt-page>).
enum PageStyle {
  static let sheet = """
    :root{color-scheme:light}body{font:16px/1.5 "Times New Roman",Tinos,"Liberation Serif",serif;color:#111;background:#fff;margin:0;
    overflow-wrap:anywhere}
    main{max-width:56rem;margin:0 auto;padding:1rem}header,.signatures{text-align:center}header p{margin:.25rem 0}
    h1{font-size:1.4rem;margin:.3rem 0}h2,h3{break-after:avoid}h2{font-size:1.15rem;margin:1.4rem 0 .4rem}
    h3{font-size:1.05rem;margin:1.2rem 0 .4rem}.report{border-top:2px solid #444;margin-top:1.6rem}
    .agency,.identity{font-weight:bold}.verdict{border:2px solid;border-radius:.3rem;padding:.5rem 1rem;font-size:1.1rem;margin:1rem 0}
    .verdict h2,.verdict p{display:inline;font-size:1.1rem;margin:0}
    .good{border-color:#1b6e3c;background:#eef8f1}.look{border-color:#8a6100;background:#fff8e6}.bad{border-color:#a11d1d;background:#fdf0f0}
    .hint{margin-top:0}li{margin-bottom:.5rem}li p{margin:.1rem 0}.place,.note,.digest{color:#444}.digest{font-size:.8rem}
    table{border-collapse:collapse;width:100%;margin:.5rem 0}
    th,td{border:1px solid #777;padding:.25rem .4rem;text-align:left;vertical-align:top}th{background:#eee}
    .w{overflow-wrap:break-word}.n{text-align:right;white-space:nowrap;width:1%}.u{white-space:nowrap;width:1%}
    .findings{table-layout:fixed;font-size:.9rem}.findings th:nth-child(1){width:12%}.findings th:nth-child(2){width:5%}
    .findings th:nth-child(3){width:13%}.findings th:nth-child(6){width:6.5%}.findings th:nth-child(7){width:12%}
    .findings td:nth-child(7){font-size:.8rem}
    .pairs th:first-child{width:28%}.total tr:last-child td{font-weight:bold}
    .signatures{display:flex;justify-content:space-around;margin:1.5rem 0 4rem;break-inside:avoid}.signatures em{font-weight:normal}
    .seal{margin:1rem 0;break-inside:avoid;font-size:.8rem;color:#444}.seal svg{display:block;width:68mm;max-width:100%}
    .seal path{stroke:#000;stroke-width:1.02;fill:none}
    @media(max-width:40rem){body{font-size:15px}main{padding:.6rem}th,td{padding:.2rem .3rem}ol{padding-left:1.3rem}
    .findings thead{position:absolute;clip-path:inset(50%)}
    .findings tr{display:block;border:1px solid #777;margin:.5rem 0;padding:.2rem}.findings td{display:block;border:0;padding:.1rem .2rem}
    .findings td:empty{display:none}.findings td:nth-child(2){font-weight:bold}.findings td:last-child{color:#444}
    :lang(vi) .findings td:nth-child(3)::before{content:"Đọc được: "}:lang(en) .findings td:nth-child(3)::before{content:"Read: "}
    :lang(vi) .findings td:nth-child(5)::before{content:"Cách sửa: "}:lang(en) .findings td:nth-child(5)::before{content:"How: "}
    :lang(vi) .findings td:nth-child(6)::before{content:"Căn cứ: "}:lang(en) .findings td:nth-child(6)::before{content:"Clause: "}
    :lang(vi) .findings td:nth-child(7)::before{content:"Mã: "}:lang(en) .findings td:nth-child(7)::before{content:"Code: "}}
    @media print{@page{size:A4;margin:15mm}body{font-size:11pt;line-height:1.3}main{max-width:none;padding:0 1px}
    table{font-size:9.5pt}.findings{font-size:8.5pt}thead{display:table-header-group}tr,li{break-inside:avoid}
    .verdict{break-inside:avoid}}
    """
}
