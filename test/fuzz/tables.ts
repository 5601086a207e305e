import fc from 'fast-check';
import type { Column, Document, PageStyle, Paragraph, Section, TextStyle } from '../../src/document/document.js';
import { type CellSeed, paragraph, tables } from '../arbitraries.js';

/** Random documents of one table a section, with everything that a table of budgets may hold and much that it will not. */

const han = [...'绩效目标指标产出数量质量时效成本社会生态满意度广州科学馆科普活动场次人次经费预算完成率不少于达到提升'];
const marks = [...'，。、；：？！（）“”‘’《》【】〔〕……——·～％%‰/.,-×÷±≥≤＞＜＝'];
const latin = [..."0123456789ABCDEFGHabcdefgh.,-'/%()", ' International ', 'PM2.5', ' of ', 'https://a.cn/b?c=d'];
const rare = [...'䶮𬱖㛃龘𫟦𬭎鿍亹㸌赟頔翀𠅤㙍㛚㵑𬸚𬺈𣗋𣲗犇骉龖靁齉爨⼯工⼈人☑☐✔✓√●○■★→①⑩Ⅰ㎡㎏℃￥¥$€≠≈∑αЖ'];
const numbers = [
  '≥95%',
  '16.00(个)',
  '1,234,567.89',
  '－3.5％',
  '2024年12月31日',
  '±0.5',
  '100万元',
  '7×24小时',
  '=100（人次）',
];

const text = (pieces: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength }).map((list) => list.join(''));

const texts = fc.oneof(
  { weight: 6, arbitrary: text([...han, ...han, ...marks, ...latin, ...numbers], 24) },
  { weight: 3, arbitrary: text([...han, ...han, ...han, '，', '。', '——', '……'], 60) },
  { weight: 2, arbitrary: text([...han, ...rare, ...rare, '、'], 20) },
  { weight: 2, arbitrary: fc.constantFrom('', ...numbers) },
  { weight: 1, arbitrary: text(marks, 8) },
  { weight: 1, arbitrary: text([...latin, ' '], 30) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(text([...han, ...marks, ...numbers], 30), fc.integer({ min: 2, max: 20 }))
      .map(([piece, times]) => piece.repeat(times)),
  },
);

const textStyle: fc.Arbitrary<TextStyle> = fc.record({
  role: fc.constantFrom('宋体' as const, '宋体' as const, '黑体' as const),
  size: fc.constantFrom(7, 9, 10, 10.5, 12),
  bold: fc.boolean(),
});

const paragraphStyle: fc.Arbitrary<Partial<Paragraph['style']>> = fc.record({
  align: fc.constantFrom('left', 'center', 'right', 'justify', 'justify'),
  lineHeight: fc.constantFrom(1, 1.2, 1.4, 1.8),
  indent: fc.constantFrom(0, 0, 0, 14),
  before: fc.constantFrom(0, 0, 3),
});

const cellSeed: fc.Arbitrary<CellSeed> = fc
  .record({
    width: fc.constantFrom(1, 1, 1, 2, 3, 4),
    height: fc.constantFrom(1, 1, 1, 2, 4, 8),
    texts: fc.array(texts, { minLength: 1, maxLength: 3 }).filter((list) => list.length === 1 || list.some(Boolean)),
    many: fc.integer({ min: 0, max: 5 }),
    style: textStyle,
    paragraph: paragraphStyle,
    kind: fc.constantFrom('data', 'data', 'data', 'label', 'vertical', 'heading'),
    padding: fc.integer({ min: 0, max: 6 }),
    border: fc.constantFrom(0, 0.5, 0.5, 1),
    verticalAlign: fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const),
  })
  .map((seed) => {
    const vertical = seed.kind === 'vertical' && (seed.texts[0] ?? '').length <= 20;
    const several = seed.many === 0 && !vertical ? seed.texts : seed.texts.slice(0, 1);
    const blocks = several.map((words, index) => {
      const made = paragraph(words.trim(), { ...seed.paragraph, vertical }, seed.style);
      const heading = seed.kind === 'heading' && index === 0 && words.trim() !== '';
      return heading ? { ...made, type: 'heading' as const, level: 3 as const } : made;
    });
    const { padding, border } = seed;
    return {
      width: seed.width,
      height: seed.height,
      blocks,
      style: {
        padding: { top: padding / 2, right: padding, bottom: padding / 2, left: padding },
        border: { top: border, right: border, bottom: border, left: border },
        verticalAlign: seed.verticalAlign,
      },
      ...(seed.kind === 'label' && { header: 'row' as const }),
    };
  });

const kinds = {
  wide: fc.oneof(
    fc.record({ kind: fc.constant('share'), value: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ kind: fc.constant('points'), value: fc.integer({ min: 24, max: 120 }) }),
    fc.record({ kind: fc.constant('fit'), value: fc.constant(26) }),
  ) as fc.Arbitrary<Column>,
  /** From one character to four, with now and then a column that takes the rest. */
  narrow: fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('points'), value: fc.integer({ min: 25, max: 50 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('share'), value: fc.constant(1) }) },
  ) as fc.Arbitrary<Column>,
};

/** Papers in points: A4, A3, 16K, A5, and two that no printer has. */
const papers = [
  [595.28, 841.89],
  [841.89, 1190.55],
  [520, 737],
  [419.53, 595.28],
  [420, 300],
  [300, 842],
] as const;

const sections = (family: keyof typeof kinds): fc.Arbitrary<Section['blocks']> =>
  fc
    .tuple(
      tables(family === 'wide' ? { columns: 7, body: 12 } : { columns: 12, body: 9 }, cellSeed, kinds[family]),
      fc.option(texts, { freq: 3 }),
    )
    .map(([table, before]) => (before === null ? [table] : [paragraph(before.trim(), { after: 4 }), table]));

const footer = {
  parts: [{ type: 'text', text: '第' }, { type: 'pageNumber' }, { type: 'text', text: '页' }],
  style: { role: '宋体', size: 9, bold: false },
  align: 'center',
} as const;

/** The sections of the document of one seed: one table each, all on one paper, lying or standing. */
export function randomSections(family: keyof typeof kinds, seed: number, count: number): Section[] {
  const [short, long] = papers[seed % papers.length] as (typeof papers)[number];
  const margin = { top: 40, right: 20 + (seed % 3) * 15, bottom: 40, left: 20 + (seed % 2) * 30 };
  const page = (lying: boolean): PageStyle => ({
    ...(lying ? { width: long, height: short } : { width: short, height: long }),
    margin,
    ...(seed % 2 === 0 && { footer }),
  });
  return fc
    .sample(fc.noBias(fc.tuple(sections(family), fc.boolean())), { seed, numRuns: count })
    .map(([blocks, lying]) => ({ page: page(lying), blocks }));
}

export function documentOfSections(sections: readonly Section[]): Document {
  const facts = {
    title: '随机表',
    author: '某部门',
    subject: '随机表',
    language: 'zh-CN',
    date: '2024-01-01',
  } as const;
  return { type: 'document', ...facts, sections };
}
