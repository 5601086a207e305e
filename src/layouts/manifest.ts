import { type Static, Type } from '@sinclair/typebox';
import { mostDecimals } from '../report/moneyPrint.js';

/** `layout.json`: what a layout is, where and when it was used, its paper and its money. One schema, and its type. */

const closed = { additionalProperties: false } as const;
const text = (title: string) => Type.String({ minLength: 1, title });
const oneOf = <const T extends string>(title: string, values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: values, title });

/** The folders of a region and of a table: 苏州市/project-2026. */
const idPattern = '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*/[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*$';

/** Forms that are alike in their build, over regions and years. */
const families = [
  'central-two-halves',
  'central-one-column',
  'shanghai',
  'declaration',
  'core-menu',
  'regional',
  'per-place',
  'own-columns',
  'list',
  'input-output',
  'department-tasks',
  'department',
  'single',
] as const;

export const Manifest = Type.Object(
  {
    id: Type.String({
      pattern: idPattern,
      title: '版式编号',
      description: '与所在文件夹相同：地区/表种-年度',
    }),
    name: Type.Object({ zh: text('中文名称'), en: text('英文名称') }, { ...closed, title: '版式名称' }),
    region: Type.Object(
      {
        code: Type.Optional(Type.String({ pattern: '^[0-9]{6}$', title: '行政区划代码' })),
        name: text('地区名称'),
        parent: Type.Optional(text('上级地区（代码或名称），没有代码的地区才写')),
        below: Type.Optional(
          Type.Boolean({ title: '下级地区的表', description: 'true：只给它下面的地区用，本级另有表样' }),
        ),
      },
      { ...closed, title: '地区' },
    ),
    table: oneOf('表种', ['project', 'department']),
    shape: oneOf('表式', ['form', 'list', 'longList']),
    years: Type.Array(Type.Integer({ minimum: 1949, maximum: 2199 }), { uniqueItems: true, title: '使用年度' }),
    undated: Type.Optional(
      Type.Boolean({ title: '表样没有写明年度', description: 'true：哪年都用，有写明该年度的版式时用那个' }),
    ),
    paper: oneOf('纸张', ['A4', 'A3']),
    direction: oneOf('方向', ['portrait', 'landscape']),
    papers: Type.Optional(
      Type.Array(
        Type.Object(
          {
            paper: oneOf('纸张', ['A4', 'A3']),
            direction: oneOf('方向', ['portrait', 'landscape']),
            places: Type.Integer({ minimum: 1, maximum: 100, title: '并排几个地方' }),
          },
          closed,
        ),
        {
          minItems: 1,
          title: '纸随地方的多少',
          description: '一地一栏的表：依次用放得下的第一种；都放不下的用最后一种，分几块印',
        },
      ),
    ),
    moneyUnit: Type.Unsafe<'元' | '万元' | 'report'>({
      type: 'string',
      enum: ['元', '万元', 'report'],
      title: '印出的金额单位',
      description: 'report：与报告的 moneyUnit 相同，不换算',
    }),
    decimals: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: mostDecimals,
        title: '小数位数',
        description: '省略时与报告里小数位最多的金额相同',
      }),
    ),
    withoutTrailingZeros: Type.Optional(Type.Boolean({ title: '金额不印小数末尾的 0' })),
    thousands: Type.Boolean({ title: '千分位' }),
    title: text('文件标题（Handlebars）'),
    published: text('所依据的公开文件'),
    look: Type.Optional(
      Type.String({ pattern: idPattern, title: '样式与哪个版式相同', description: '版式编号，在同一个版式文件夹里' }),
    ),
    family: Type.Optional(oneOf('表样类别', families)),
    partial: Type.Optional(Type.Boolean({ title: '只知道表样的一部分' })),
    missing: Type.Optional(text('表样还不知道的部分')),
    needs: Type.Optional(
      Type.Array(oneOf('报告须有', ['authorities', 'places', 'year']), {
        uniqueItems: true,
        minItems: 1,
        title: '报告有这些内容才自动选取',
      }),
    ),
    requiredLevel2: Type.Optional(Type.Array(text('二级指标'), { uniqueItems: true, title: '必列的二级指标' })),
    weightSum: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, title: '权重（分值）合计' })),
    pointsPrinted: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 1000,
        title: '表样印好的分值',
        description: '表样印着指标和分值的几行一共多少分；报告里没有这几行时，权重合计少这些',
      }),
    ),
    withoutPlace: Type.Optional(
      Type.Object(
        {
          fields: Type.Array(Type.String({ pattern: '^[a-z]+(\\.[A-Za-z0-9]+){1,2}$', title: '字段' }), {
            uniqueItems: true,
            minItems: 1,
          }),
          published: text('所依据的公开表样'),
        },
        { ...closed, title: '本地区表样没有位置的字段', description: '金额、指标值和目标不能声明' },
      ),
    ),
    valueOptional: Type.Optional(Type.Boolean({ title: '定性指标可以没有指标值' })),
    blankAmount: Type.Optional(oneOf('没有资金时的印法', ['blank', 'zero', 'dash'])),
  },
  { ...closed, title: '版式清单' },
);
export type Manifest = Static<typeof Manifest>;

/** What a template sees as `layout`: the manifest, with the unit, decimals and paper that this report is printed in. */
export const PrintedManifest = Type.Object({
  ...Manifest.properties,
  moneyUnit: oneOf('印出的金额单位', ['元', '万元']),
  decimals: Type.Integer({ title: '小数位数' }),
  placesAcross: Type.Integer({ title: '并排几个地方' }),
});
export type PrintedManifest = Static<typeof PrintedManifest>;
