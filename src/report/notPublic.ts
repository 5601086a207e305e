import type { Bilingual } from '../problem.js';
import type { Project, Report } from './schema.js';

/** What of a report is not for the public: projects withheld from it, signers, contacts of projects; undefined without any. */
export interface NotPublic {
  /** The projects: the report's data cannot go out at all, as its sums may hold them. */
  readonly withheld: Bilingual | undefined;
  /** Persons and telephones: the data goes out without them. */
  readonly persons: Bilingual | undefined;
}

/** Finds it. Blank signatures and contacts are none. */
export function notPublic(report: Report): NotPublic {
  const withheld = projectsOf(report).filter(({ publish }) => publish === false).length;
  const signers = says(report.signoff) ? [signed] : [];
  const persons = [...signers, ...(projectsOf(report).some(({ contacts }) => says(contacts)) ? [contacted] : [])];
  return {
    withheld:
      withheld === 0
        ? undefined
        : { zh: `${withheld} 个不公开的项目`, en: `${withheld} withheld project${withheld === 1 ? '' : 's'}` },
    persons: persons.length === 0 ? undefined : bothOf(persons),
  };
}

/** Whether a field of the schema is of persons: `project.contacts.head`, `report.signoff`. */
export function isOfPersons(field: string): boolean {
  return /^(?:project\.contacts|report\.signoff)\b/.test(field);
}

const signed = { zh: '签署的姓名、电话等', en: 'names, telephones or dates of signing' };
const contacted = { zh: '项目的联系信息', en: 'contacts of projects' };

function bothOf(all: readonly Bilingual[]): Bilingual {
  return { zh: all.map(({ zh }) => zh).join('和'), en: all.map(({ en }) => en).join(' and ') };
}

/** The report as the public sees it, without signers and contacts; the same object where it has none. */
export function publicCopy(report: Report): Report {
  if (report.signoff === undefined && projectsOf(report).every(({ contacts }) => contacts === undefined)) return report;
  const { signoff: _, accepted, ...rest } = report;
  const units = report.units.map((unit) => ({ ...unit, projects: unit.projects.map(withoutContacts) }));
  const left = accepted?.filter(({ at }) => !/^\/signoff\b|\/contacts\b/.test(at));
  return { ...rest, units, ...(left && { accepted: left }) };
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
