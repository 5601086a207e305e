import { describe, expect, it } from 'vitest';
import {
  compareNumbers,
  type NumberIn,
  numberProblems,
  numbersOf,
  numbersOfEnglish,
} from '../../src/english/compare.js';

const told = (numbers: readonly NumberIn[]) =>
  numbers.map(({ kind, value, certain }) => `${certain ? '' : '?'}${kind}:${value}`).join(' ');

describe('numbersOf', () => {
  it.each([
    ['年度参观2.5万人次', 'number:25000'],
    ['总额71.78万元', 'money:717800'],
    ['交易额1.5亿元以上', 'money:150000000'],
    ['满意度不低于90%', 'percent:90'],
    ['百分之九十', 'percent:90'],
    ['百分之百', 'percent:100'],
    ['达百分之百', 'percent:100'],
    ['千分之五', 'percent:0.5'],
    ['0.5‰', 'percent:0.05'],
    ['九成以上', 'percent:90'],
    ['提升3个百分点', 'percent:3'],
    ['２０２４年', 'number:2024'],
    ['2024年3月5日', 'year:2024 month:3 day:5'],
    ['2024年12月底前', 'year:2024 month:12'],
    ['3-5月', 'month:3 month:5'],
    ['十二月', 'month:12'],
    ['3-5天内', 'number:3 number:5'],
    ['3-5万元', 'money:30000 money:50000'],
    ['500-1万元', 'money:500 money:10000'],
    ['80%-90%', 'percent:80 percent:90'],
    ['80-90%', 'percent:80 percent:90'],
    ['财预〔2015〕88号', 'document:2015/88'],
    ['粤财科教(2022)224号', 'document:2022/224'],
    ['“十四五”规划', 'plan:14'],
    ['举办三场、二十次', 'number:3 number:20'],
    ['两家以上省级媒体', 'number:2'],
    ['两岸、三农、第三方', '?number:2 ?number:3 ?number:3'],
    ['一系列', '?number:1'],
    ['十分', '?number:10'],
    ['1、贯彻；2、落实', '?number:1 ?number:2'],
    ['两万五千人', 'number:25000'],
    ['二〇二四年', 'number:2024'],
    ['三百五十元', 'money:350'],
    ['1,234.50元', 'money:1234.5'],
    ['100余万元', 'money:1000000'],
    ['80余场', 'number:80'],
    ['10千米', 'number:10'],
    ['7×24小时', 'clock:24/7'],
    ['100百分比', 'percent:100'],
    ['单位：万元', '?money:10000'],
    ['零事故', '?number:0'],
    ['0次', 'number:0'],
    ['-5℃', 'number:-5'],
  ])('%s: %s', (zh, numbers) => expect(told(numbersOf(zh))).toBe(numbers));
});

