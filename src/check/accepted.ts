import { pathOf, pointerOf, quoted } from '../json/pointer.js';
import type { Bilingual, Severity } from '../problem.js';
import type { Acceptance } from '../report/schema.js';
import { acrossCodes } from './across/rules.js';
import type { Found, RuleFound } from './rule.js';

/** A finding in its final words; with a reason when the report accepts it. */
export interface Accepted extends Found {
  readonly code: string;
  readonly number: string;
  readonly severity: Severity;
  readonly hint: Bilingual;
  readonly reason?: string;
}

/** The finding about an acceptance that meets no finding. */
export const acceptanceUnused = 'acceptance-unused';

/**
 * Matches findings with the acceptances of a report. Each names a rule by code or number, and the place of the finding. One that
 * matches nothing is itself a finding, `acceptance-unused`: the fault was mended, or the place has moved. What is found only
 * among several reports is accepted there (`checkAcross`); `isMet` says which acceptances match findings that are not in the list.
 * Findings come first, in their order.
 */
export function matchAcceptances(
  found: readonly RuleFound[],
  acceptances: readonly Acceptance[],
  isMet: (acceptance: Acceptance) => boolean = () => false,
): Accepted[] {
  const used = new Set<Acceptance>();
  const byPlace = new Map<string, Acceptance[]>();
  for (const each of acceptances) byPlace.set(each.at, [...(byPlace.get(each.at) ?? []), each]);
  const all = found.map(({ rule, ...own }): Accepted => {
    const { code, number, severity, mend: hint } = rule;
    const acceptance = (byPlace.get(pointerOf(own.path)) ?? []).find(
      (each) => each.code === code || each.code === number,
    );
    if (acceptance) used.add(acceptance);
    const said = { severity, hint, ...own, code, number, message: inPrint(own.message) };
    return acceptance ? { ...said, reason: acceptance.reason } : said;
  });
  return [
    ...all,
    ...acceptances.flatMap((each, index) =>
      used.has(each) || isElsewhere(each) || isMet(each) ? [] : [unused(each, index)],
    ),
  ];
}

/** What is found among several reports, or when a summary is made, is met there. */
function isElsewhere({ code }: Acceptance): boolean {
  return acrossCodes.has(code) || code === 'summary-number-differs';
}

function unused({ code, at }: Acceptance, index: number): Accepted {
  return {
    path: ['accepted', String(index)],
    code: acceptanceUnused,
    number: '',
    severity: 'warning',
    message: {
      zh: `认可的问题已不存在：${quoted(code)} 在 ${at === '' ? '整个文件' : quoted(pointerOf(pathOf(at)))} 处没有发现`,
      en: `what was accepted is not there: ${quoted(code)} finds nothing at ${quoted(at)}`,
    },
    hint: {
      zh: '问题已改好就删去这一条；数据挪了位置就改 at；code 见 jibiao check 的输出',
      en: 'delete it if the fault was mended; if the data moved, correct "at"; codes are those that jibiao check prints',
    },
  };
}

/** What rules quote as JSON stands in Chinese quotation marks, close to the words around it. */
export function inPrint({ zh, en }: Bilingual): Bilingual {
  const marked = zh.replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => `“${inner.replaceAll('\\"', '"')}”`);
  return { zh: marked.replace(/(?<=[\p{Script=Han}”]) (?=“)|(?<=”) (?=\p{Script=Han})/gu, ''), en };
}
