import type { Bilingual } from '../problem.js';
import type { Report } from './schema.js';

/** What in a report must not be published with its data: withheld projects, names and telephone numbers of the signers. */
export function notPublic({ units, signoff }: Report): Bilingual | undefined {
  const withheld = units.flatMap(({ projects }) => projects).filter(({ publish }) => publish === false).length;
  const isSigned = Object.values(signoff ?? {}).some((text) => text.trim() !== '');
  if (withheld === 0 && !isSigned) return undefined;
  const s = withheld === 1 ? '' : 's';
  const zh = [...(withheld > 0 ? [`${withheld} 个不公开的项目`] : []), ...(isSigned ? ['签署的姓名、电话等'] : [])];
  const en = [
    ...(withheld > 0 ? [`${withheld} withheld project${s}`] : []),
    ...(isSigned ? ['names, telephones or dates of signing'] : []),
  ];
  return { zh: zh.join('和'), en: en.join(' and ') };
}
