import { bears, proves } from './pairs.js';

proves('orders of magnitude', [
  [
    '培训数十名骨干',
    ['dozens of core staff trained', 'several dozen core staff trained', 'tens of core staff trained'],
    ['30 people', 'ten people', 'hundreds of people', 'thousands of people', 'more than ten people', 'people trained'],
  ],
  ['几十名骨干', ['dozens of core staff', 'a few dozen'], ['hundreds of staff', '30 people']],
  [
    '服务数百家企业',
    ['hundreds of companies', 'several hundred companies', 'a few hundred companies'],
    ['thousands of companies', '300 companies', 'dozens of companies', 'companies', 'more than 100 companies'],
  ],
  ['好几百家企业', ['several hundred companies'], ['several thousand companies']],
  ['数千人次', ['thousands of visits'], ['hundreds of visits', '3,000 visits', 'tens of thousands of visits']],
  ['数万人', ['tens of thousands of people'], ['thousands of people', '10,000 people', 'millions of people']],
  ['数十万人', ['hundreds of thousands of people', 'several hundred thousand people'], ['tens of thousands of people']],
  [
    '投入数百万元',
    ['millions of yuan', 'several million yuan'],
    ['millions of people', 'hundreds of thousands of yuan', 'one million yuan'],
  ],
  ['数以千计的游客', ['thousands of visitors'], ['hundreds of visitors', '1,000 visitors']],
  ['300家企业', ['300 companies'], ['hundreds of companies', 'several hundred companies']],
  ['参加人数百人', [], ['hundreds of people']],
]);

proves('more than', [
  [
    '上百名专家',
    ['over a hundred experts', 'more than 100 experts', 'upwards of 100 experts'],
    [
      '100 experts',
      'hundreds of experts',
      'nearly 100 experts',
      'more than ten experts',
      'over a thousand experts',
      '',
    ],
  ],
  [
    '上万人',
    ['more than ten thousand people', 'over 10,000 people'],
    ['10,000 people', 'more than 1,000 people', 'nearly ten thousand people'],
  ],
  [
    '十余名专家',
    ['more than ten experts', 'over ten experts', '10-odd experts', 'ten-odd experts', 'over 10 experts'],
    ['ten experts', 'experts', 'more than 20 experts', 'dozens of experts', 'nearly ten experts', 'no more than ten'],
  ],
  ['十几名专家', ['more than ten experts'], ['dozens of experts', '12 experts']],
  ['百余场', ['more than 100 events', 'over a hundred events', '100-plus events'], ['100 events', 'nearly 100 events']],
  ['三十余家企业', ['more than 30 companies', 'over thirty companies'], ['30 companies', 'more than 13 companies']],
  ['三十余万元', ['more than 300,000 yuan'], ['more than 30,000 yuan', '300,000 yuan']],
  [
    '百余万元',
    ['more than one million yuan', 'over a million yuan'],
    ['more than 100 yuan', 'more than a million people'],
  ],
  ['80余场', ['more than 80 sessions', 'over 80 sessions', '80+ sessions'], ['nearly 80 sessions', '80 sessions']],
  ['100余万元', ['more than 1 million yuan', 'over RMB 1 million'], ['more than 1 million people', '1 million yuan']],
  ['超百家', ['over 100 companies'], ['100 companies', 'nearly 100 companies']],
  ['超过20家', ['over 20 companies', 'more than 20 companies'], ['nearly 20 companies']],
  ['线上百科、100多功能厅、80余额', ['online encyclopaedia; 100 multi-purpose halls; balance of 80'], []],
]);

proves('nearly', [
  [
    '近百家单位',
    ['nearly a hundred units', 'almost 100 units', 'close to 100 units'],
    ['more than 100 units', '100 units', 'nearly 1,000 units', 'nearly ten units'],
  ],
  ['近百万元', ['nearly one million yuan', 'nearly a million yuan'], ['nearly 100 yuan', 'one million yuan']],
  ['近90%的居民', ['nearly 90% of residents', 'almost 90 percent'], ['90%', 'over 90%', 'nearly 80%']],
  ['90%的居民', ['90% of residents'], ['nearly 90% of residents']],
  ['约90%的居民', ['about 90% of residents', 'nearly 90% of residents'], ['nearly 80% of residents']],
  ['近三年', ['the past three years', 'the last 3 years'], ['nearly three years', 'the past 5 years']],
  ['近十名专家', ['nearly ten experts'], ['ten experts', 'more than ten experts']],
]);

bears(250_000, ['数', '百', 'several ']);
bears(25_000, ['几十', 'tens of ']);
