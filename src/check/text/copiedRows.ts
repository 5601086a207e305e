import type { OwnerAt } from '../subject.js';

/** A row of a project that speaks of what only another project is about. */
export interface CopiedRow {
  readonly row: OwnerAt['indicators'][number];
  readonly of: OwnerAt;
  readonly from: OwnerAt;
}

/** What any project may measure. */
const common =
  /指标|项目|工程|工作|任务|资金|经费|补助|补贴|设备|设施|服务|人员|群众|受益|对象|满意度?|完成|及时|按时|按期|合格|达标|验收|质量|数量|成本|时间|时限|时效|期限|比率|比例|覆盖|知晓|到位|执行|支付|拨付|发放|使用|利用|控制|节约|增长|提高|提升|改善|促进|带动|新增|新建|建设|实施|开展|组织|参与|培训|宣传|活动|社会|经济|生态|环境|影响|可持续|长期|受众|群体|信息|发布|推送|公众|单位|申报|动员|有关|作用|发挥|有效|正常|运行|管理|保障|维护|安全|事故|投诉|率|度|数|量|次|人|户|家|个/g;
/** In a department of many projects some rows are common to all that it does. */
const most = 8;

/** Rows of the same name in two projects, where only one of them has their subject in anything else that it says: 路灯亮灯率 of a cold store. */
export function copiedRows(owners: readonly OwnerAt[]): CopiedRow[] {
  const projects = owners.filter(({ project }) => project !== undefined);
  if (projects.length < 2 || projects.length > most) return [];
  const byName = new Map<string, { row: CopiedRow['row']; of: OwnerAt }[]>();
  for (const of of projects)
    for (const row of of.indicators) {
      const same = byName.get(row.indicator.name);
      if (same) same.push({ row, of });
      else byName.set(row.indicator.name, [{ row, of }]);
    }
  const worlds = new Map<OwnerAt, string>();
  const worldOf = (owner: OwnerAt, without: string): string => {
    const world = worlds.get(owner) ?? saidBy(owner);
    worlds.set(owner, world);
    return world.replaceAll(without, ' ');
  };
  return [...byName].flatMap(([name, rows]) => {
    const subjects = rows.length < 2 ? [] : subjectsOf(name);
    if (subjects.length === 0) return [];
    const isAbout = (owner: OwnerAt): boolean => {
      const world = worldOf(owner, name);
      return subjects.some((subject) => world.includes(subject));
    };
    const from = rows.find(({ of }) => subjects.some((subject) => namedBy(of).includes(subject)));
    if (!from) return [];
    return rows.flatMap(({ row, of }) => (of === from.of || isAbout(of) ? [] : [{ row, of, from: from.of }]));
  });
}

function subjectsOf(name: string): string[] {
  return name
    .replace(common, ' ')
    .split(/[^\u4e00-\u9fff]+/)
    .flatMap((word) => Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)));
}

/** What a project is, by its name and what it builds or buys. */
function namedBy({ project }: OwnerAt): string {
  const { name = '', content = '', summary = '', costLines = [] } = project?.project ?? {};
  return [name, content, summary, ...costLines.map((line) => `${line.name} ${line.content ?? ''}`)].join('\n');
}

function saidBy(owner: OwnerAt): string {
  const { goals, indicators } = owner;
  return [
    namedBy(owner),
    ...goals.map(({ goal }) => goal.text),
    ...indicators.map(({ indicator }) => indicator.name),
  ].join('\n');
}
