/// How the page looks on a screen, on a phone and on A4 paper; the paper has the margins and sizes of
/// <doc:layout#Page>.
enum WebStyle {
  static let sheet = """
    html{font-size:17px}body{font:1rem/1.5 "Times New Roman",Tinos,"Liberation Serif",serif;color:#000;background:#eee;margin:0;
    overflow-wrap:break-word;-webkit-text-size-adjust:100%}
    main{background:#fff;max-width:48rem;margin:1rem auto;padding:2rem 2.5rem;box-sizing:border-box}
    p{margin:.2rem 0}.strong{font-weight:bold}.slant{font-style:italic}.centre{text-align:center}.room{white-space:pre-wrap}
    .head,.sign{display:flex;justify-content:space-between;gap:1rem}.head>div{text-align:center;min-width:0}
    .ruled{display:table;margin:.2rem auto;border-bottom:1px solid}
    .short{display:table;margin:.2rem auto}.short::after,h1::after{content:"";display:block;width:40%;margin:.15rem auto 0;
    border-bottom:1px solid}
    h1{font-size:1.1rem;line-height:1.35;text-align:center;margin:1.6rem 0 .8rem}
    h2,h3,h4{font-size:1rem;margin:.9rem 0 .3rem;text-indent:2.2rem;break-after:avoid}h4{font-weight:normal}
    .body{text-align:justify;text-indent:2.2rem;margin:.4rem 0}
    .to{width:fit-content;margin:.8rem auto}div.to ul{list-style:none;margin:0;
    padding-left:3rem}
    .table{overflow-x:auto;margin:.8rem 0}table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.3}
    caption{font-weight:bold;padding:.3rem}
    th,td{border:1px solid #000;padding:.2rem .4rem;vertical-align:middle}th{text-align:center}
    .r{text-align:right}.c{text-align:center}.l{text-align:left}tfoot td{font-weight:bold}
    mark{background:#ff0}.notes{font-size:.85rem;font-style:italic}th.bar{text-align:left}td.in{padding-left:1.6rem}
    .receivers{font-size:.79rem;flex:1}.receivers strong{font-size:.86rem}.signer{text-align:center;flex:2}
    .name{margin-top:5rem;min-height:1.5em}.sign{margin-top:1.2rem;break-inside:avoid}
    .contents{margin:.6rem 0;font-size:.9rem}.contents ul{margin:.3rem 0;padding-left:1.2rem}.until{font-style:italic;font-size:.85rem}
    a{color:#00439c}.top{margin-top:1.5rem;font-size:.9rem}
    .chart{margin:1.2rem 0}.chart figcaption{font-weight:bold;margin-bottom:.4rem}.chart svg[role]{width:100%;height:auto;max-width:40rem}
    .chart text{font-size:12px;font-family:inherit}.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:0;
    margin:.3rem 0;font-size:.85rem}summary{cursor:pointer}.chart table{width:auto}
    .provenance{font-size:.68rem;font-style:italic;margin-top:2rem;overflow-wrap:anywhere}
    .draft{color:#a00;font-weight:bold;text-align:right}
    .appendix{border-top:1px solid #999;margin-top:2rem;padding-top:1rem}.appendix>h2{text-align:center;text-indent:0;margin:0}
    @media screen and (max-width:40rem){html{font-size:16px}main{padding:1rem;margin:0}.head{flex-direction:column}
    .body{text-align:left}.wide table{min-width:46rem}}
    @page{size:A4;margin:25mm 20mm 20mm 35mm;@top-center{content:counter(page);font:13pt "Times New Roman",serif}}
    @page:first{@top-center{content:""}}
    @page landscape{size:A4 landscape}
    @media print{.contents,.top,.charts,.until{display:none}html{font-size:14pt}body{background:none;line-height:1.25}main{margin:0;padding:0;max-width:none}
    .body{margin:0 0 6pt}.head{font-size:12pt;gap:4mm;line-height:1.2}.head>div{flex:none;max-width:60%}.ruled,.slant{font-size:13pt}
    .appendix .slant{font-size:14pt}
    h1{font-size:14pt}table{font-size:12pt}.table{overflow:visible}
    thead{display:table-header-group}tfoot{display:table-row-group}tr{break-inside:avoid}caption,thead{break-after:avoid}
    tbody tr:first-child{break-before:avoid}.sign p{margin:0}.sign .name{margin-top:4rem}
    .appendix{break-before:page;border:0;margin:0;padding:0}.appendix.turned{page:landscape}}
    """
}
