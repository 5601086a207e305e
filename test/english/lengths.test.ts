import { bears, proves } from './pairs.js';

proves('half a year', [
  [
    '半年内完成',
    ['completed within six months', 'completed within half a year', 'completed within 6 months'],
    [
      'within five months',
      'within a year',
      'within six years',
      'within 6 weeks',
      'done',
      'done twice a year',
      'interim',
    ],
  ],
  [
    '每半年检查一次',
    [
      'checked every six months',
      'checked semi-annually',
      'checked half-yearly',
      'checked twice a year',
      'checked once every half year',
      'checked biannually',
    ],
    ['every five months', 'three times a year', 'every quarter', 'every two years', 'every year'],
  ],
  ['半年度监控', ['mid-year monitoring', 'half-yearly monitoring', 'interim monitoring'], ['annual monitoring']],
  ['6个月内', ['within six months', 'within half a year'], ['within 6 years', 'within half a month', 'six times']],
  ['大半年', ['more than half a year', 'most of a year'], ['more than five months']],
]);

proves('and a half', [
  [
    '建设期一年半',
    ['18 months', 'one and a half years', 'a year and a half', '1.5 years', 'an 18-month period'],
    ['15 months', 'two and a half years', '1.5 months', 'a year', 'half a year', ''],
  ],
  ['1.5年', ['18 months', 'one and a half years', '1.5 years'], ['1.5 months', '15 months']],
  ['两年半', ['30 months', 'two and a half years'], ['two years', 'two months', '25 months']],
  [
    '一个半小时',
    ['one and a half hours', '90 minutes', 'an hour and a half'],
    ['one hour', '60 minutes', 'half an hour'],
  ],
  ['半小时', ['half an hour', '30 minutes'], ['half a day', '20 minutes']],
  [
    '50万元',
    ['half a million yuan', '500,000 yuan'],
    ['half a million people', 'a million yuan', 'half a billion yuan'],
  ],
]);

proves('units of time', [
  ['12个月', ['one year', '12 months'], ['12 years', 'two years']],
  ['两周', ['two weeks', '14 days'], ['two months', '12 days', 'two years']],
  ['三年行动计划', ['three-year action plan'], ['five-year action plan', 'three-month action plan']],
  ['3个工作日内', ['within 3 working days', 'within three business days'], ['within 5 working days']],
  ['第3年', ['year 3', 'the third year'], ['year 4']],
  ['每年2次', ['twice a year', 'two times a year', '2 times per year'], ['every 2 years', 'three times a year']],
  ['每两年一次', ['every two years', 'once every two years'], ['every two months', 'twice a year']],
  ['每月1次', ['monthly', 'once a month'], ['2 times a month']],
]);

proves('round the clock', [
  [
    '7×24小时服务',
    ['24/7 service', '7 × 24 hours', 'round-the-clock service', 'service 24 hours a day, seven days a week'],
    ['7 hours of service', '24-hour service', '7 × 12 hours', '24/5 service', '12 hours a day, seven days a week'],
  ],
  ['全天候24小时服务', ['24/7 service', 'around-the-clock service', '24-hour service'], ['12-hour service', '7 hours']],
  ['24小时内回复', ['reply within 24 hours'], ['24/7 reply', 'reply within 24 days']],
]);

bears(250_000, ['每半', 'half a ', 'a year and ']);
bears(25_000, ['一年半', '24 hours ']);