describe('numbersOfEnglish', () => {
  it.each([
    ['25,000 visits', 'number:25000'],
    ['25 thousand visits', 'number:25000'],
    ['717,800 yuan', 'money:717800'],
    ['RMB 0.7178 million', 'money:717800'],
    ['71.78 million yuan', 'money:71780000'],
    ['¥717,800.00', 'money:717800'],
    ['at least 90%', 'percent:90'],
    ['90 per cent, 90 percent', 'percent:90 percent:90'],
    ['3 percentage points', 'percent:3'],
    ['0.5‰', 'percent:0.05'],
    ['5 March 2024', 'day:5 month:3 year:2024'],
    ['March 5, 2024', 'month:3 day:5 year:2024'],
    ['by the end of December 2024', 'month:12 year:2024'],
    ['in May', '?month:5'],
    ['it may rain', ''],
    ['Caiyu [2015] No. 88', 'document:2015/88'],
    ['the 14th Five-Year Plan', 'plan:14'],
    ['the Fourteenth Five-Year Plan', 'plan:14'],
    ['three sessions and twenty-five talks', 'number:3 number:25'],
    ['two hundred and fifty', 'number:250'],
    ['ten thousand yuan', 'money:10000'],
    ['ninety percent', 'percent:90'],
    ['one of them', '?number:1'],
    ['a two-way street', '?number:2'],
    ['the first and the second', '?number:1 ?number:2'],
    ['twice, once', '?number:2 ?number:1'],
    ['a dozen', ''],
    ['the 21st session', 'number:21'],
    ['3 to 5 days', 'number:3 number:5'],
    ['3–5%', 'percent:3 percent:5'],
    ['30,000 to 50,000 yuan', 'money:30000 money:50000'],
    ['(1) run; (2) mend', '?number:1 ?number:2'],
    ['zero accidents', '?number:0'],
    ['24/7', 'clock:24/7'],
    ['1 000 people, 1 234.5 yuan', 'number:1000 money:1234.5'],
    ['Class 3 200 people, in 2024 100 people', 'number:3 number:200 number:2024 number:100'],
    ['1 0000, 12 34', 'number:1 number:0 number:12 number:34'],
    ['four and six', 'number:4 number:6'],
    ['weighted often', ''],
  ])('%s: %s', (en, numbers) => expect(told(numbersOfEnglish(en))).toBe(numbers));
});

describe('compareNumbers', () => {
  it.each([
    ['参观人次2.5万', '25,000 visits'],
    ['资金71.78万元', 'RMB 0.7178 million'],
    ['1 200人', '1,200 people'],
    ['资金71.78万元', '717,800 yuan (71.78万元)'],
    ['通过两家以上省级媒体广泛开展宣传', 'wide publicity through at least two provincial media'],
    ['全年264天，设施正常运作天数占开馆天数不低于96%', '264 days a year, facilities working on at least 96% of them'],
    ['场馆安全事故发生次数0次', 'no safety accidents'],
    ['一小时内', 'within 1 hour'],
    ['1小时内', 'within one hour'],
    ['“十四五”规划（2021-2035年）', 'the 14th Five-Year Plan (2021–2035)'],
    ['一是开展活动，二是宣传', 'run activities; publicise'],
    ['单位：万元', 'unit: RMB 10,000 yuan'],
    ['第三方评审', 'third-party review'],
    ['2023年底前完成', 'completed by the end of 2023'],
    ['九成以上', 'more than 90 per cent'],
  ])('%s = %s', (zh, en) => expect(compareNumbers(zh, en)).toEqual({ missing: [], extra: [] }));

  it.each([
    ['资金71.78万元', '71.78 million yuan', 'money:717800', 'money:71780000'],
    ['资金71.78万元', '717,800', 'money:717800', 'number:717800'],
    ['12场', 'a dozen sessions', 'number:12', ''],
    ['10000人', '1 000 people', 'number:10000', 'number:1000'],
    ['满意度90%', 'satisfaction of 90', 'percent:90', 'number:90'],
    ['2场，2次', '2 of them', 'number:2', ''],
    ['3月5日', '3 May', 'month:3 day:5', 'day:3 month:5'],
    ['财预〔2015〕88号', 'Caiyu [2015] No. 89', 'document:2015/88', 'document:2015/89'],
  ])('%s ≠ %s', (zh, en, missing, extra) => {
    const found = compareNumbers(zh, en);
    expect([told(found.missing), told(found.extra)]).toEqual([missing, extra]);
  });

  it('names both cells and both numbers', () => {
    const places = { zh: { file: 'a.json', pointer: '/name' }, en: { file: 'a.json', pointer: '/nameEn' } };
    const [problem, ...rest] = numberProblems({ zh: '资金71.78万元', en: 'funds of 71.78 million yuan' }, places);
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({
      code: 'summary-number-differs',
      severity: 'error',
      place: places.zh,
      related: [places.en],
    });
    expect(problem?.message.zh).toBe(
      '中英文数字不同：中文是 71.78万元 (= 717800 yuan)，英文是 71.78 million yuan (= 71780000 yuan)',
    );
  });
});
