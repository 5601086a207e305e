import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CheckedFinding } from '../../check/check.js';
import type { Place, Severity } from '../../problem.js';
import type { CheckedFile } from './findings.js';
import { type KnownRule, knownRules } from './known.js';

/** What a log is written for. */
export interface SarifWish {
  readonly version: string;
  /** The folder that file names are relative to. */
  readonly root: string;
  readonly language: 'zh' | 'en';
}

type Language = SarifWish['language'];

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'note' };

/**
 * Findings as SARIF 2.1.0 (OASIS, 27 March 2020), for whatever shows them beside the lines of a report: one run, all rules,
 * results in the order of the reports, those that a report accepts as suppressed ones.
 */
export function sarifLog(files: readonly CheckedFile[], wish: SarifWish): object {
  const all = files.flatMap((file) => [...file.findings, ...file.accepted]);
  const described = descriptors(all, wish.language);
  const indexes = new Map(described.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'jibiao', version: wish.version, rules: described } },
        language: wish.language === 'zh' ? 'zh-CN' : 'en-US',
        // As places count columns (json/lines.ts).
        columnKind: 'utf16CodeUnits',
        results: all.map((finding) => result(finding, indexes.get(finding.problem.code) as number, wish)),
      },
    ],
  };
}

/** All rules, found or not, then the codes that are no rule's: of reading, of acceptances. */
function descriptors(all: readonly CheckedFinding[], language: Language) {
  const known = new Set(knownRules.map(({ code }) => code));
  const others = new Set(all.map(({ problem }) => problem.code).filter((code) => !known.has(code)));
  return [...knownRules.map((rule) => descriptor(rule, language)), ...[...others].sort().map((id) => ({ id }))];
}

function descriptor({ code, number, severity, wrong, why, source, mend }: KnownRule, language: Language) {
  return {
    id: code,
    name: number,
    shortDescription: { text: wrong[language] },
    fullDescription: { text: why[language] },
    help: { text: `${mend[language]}\n${source[language]}` },
    defaultConfiguration: { level: levels[severity] },
  };
}

function result(finding: CheckedFinding & { readonly reason?: string }, ruleIndex: number, wish: SarifWish) {
  const { problem, table, reason } = finding;
  const { code, severity, message, hint, place, related = [] } = problem;
  const [words, mend] = [message[wish.language], hint?.[wish.language]];
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: mend === undefined ? words : `${words}\n${mend}` },
    ...(place && {
      locations: [location(place, wish, table[wish.language])],
      // A finding stays the same while lines above it come and go.
      partialFingerprints: { 'jibiao/v1': `${code} ${uriOf(place.file, wish.root)} ${place.pointer ?? ''}` },
    }),
    ...(related.length > 0 && {
      relatedLocations: related.map((each, id) => ({ id, ...location(each, wish) })),
    }),
    ...(reason !== undefined && {
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: reason }],
    }),
  };
}

function location({ file, line, column, pointer, cell }: Place, { root, language }: SarifWish, table?: string) {
  const words = [table, cell?.[language]].filter(Boolean).join(' ');
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file, root) },
      ...(line !== undefined && { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } }),
    },
    ...(pointer !== undefined && {
      logicalLocations: [{ fullyQualifiedName: pointer, ...(words !== '' && { name: words }) }],
    }),
  };
}

/** Below the root a relative reference, elsewhere a whole URI. */
function uriOf(file: string, root: string): string {
  const path = relative(root, file);
  if (path === '' || path.startsWith('..') || path.includes(':')) return pathToFileURL(file).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}
