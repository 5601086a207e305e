import type { Bilingual } from '../problem.js';
import type { Project, Report } from './schema.js';

/**
 * What in a report must not be published with its data: withheld projects, names and telephone numbers of the signers, contacts
 * of projects.
 */
export function notPublic(report: Report): Bilingual | undefined {
  const withheld = projectsOf(report).filter(({ publish }) => publish === false).length;
  const isSigned = says(report.signoff);
  const hasContacts = projectsOf(report).some(({ contacts }) => says(contacts));
  if (withheld === 0 && !isSigned && !hasContacts) return undefined;
  const s = withheld === 1 ? '' : 's';
  const zh = [
    ...(withheld > 0 ? [`${withheld} 个不公开的项目`] : []),
    ...(isSigned ? ['签署的姓名、电话等'] : []),
    ...(hasContacts ? ['项目的联系信息'] : []),
  ];
  const en = [
    ...(withheld > 0 ? [`${withheld} withheld project${s}`] : []),
    ...(isSigned ? ['names, telephones or dates of signing'] : []),
    ...(hasContacts ? ['contacts of projects'] : []),
  ];
  return { zh: zh.join('和'), en: en.join(' and ') };
}

/** The report as the public sees it, without signers and contacts; the same object where it has none. */
export function publicCopy(report: Report): Report {
  if (report.signoff === undefined && projectsOf(report).every(({ contacts }) => contacts === undefined)) return report;
  const { signoff: _, ...rest } = report;
  const units = report.units.map((unit) => ({ ...unit, projects: unit.projects.map(withoutContacts) }));
  return { ...rest, units };
}

function withoutContacts({ contacts: _, ...project }: Project): Project {
  return project;
}

function projectsOf({ units }: Report): Project[] {
  return units.flatMap(({ projects }) => projects);
}

function says(fields: Readonly<Record<string, string>> | undefined): boolean {
  return Object.values(fields ?? {}).some((text) => text.trim() !== '');
}
