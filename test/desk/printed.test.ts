import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { whyNot } from '../../src/desk/address.js';
import { formTree } from '../../src/desk/forms.js';
import { drawn } from '../../src/desk/sheet.js';
import type { Block, Document, Source } from '../../src/document/document.js';
import type { Layout } from '../../src/layouts/find.js';
import { readReport } from '../../src/report/read.js';
import { columnWidths } from '../../src/typeset/columns.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

/** Where each printed text of a document comes from, and each blank. */
function sourcesIn({ sections }: Document): Source[] {
  const inBlock = (block: Block): Source[] => {
    if (block.type === 'table')
      return [...block.head, ...block.body].flatMap(({ cells }) =>
        cells.flatMap((cell) => [...cell.blocks.flatMap(inBlock), ...(cell.from ?? [])]),
      );
    if (block.type !== 'paragraph' && block.type !== 'heading') return [];
    return block.inlines.flatMap((inline) => (inline.type === 'text' ? (inline.from ?? []) : []));
  };
  return sections.flatMap(({ blocks }) => blocks.flatMap(inBlock));
}

/** What the specimen of a layout prints and its form does not let one fill in, by why. */
function notFilled(layout: Layout): string[] {
  const path = join('templates', layout.manifest.id, 'specimen.json');
  const { report } = readReport(readFileSync(path), path);
  const isOverall = layout.manifest.table === 'department';
  const form = isOverall ? 'overall' : '/units/0/projects/0';
  const tree = formTree(report, form, isOverall ? { overall: layout } : { project: layout });
  if (!tree) throw new Error('no form');
  const { sheet, fieldOf } = drawn(tree, report, (table, width) => columnWidths(table, width, fonts), fonts);
  const filled = new Set(Object.values(sheet.fields).flatMap(({ pointers }) => pointers));
  return sourcesIn(tree.document).flatMap((source) => {
    const key = fieldOf.get(source);
    if (key !== undefined) {
      expect(sheet.fields[key]?.key, key).toBe(key);
      return [];
    }
    // The later lines of a text that has its field.
    const [first = source.instead?.[0] ?? ''] = source.pointers;
    if (!source.derived && filled.has(tree.outward(first))) return [];
    return [`${whyNot(source).zh}：${first.replace(/\/\d+(?=\/|$)/g, '/0')}`];
  });
}

const unlessFilled: Readonly<Record<string, readonly string[]>> = {
  '地区在新建报告时选定：/region/name': ['guangxi/project-2023', 'guangxi/project-2024', 'shanxi/department-2023'],
  '由其他内容算出：/department/overall/expenditure/0/amount': ['hubei/department-2021', 'hubei/department-long'],
  '由其他内容算出：/department/overall/income/0/amount': ['hubei/department-2021', 'hubei/department-long'],
  '由其他内容算出：/units/0/projects/0/indicators': ['daqing/project', 'zhalaite/project-2025'],
  '由其他内容算出：/units/0/projects/0/indicators/0/level1': ['xiangtan/project-2023'],
  '由其他内容算出：/units/0/projects/0/indicators/0/level2': ['xiangtan/project-2023'],
  '由其他内容算出：/year': ['ezhou/project-2022', 'huangshi/approval-2022', 'hubei/department-2021'],
  '由指标的级次定：/units/0/projects/0/indicators/0/level1': ['guangzhou/project-2025'],
  '由指标的级次定：/units/0/projects/0/indicators/0/level2': ['guangzhou/project-2025'],
  '行的序号：/units/0/projects/0/indicators/0': [
    'bingtuan/project-2021',
    'chencang/regional-2020',
    'fujian/project-2017',
    'huangshan/project-2025',
  ],
  '表样里的字：/department/code': ['national/project', 'national/project-two-periods'],
  '表样里的字：/department/overall/indicators/-/level1': ['nansha/department-2024'],
  '表样里的字：/department/overall/indicators/-/level2': ['nansha/department-2024'],
  '表样里的字：/units/0/projects/0/indicators/-/level1': ['xiangtan/project-2023'],
  '表样里的字：/units/0/projects/0/indicators/-/level2': ['fengjie/approval-2023', 'xiangtan/project-2023'],
  '表样里的字：/units/0/projects/0/indicators/0/annualTarget/text': ['jingyan/project-2023'],
  '表样里的字：/units/0/projects/0/indicators/0/annualTarget/value': ['chongqing/project-2023'],
  '表样里的字：/units/0/projects/0/indicators/0/level1': ['dongguan/project-2019'],
  '表样里的字：/units/0/projects/0/indicators/0/level2': ['dongguan/project-2019'],
  '随各行填的地点、年度而来：/department/overall/indicators': ['zhejiang/department'],
  '随各行填的地点、年度而来：/units/0/projects/0/indicators': [
    'fujian/special-2023',
    'fujian/special-2025',
    'longyan/special-2023',
  ],
};

it('lets one fill in all that any layout prints, but for what is reckoned or is of the form', () => {
  const all = shippedLayouts.layouts.flatMap((layout) =>
    notFilled(layout).map((each) => [each, layout.manifest.id] as const),
  );
  const byWhat = new Map<string, Set<string>>();
  for (const [what, id] of all) byWhat.set(what, (byWhat.get(what) ?? new Set()).add(id));
  const found = Object.fromEntries([...byWhat].sort().map(([what, ids]) => [what, [...ids].sort()]));
  expect(found).toEqual(unlessFilled);
}, 300_000);
