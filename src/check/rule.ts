import type { Path } from '../json/pointer.js';
import type { Bilingual, Severity } from '../problem.js';
import type { Expectations } from './expectations.js';
import type { Page } from './page.js';
import type { Subject } from './subject.js';

/** What a rule found: the value it stands at, what is wrong there, and the other values that it was held against. */
export interface Found {
  readonly path: Path;
  readonly message: Bilingual;
  /** How to mend just this; the rule's own words when absent. */
  readonly hint?: Bilingual;
  /** When it is less sure or less grave than the rule says. */
  readonly severity?: Severity;
  readonly related?: readonly Path[];
  /** What a line that lists several findings of its kind calls it. */
  readonly item?: Bilingual;
  /** The region's form has no place for it, as its layout declares. */
  readonly declared?: true;
}

/** Changes of the example report: JSON pointer to new value; null takes the value away, a last step `-` appends to a list. */
export type Patch = Readonly<Record<string, unknown>>;

/** What users read about a rule. */
export interface RuleWords {
  /** Stable; named by users, by acceptances and by tests. */
  readonly code: string;
  /** Its number, such as R-13; rules that look at one thing from several sides share one. */
  readonly number: `R-${number}`;
  readonly severity: Severity;
  /** What holds of a report without fault. */
  readonly title: Bilingual;
  /** What is wrong where it does not hold, as a list of findings says it. */
  readonly wrong: Bilingual;
  readonly why: Bilingual;
  /** The standard, circular, form, checker or published table that it follows. */
  readonly source: Bilingual;
  readonly mend: Bilingual;
  /** What it reads, in the words of the forms. */
  readonly looksAt: Bilingual;
}

/** One rule over a report. Its words are what `--explain` tells and what its tests hold it to. */
export interface Rule extends RuleWords {
  /** Made of the example report: one that the rule finds, one that it lets pass though it is near. */
  readonly fails: Patch;
  readonly passes: Patch;
  /** What a layout must ask so that one example fails and the other passes; most rules need no layout. */
  readonly expects?: Expectations;
  /** The layout whose page it looks at, in the two examples. */
  readonly layout?: string;
  /** What that page is to the rule in its failing example. */
  readonly page?: Partial<Page>;
  /** Its findings are listed whenever the report is built, not only counted. */
  readonly alwaysListed?: true;
  /** What it finds in one project depends on others too. The other rules look at one project at a time, or at none. */
  readonly whole?: true;
  /** Speaks of how a cell is entered, not of what it says. */
  readonly ofEntry?: true;
  /** Says nothing of a cell of which another rule has spoken. */
  readonly yields?: true;
  /** The part that is missing of the record where it finds something: a marked form shows the finding in that part's blank. */
  readonly lacks?: 'goals' | 'indicators' | 'funding' | 'annualTarget';
  readonly find: (subject: Subject) => Iterable<Found>;
}

/** A finding with the rule that made it, before it is placed. */
export interface RuleFound extends Found {
  readonly rule: Rule;
}
