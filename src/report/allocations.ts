import type { Project, Report } from './schema.js';

/** The fields that an allocation may have; with any other it is a project, which needs goals and indicators. */
const shareFields: ReadonlySet<string> = new Set<keyof Project>([
  'id',
  'code',
  'name',
  'nameEn',
  'parent',
  'funding',
  'publish',
  'withheldReason',
]);

/** Names of places and bodies that get a share: 石桥乡, 市本级, 第一中学, 县水利局（本级）. */
const shareName =
  /(?:省|自治区|市|州|盟|县|区|旗|乡|镇|街道|办事处|村|社区|居委会|苏木|嘎查|农场|林场|牧场|师|团|本级|学校|小学|中学|大学|学院|幼儿园|医院|卫生院|委员会|办公室|局|厅|管理处|管理所|管委会|指挥部|派出所|司法所|财政所|分局|支队|大队|中队|服务队|法院|检察院|监狱|片区|园区|开发区|校区|院区|公司|合作社|协会|学会)(?:[（(][^（）()]*[）)])?$/;

/**
 * Whether a project is an allocation (资金分配): a place or body with its share of the money of its parent project. It needs no
 * goals, and forms print it below that project.
 */
export function isAllocation(project: Project): boolean {
  if (project.parent === undefined || (project.funding ?? []).length === 0) return false;
  if (!shareName.test(project.name.trim())) return false;
  return Object.entries(project).every(([field, value]) => shareFields.has(field) || isNothing(value));
}

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) ? value.length === 0 : value === '');
}

/** The allocations of a report, in order, each with the nearest ancestor that is no allocation: the project whose money it shares. */
export function allocationsOf({ units }: Pick<Report, 'units'>): ReadonlyMap<Project, Project> {
  const projects = units.flatMap((unit) => unit.projects);
  const shares = projects.filter(isAllocation);
  if (shares.length === 0) return new Map();
  const byName = new Map<string, Project>();
  for (const project of projects) {
    for (const name of [project.id, project.code]) if (name !== undefined) byName.set(name, project);
  }
  return new Map(
    shares.flatMap((share) => {
      const holder = holderOf(share, byName);
      return holder ? [[share, holder] as const] : [];
    }),
  );
}

function holderOf(share: Project, byName: ReadonlyMap<string, Project>): Project | undefined {
  const seen = new Set<Project>();
  let ancestor: Project | undefined = share;
  while (ancestor && isAllocation(ancestor) && !seen.has(ancestor)) {
    seen.add(ancestor);
    ancestor = byName.get(ancestor.parent ?? '');
  }
  return ancestor && !seen.has(ancestor) ? ancestor : undefined;
}
