import { describe, expect, it } from 'vitest';
import { foundIn } from './cases.js';

/** What rules of warnings only hint at: by the rule, texts of a project's summary that it does and does not speak of. */
const texts: Readonly<Record<string, { readonly told: readonly string[]; readonly untold: readonly string[] }>> = {
  'stray-space': {
    told: [
      '项目期 内累计栽植行道树300株，美化街道。',
      '养护合格率不 低于九成，道路整洁。',
      '全年累计修缮 校舍，保障教学。',
      '居民对这项 工作的需求较大，需要继续安排。',
      '组织工作人员 对辖区进行巡查，及时处置。',
      '加强沿线 的日常保洁，改善环境。',
    ],
    untold: [
      '第一季度 完成招标，第二季度 开工。',
      '甲组 乙组 丙组 丁组，轮流值守。',
      '开展“书香示例 阅读同行”活动，方便读者。',
      '联系人 由主管部门指定，负责协调。',
      '依据《示例市道路 养护办法》，开展养护。',
    ],
  },
  'doubled-mark': {
    told: ['上半年--下半年分步实施，逐年评估。', '重点工作--水源保护有序推进。'],
    untold: ['重点工作——水源保护有序推进。', '型号为A--B，按年更换。'],
  },
  'title-marks': {
    told: ['依据公共文化服务保障法开展活动。', '依照森林防火条例、古树名木保护办法开展巡护。'],
    untold: ['按照项目管理办法执行。', '依据《公共文化服务保障法》开展活动。', '依据资金管理办法支付。'],
  },
  'year-in-text': { told: [], untold: ['2024年完成勘察，继续推进施工。'] },
  'name-drift': {
    told: ['小型水库养护维修按计划实施，保障灌溉。'],
    untold: ['维修养护小型水库，保障灌溉。', '小型水库维修养护按计划实施，保障灌溉。'],
  },
};
const names: Readonly<Record<string, string>> = { 'name-drift': '小型水库维修养护项目' };

describe.each(Object.entries(texts))('%s', (code, { told, untold }) => {
  const said = (text: string): boolean =>
    code in
    foundIn(
      {
        '/units/0/projects/0/summary': text,
        ...(names[code] && { '/units/0/projects/0/name': names[code] }),
      },
      {},
      true,
    );
  it.each(told)('hints at: %s', (text) => expect(said(text)).toBe(true));
  it.each(untold)('says nothing of: %s', (text) => expect(said(text)).toBe(false));
});

it('hints at the short name of a bureau in a running text, unless the text declares it', () => {
  const said = (text: string): readonly string[] | undefined =>
    foundIn(
      {
        '/department/name': '示例市交通运输局',
        '/units/0/name': '示例市交通运输局',
        '/units/0/projects/0/safeguards': text,
      },
      {},
      true,
    )['body-name'];
  expect(said('由交通局牵头，各单位配合。')).toEqual(['/units/0/projects/0/safeguards']);
  expect(said('由示例市交通运输局牵头，各单位配合。')).toBeUndefined();
  expect(said('示例市交通运输局（以下简称交通局）牵头，交通局负责。')).toBeUndefined();
});

it('hints at a semicolon behind a value in words', () => {
  const said = (text: string): boolean =>
    'stray-stop' in foundIn({ '/units/0/projects/1/indicators/2/annualTarget': { text } }, {}, true);
  expect(said('逐步提升；')).toBe(true);
  expect(said('逐步提升；稳中有进；')).toBe(false);
});

it('hints at a goal of the year that tells what was to be done in an earlier one', () => {
  for (const text of ['2024年完成学会换届，推动学科发展。', '2024年巡护林区，推动学科发展。']) {
    const patch = { '/units/0/projects/1/goals/0/text': text };
    expect(foundIn(patch, {}, true)).toEqual({ 'year-in-text': ['/units/0/projects/1/goals/0/text'] });
    expect(foundIn(patch, {}, false)).toEqual({});
  }
});
