import { plain } from './cellText.js';
import type { HeadColumn } from './headColumn.js';
import { fieldOfHead } from './heads.js';

/**
 * Heads of tables that hold neither indicators nor a list of projects: the steps of a project with their dates (宁乡市 2021, 临邑县 2025:
 * 项目实施进度计划), and who gets how much of its money (the annexes of transfer payments: 资金分配表).
 */

/** The columns with their fields, where heads are of such a table; undefined for other heads. */
export function otherColumns(columns: readonly HeadColumn[]): readonly HeadColumn[] | undefined {
  const heads = columns.map(({ head }) => head).join();
  return (
    (/时间|日期|年度|年月|时限/u.test(heads) ? planOf(columns) : undefined) ??
    (/对应/u.test(heads) ? goalsOf(columns) : undefined) ??
    (columns.some(({ field }) => field === 'cost/name') ? costsOf(columns) : undefined) ??
    (/[金数]额|资金|经费|额度/u.test(heads) ? allocationOf(columns) : undefined)
  );
}

const step = /^(?:项目|专项|工作|计划|主要)*(?:实施|工作|建设|活动)*(?:内容|步骤|阶段|事项|环节)$/;
const start = /^(?:计划|预计|项目|拟)*(?:开始|起始|开工|启动)(?:时间|日期|年度|年月)$/;
const end = /^(?:计划|预计|项目|拟)*(?:完成|结束|终止|竣工|完工)(?:时间|日期|年度|年月|时限)$/;
const spent = /^(?:资金|计划|预计|支出|使用)*(?:资金|支出|金额|投资)(?:计划|安排|金额)?(?:\(万?元\))?$/;

/** The columns of a plan with their fields; undefined for other heads. A label at its side is none of it. */
function planOf(columns: readonly HeadColumn[]): readonly HeadColumn[] | undefined {
  const texts = columns.map(({ cell }) => plain(cell.text));
  const content = texts.findIndex((text) => step.test(text));
  const dates = texts.filter((text) => start.test(text) || end.test(text)).length;
  if (content < 0 || dates === 0 || content > 1 || columns.length - content > 5) return undefined;
  if (columns.some(({ field }) => field?.startsWith('indicator/level'))) return undefined;
  const fieldOf = (text: string, at: number): string => {
    if (at === content) return 'plan/content';
    if (at < content || /^(?:序号|编号)$/.test(text)) return 'label';
    if (start.test(text)) return 'plan/start';
    return end.test(text) ? 'plan/end' : spent.test(text) ? 'plan/amount' : 'left';
  };
  return columns.map((column, at) => ({ ...column, field: fieldOf(texts[at] ?? '', at) }));
}

/** The columns of goals with the tasks that they serve (天津市 2024): 年度绩效目标 | 对应工作任务; undefined for other heads. */
function goalsOf(columns: readonly HeadColumn[]): readonly HeadColumn[] | undefined {
  const task = columns.find(({ cell }) => /^对应.{0,4}任务(?:序号)?$/u.test(plain(cell.text)));
  const texts = columns.filter(({ field }) => field?.startsWith('goal/'));
  const goal = texts.at(-1);
  if (!task || !goal || columns.length > 5) return undefined;
  return columns.map((column) => ({
    ...column,
    field: column === task ? 'goals/task' : column === goal ? 'goals/text' : 'label',
  }));
}

/** The columns of what a project costs: 数量 and 单价 beside its items and amounts; undefined for other heads. */
function costsOf(columns: readonly HeadColumn[]): readonly HeadColumn[] | undefined {
  const isCost =
    columns.some(({ field }) => field === 'cost/name') && columns.some(({ cell }) => amount.test(bareOf(cell.text)));
  if (!isCost) return undefined;
  const names = columns.filter(({ field }) => field === 'cost/name');
  return columns.map((column) => {
    const text = bareOf(column.cell.text);
    // 项目支出明细 at the side of 支出内容.
    if (column === names[0] && names.length > 1) return { ...column, field: 'label' };
    if (/^(?:工程|采购)?数量$|^工程量$/.test(text)) return { ...column, field: 'cost/quantity' };
    return /^单价$/.test(text) ? { ...column, field: 'cost/unitPrice' } : column;
  });
}

const bareOf = (text: string): string => plain(text).replace(/\([^()]*\)$/, '');

const place =
  /^(?:乡镇|镇村|县区|区县|县市区|市县|市\(?州\)?|县\(市、?区\)|地区|市\(县\)|乡\(镇\)|街道|补助|分配|下达|受益|用款|使用|接收|资金使用|项目|实施|单位|部门|学校)+(?:名称)?$/;
const amount = /^(?:本次|此次|年度|分配|安排|下达|补助|拨付|奖补)*(?:金额|资金|资金额|数额|经费|额度)(?:合计)?$/;

/** The columns of a table of who gets how much; undefined for other heads. */
function allocationOf(columns: readonly HeadColumn[]): readonly HeadColumn[] | undefined {
  if (columns.length < 3 || columns.length > 6) return undefined;
  const fields = columns.map(({ cell }) => {
    const text = bareOf(cell.text);
    const known = fieldOfHead(text);
    if (known?.startsWith('project') && text !== '项目') return 'allocation/project';
    if (amount.test(text)) return 'allocation/amount';
    if (place.test(plain(cell.text).replace(/[()、]/g, ''))) return 'allocation/place';
    if (/^(?:备注|说明)$/.test(text)) return 'allocation/remark';
    return known === 'label' ? 'label' : undefined;
  });
  const one = (field: string): boolean => fields.filter((each) => each === field).length === 1;
  if (!one('allocation/place') || !one('allocation/amount') || fields.includes(undefined)) return undefined;
  return columns.map((column, at) => ({ ...column, field: fields[at] }));
}
