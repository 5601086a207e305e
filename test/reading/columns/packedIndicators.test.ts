import { expect, it } from 'vitest';
import { packedIndicators } from '../../../src/reading/columns/packedIndicators.js';
import { readLines } from './rows.js';

const told = (text: string, above?: object) =>
  packedIndicators(text, above)?.indicators.map((each) => Object.values(each).join(' '));

it('parts indicators in one cell by the marks around their levels and values', () => {
  expect(told('1.【产出指标-数量指标】演出场次（≥30场）；\n2.【效益指标-社会效益指标】上座率（≥70%）；')).toEqual([
    '产出指标 数量指标 演出场次 ≥30场',
    '效益指标 社会效益指标 上座率 ≥70%',
  ]);
  expect(told('1、产出指标：演出场次，年度指标值：≥30场。2、满意度指标：观众满意度，年度指标值：≥90%。')).toEqual([
    '产出指标  演出场次 ≥30场',
    '满意度指标  观众满意度 ≥90%',
  ]);
  expect(told('产出指标\n数量指标：演出场次：≥30场；\n时效指标：首演时间：6月底前；')).toEqual([
    '产出指标 数量指标 演出场次 ≥30场',
    '产出指标 时效指标 首演时间 6月底前',
  ]);
  expect(told('1.演出场次≥30场\n2.新排剧目：2部', { level1: '产出指标' })).toEqual([
    '产出指标  演出场次 ≥30场',
    '产出指标  新排剧目 2部',
  ]);
});

it('parts no sentences, and nothing without a level', () => {
  expect(told('全年演出三十场，丰富群众文化生活。')).toBeUndefined();
  expect(told('演出场次（≥30场）；上座率（≥70%）')).toBeUndefined();
  expect(told('产出指标：加强剧目创作，提高演出质量；效益指标：丰富群众文化生活')).toBeUndefined();
});

const heads = '| 项目名称 | 预算金额 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |';
const row = (name: string, value: string) => `| 剧目创作 | 5 | 排演新戏 | 产出指标 | 数量指标 | ${name} | ${value} |`;

it('matches neighbouring cells that are parted alike', () => {
  const { project, notes } = readLines('2023年度项目绩效目标表', heads, row('1.新排剧目 2.演出场次', '1.≥2部 2.≥30场'));
  expect(project.get('/indicators/0/name')).toBe('新排剧目');
  expect(project.get('/indicators/1/name')).toBe('演出场次');
  expect(project.get('/indicators/1/annualTarget/value')).toBe('30');
  expect(notes.filter(({ zh }) => zh.startsWith('一格里有几个指标'))).not.toEqual([]);
});

it('points at names that are several beside values that are not as many', () => {
  const { project, notes } = readLines('2023年度项目绩效目标表', heads, row('1.新排剧目 2.演出场次', '≥2部'));
  expect(project.get('/indicators/1/name')).toBeUndefined();
  expect(notes.map(({ place }) => place?.column)).toEqual(expect.arrayContaining([6, 7]));
});

const list = '| 项目名称 | 预算金额 | 财政拨款 | 绩效指标 |';
const cell = '产出指标：演出场次：≥30场；满意度指标：观众满意度：≥90%';

it('reads the total of all projects as money of the department, and leaves one that is no sum', () => {
  const rows = (total: string) => [
    list,
    `| 合计 | ${total} | 7 | |`,
    `| 剧目创作 | 5 | 4 | ${cell} |`,
    `| 送戏下乡 | 4 | 3 | ${cell} |`,
  ];
  const read = readLines('2023年度项目绩效目标表', '单位：万元', ...rows('9'));
  expect(read.report.department).toMatchObject({
    funding: [
      { source: 'total', amount: '9' },
      { source: 'fiscal', amount: '7' },
    ],
  });
  const alone = readLines(
    '2023年度项目绩效目标表',
    '单位：万元',
    list,
    '| 合计 | 5 | 6 | |',
    `| 剧目创作 | 5 | 4 | ${cell} |`,
  );
  expect(alone.report.department).not.toHaveProperty('funding');
  expect(alone.left.map(({ why }) => why)).toContain('total');
});
