import { type Static, Type } from '@sinclair/typebox';
import { type Period, periods } from '../report/vocabulary.js';

/** `layout.json`: what a layout is, where and when it was used, its paper and its money. One schema, and its type. */

const closed = { additionalProperties: false } as const;
const text = (title: string) => Type.String({ minLength: 1, title });
const oneOf = <const T extends string>(title: string, values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: values, title });

export const Manifest = Type.Object(
  {
    id: Type.String({
      pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*/[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*$',
      title: '版式编号',
      description: '与所在文件夹相同：地区/表种-年度',
    }),
    name: Type.Object({ zh: text('中文名称'), en: text('英文名称') }, { ...closed, title: '版式名称' }),
    region: Type.Object(
      {
        code: Type.Optional(Type.String({ pattern: '^[0-9]{6}$', title: '行政区划代码' })),
        name: text('地区名称'),
        parent: Type.Optional(text('上级地区（代码或名称），没有代码的地区才写')),
      },
      { ...closed, title: '地区' },
    ),
    table: oneOf('表种', ['project', 'department']),
    shape: oneOf('表式', ['form', 'list', 'longList']),
    years: Type.Array(Type.Integer({ minimum: 1949, maximum: 2199 }), { uniqueItems: true, title: '使用年度' }),
    paper: oneOf('纸张', ['A4', 'A3']),
    direction: oneOf('方向', ['portrait', 'landscape']),
    moneyUnit: oneOf('印出的金额单位', ['元', '万元']),
    decimals: Type.Integer({ minimum: 0, maximum: 6, title: '小数位数' }),
    thousands: Type.Boolean({ title: '千分位' }),
    title: text('文件标题（Handlebars）'),
    published: text('所依据的公开文件'),
    requiredLevel2: Type.Optional(Type.Array(text('二级指标'), { uniqueItems: true, title: '必列的二级指标' })),
    weightSum: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, title: '权重（分值）合计' })),
    periods: Type.Optional(
      Type.Array(oneOf('期间', Object.keys(periods) as Period[]), { uniqueItems: true, title: '分列指标值的期间' }),
    ),
    blankAmount: Type.Optional(oneOf('没有资金时的印法', ['blank', 'zero', 'dash'])),
  },
  { ...closed, title: '版式清单' },
);
export type Manifest = Static<typeof Manifest>;
