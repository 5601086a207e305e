import { bears, proves } from './pairs.js';

proves('halves of a year', [
  [
    '上半年完成',
    ['completed in the first half of the year', 'completed in H1', 'completed in the first six months'],
    ['in the second half of the year', 'in H2', 'in half a year', 'this year', 'in the first five months', 'in Q1'],
  ],
  [
    '2024年下半年',
    ['the second half of 2024', 'H2 2024', 'the latter half of 2024'],
    ['the first half of 2024', 'H1 2024', 'the second half of 2025', 'the second quarter of 2024', '2024'],
  ],
  [
    '上下半年各1次',
    ['once in each half of the year', 'once in the first and once in the second half of the year'],
    ['twice in each half of the year', 'once in the year'],
  ],
  ['一年以上半年以下', [], ['the first half of the year']],
]);

proves('quarters of a year', [
  [
    '第三季度',
    ['Q3', '3Q', 'the third quarter', 'the 3rd quarter', 'quarter three'],
    ['Q4', 'the fourth quarter', 'three quarters', 'three months', 'Q2', 'the first three quarters', ''],
  ],
  ['三季度完成', ['completed in Q3'], ['completed in Q2', 'completed']],
  ['前三季度', ['the first three quarters'], ['Q3', 'the third quarter', 'the first four quarters']],
  [
    '三个季度',
    ['three quarters', 'three quarters of the year'],
    ['Q3', 'the third quarter', 'three quarters of the villages'],
  ],
  ['三、四季度', ['the third and fourth quarters', 'Q3 and Q4', 'Q3–Q4'], ['the second and fourth quarters', 'Q2–Q4']],
  ['第一、二、三季度', ['the first, second and third quarters', 'Q1, Q2 and Q3'], ['Q1 and Q2']],
  ['1-3季度', ['Q1–Q3', 'Q1 to Q3', 'Q1-3'], ['Q1-4', 'Q2-3']],
  ['每季度一次', ['quarterly', 'once every quarter', 'every three months'], ['every four months', 'every three weeks']],
  ['四季常青', ['evergreen', 'green in all four seasons'], ['green in Q4']],
]);

proves('years of two', [
  [
    '2024-2025学年',
    ['the 2024/25 school year', 'the 2024-25 school year', 'the 2024–2025 academic year', 'the 2024/2025 school year'],
    ['the 2023/24 school year', 'the 2024/26 school year', 'the 2024 school year', '2024/5'],
  ],
  ['2024/25学年', ['the 2024–2025 school year', 'the 2024/25 school year'], ['the 2025/26 school year']],
  ['2021—2025年', ['2021–25', '2021-2025'], ['2021–26', '2020–25']],
  ['2024-12-31', ['31 December 2024'], ['30 December 2024', '2024–31']],
  ['2024年12月', ['December 2024'], ['2024/12']],
]);

bears(250_000, ['季', 'first, ']);
bears(25_000, ['2024/', '一、', 'Q1-']);
