import { checkAcross } from '../check/across/across.js';
import { type Facts, factsOf } from '../check/across/facts.js';
import { wholeFile } from '../check/cells.js';
import { type CheckedFinding, checkReport } from '../check/check.js';
import { choiceNotices } from '../layouts/choiceNotices.js';
import { chooseLayouts } from '../layouts/choose.js';
import type { Layout } from '../layouts/find.js';
import { type Problem, Problems, warning } from '../problem.js';
import type { CheckedFile } from '../products/findings/findings.js';
import { isReversed } from '../report/meaning.js';
import { type ReadReport, readShaped, type ShapedReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import { ourFault, withFilePlaces } from './attempt.js';
import { pagesOf } from './pages.js';
import { readFileWithin } from './readFile.js';
import type { Workshop } from './workshop.js';

/** The layouts that reports are checked for. */
export type Layouts = Pick<Workshop, 'layouts' | 'layout'>;

/**
 * Checks reports one after the other, then against each other. Of each it keeps only the findings and a few facts. `heard` is
 * called after each.
 */
export function checkFiles(
  paths: readonly string[],
  layouts: Layouts,
  heard: (checked: CheckedFile) => void = () => {},
): CheckedFile[] {
  const facts: Facts[] = [];
  const alone = paths.map((path) => {
    const checked = checkFile(path, layouts, (read) => facts.push(factsOf(read)));
    heard(checked);
    return checked;
  });
  return withAcross(alone, facts);
}

/** Adds the findings of comparing the reports, each to the report where it is. */
function withAcross(alone: readonly CheckedFile[], facts: readonly Facts[]): CheckedFile[] {
  const across = checkAcross(facts);
  const of = (file: string) => (each: CheckedFinding) => each.problem.place?.file === file;
  return alone.map((checked) => ({
    ...checked,
    findings: [...checked.findings, ...across.findings.filter(of(checked.file))],
    accepted: [...checked.accepted, ...across.accepted.filter(of(checked.file))],
  }));
}

/** Checks one report file. Never throws: what stopped it is a finding. */
function checkFile(file: string, layouts: Layouts, noted: (read: ReadReport) => void): CheckedFile {
  try {
    const read = readShaped(readFileWithin(file), file);
    noted(read);
    return checked(read, layouts);
  } catch (cause) {
    const problems = cause instanceof Problems ? cause.problems : [ourFault(cause)];
    const findings = problems.map((problem) => ofFile(problem, file));
    const ours = !(cause instanceof Problems);
    return { file, layouts: [], notices: [], findings, accepted: [], failed: true, ours };
  }
}

function checked(read: ShapedReport, workshop: Layouts): CheckedFile {
  const { report, file, warnings, faults } = read;
  const { layouts, problems, notices } = chosen(report, workshop);
  const manifests = layouts.map(({ manifest }) => manifest);
  // What cannot be so is not filled in; all else is told beside it.
  const pages = faults.length > 0 ? [] : pagesOf(report, layouts);
  const said = faults.length > 0 ? { ...read, report: withoutReversed(report) } : read;
  const { findings, accepted } = checkReport(said, manifests, pages);
  const { department, year, date, approvalDate } = report;
  return {
    file,
    about: { department: department.name, year, ...(date && { date }), ...(approvalDate && { approvalDate }) },
    layouts: manifests.map(({ id }) => id),
    notices,
    findings: [
      ...[...warnings, ...faults, ...withFilePlaces(problems, file, read.text)].map((problem) => ofFile(problem, file)),
      ...findings,
    ],
    accepted,
    failed: false,
    ours: false,
  };
}

/** The report without periods that end before they begin: what is due in one, or when it is over, cannot be told. */
function withoutReversed(report: Report): Report {
  const units = report.units.map((unit) => ({
    ...unit,
    projects: unit.projects.map((project) =>
      isReversed(project.period?.start, project.period?.end) ? { ...project, period: {} } : project,
    ),
  }));
  return { ...report, units };
}

interface Chosen {
  readonly layouts: readonly Layout[];
  /** The problems of the layouts, such as a missing one: the report could not be built. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

function chosen(report: Report, { layouts: found, layout: wanted }: Layouts): Chosen {
  try {
    const { layouts, missing } = chooseLayouts(found, report, wanted);
    const notices = layouts.flatMap(({ manifest }) => choiceNotices(found, manifest, report, wanted ?? report.layout));
    return { layouts, problems: [], notices: [...notices, ...missing.map(unheld)] };
  } catch (cause) {
    if (!(cause instanceof Problems)) throw cause;
    return { layouts: [], problems: cause.problems, notices: [] };
  }
}

function unheld(table: 'project' | 'department'): Problem {
  const zh = table === 'department' ? '部门整体绩效目标表' : '项目绩效目标表';
  return warning(
    'check-without-layout',
    {
      zh: `没有本地区的${zh}版式，只按通用规则核对`,
      en: `no layout for the ${table} table: checked without what a form asks`,
    },
    undefined,
    { zh: '用 --layouts 加上本地区的版式', en: 'add a layout of the region with --layouts' },
  );
}

/** A problem of reading, or of choosing the layout, as a finding of the whole file. */
function ofFile(problem: Problem, file: string): CheckedFinding {
  return { problem: problem.place ? problem : { ...problem, place: { file } }, number: '', table: wholeFile };
}
