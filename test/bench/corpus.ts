import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Indicator, Project, Report } from '../../src/report/schema.js';

/** What published reports are made of, taken apart: the generator puts it together anew. */
export interface Corpus {
  readonly projectNames: readonly string[];
  readonly unitNames: readonly string[];
  /** Sentences of goals, each with the mark that ends it. */
  readonly sentences: readonly string[];
  readonly indicators: readonly Indicator[];
}

/** Takes apart the sample reports of a folder, in the order of their names. */
export function readCorpus(folder = 'data'): Corpus {
  const reports = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Report);
  const projects = reports.flatMap((report) => report.units.flatMap((unit) => unit.projects));
  const goals = [...projects, ...reports.flatMap(({ department }) => department.overall ?? [])].flatMap(goalTexts);
  return {
    projectNames: unique(projects.map((project) => project.name)),
    unitNames: unique(reports.flatMap((report) => report.units.map((unit) => unit.name))),
    sentences: unique(goals.flatMap(sentencesOf)),
    indicators: [...projects, ...reports.flatMap(({ department }) => department.overall ?? [])].flatMap(
      (owner) => owner.indicators ?? [],
    ),
  };
}

function goalTexts({ goals }: Pick<Project, 'goals'>): string[] {
  return (goals ?? []).map((goal) => goal.text);
}

function sentencesOf(text: string): string[] {
  return (text.match(/[^。；\n]+[。；]?/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
