import type { Project, Report } from './schema.js';

/** What an allocation may say; with anything more it is a project that has a goal and indicators to name. */
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

/** Names of places, and of bodies that get a share: 石桥乡, 市本级, 第一中学, 县水利局（本级）. */
const shareName =
  /(?:省|自治区|市|州|盟|县|区|旗|乡|镇|街道|办事处|村|社区|居委会|苏木|嘎查|农场|林场|牧场|师|团|本级|学校|小学|中学|大学|学院|幼儿园|医院|卫生院|委员会|办公室|局|厅|管理处|管理所|公司|合作社|协会|学会)(?:[（(][^（）()]*[）)])?$/;

/**
 * Whether a project is an allocation (资金分配): a place or body and its share of the money of the project above it. It has no
 * goal of its own to miss, and forms print it below that project.
 */
export function isAllocation(project: Project): boolean {
  if (project.parent === undefined || (project.funding ?? []).length === 0) return false;
  if (!shareName.test(project.name.trim())) return false;
  return Object.entries(project).every(([field, value]) => shareFields.has(field) || isNothing(value));
}

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) ? value.length === 0 : value === '');
}

/** The allocations of a report in its order, each with the project whose money it shares: the nearest above that is none itself. */
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
  let above: Project | undefined = share;
  while (above && isAllocation(above) && !seen.has(above)) {
    seen.add(above);
    above = byName.get(above.parent ?? '');
  }
  return above && !seen.has(above) ? above : undefined;
}
