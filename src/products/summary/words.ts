import type { Pair } from './pair.js';

const pair = (zh: string, en: string): Pair => ({ zh, en });

/** The fixed words of a summary, `words` in a template. The English is from the shipped terms (english/) where they have it. */
export const words = {
  title: pair('预算绩效目标摘要', 'Summary of Budget Performance Targets'),
  legal: pair(
    '本摘要的英文为方便阅读的译文，与中文不一致的，以中文为准。',
    'The English of this summary is a courtesy translation. Where it differs from the Chinese, the Chinese text rules.',
  ),
  figures: pair('主要数据', 'Key figures'),
  charts: pair('图表', 'Charts'),
  overall: pair('部门整体绩效目标', 'Overall performance targets of the department'),
  tasks: pair('年度任务', 'Annual tasks'),
  projects: pair('项目绩效目标', 'Project performance targets'),
  nothing: pair('未列项目和绩效指标。', 'No projects and no performance indicators are listed.'),
  project: pair('项目', 'Project'),
  unit: pair('实施单位', 'Implementing unit'),
  amount: pair('年度资金', 'Annual funding'),
  goal: pair('绩效目标', 'Performance target'),
  indicator: pair('绩效指标', 'Performance indicator'),
  value: pair('指标值', 'Indicator value'),
  item: pair('项目', 'Item'),
  number: pair('数据', 'Figure'),
  chief: pair(
    '所列为标明的核心指标；没有标明的，列各二级指标的第一条。',
    'Listed are the indicators marked as core, or, where none is marked, the first of each second level.',
  ),
  brief: pair(
    '报告另附一句话概述的目标，这里列概述，全文见绩效目标表。',
    'Where the report also gives a goal in one sentence, that sentence stands here; the tables have the whole goal.',
  ),
  noEnglish: pair(
    '下列文字尚无英文，摘要中保留中文，以＊标出',
    'Texts without English yet: kept in Chinese and marked ＊',
  ),
  composed: pair(
    '标†的英文由术语拼成，尚未经人核对。',
    'English marked † was put together from known terms and has not been checked by a translator.',
  ),
  place: pair('位置', 'Place'),
  text: pair('文字', 'Text'),
} as const;
export type SummaryWords = typeof words;
