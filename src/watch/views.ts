import type { Problem } from '../problem.js';
import { type Built, reportName } from '../publish/build.js';
import type { News } from './watch.js';

/** The view of one report. */
export interface View {
  readonly name: string;
  /** The page of the last good build; absent before the first. */
  readonly page?: string;
  /** Files of the last good build. */
  readonly files: Built['files'];
  /** Of the last build, good or not. */
  readonly problems: readonly Problem[];
  readonly failed: boolean;
  /** Counts the changes of this view. */
  readonly revision: number;
}

/** The last good view of every report, updated by the news of a watch. */
export class Views {
  readonly #views = new Map<string, View>();
  readonly #refused = { workshop: [] as readonly Problem[], reports: [] as readonly Problem[] };
  readonly #listeners = new Set<() => void>();
  readonly #nameOf: (file: string) => string;
  #revision = 0;

  /** `nameOf` gives unique names, also to reports with one name in different folders. */
  constructor(nameOf: (file: string) => string = reportName) {
    this.#nameOf = nameOf;
  }

  /** In the order of their names. */
  get all(): readonly View[] {
    return [...this.#views.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  /** Counts the changes of all views. */
  get revision(): number {
    return this.#revision;
  }

  /** Problems of all reports: layouts or fonts that cannot be read, reports with the same name. */
  get problems(): readonly Problem[] {
    return [...this.#refused.workshop, ...this.#refused.reports];
  }

  get(name: string): View | undefined {
    return this.#views.get(name);
  }

  /** Calls back after every change, until the returned function is called. */
  follow(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  heard(news: News): void {
    switch (news.type) {
      case 'waiting':
        return;
      case 'started':
        for (const file of news.reports) this.#add(file);
        break;
      case 'added':
        this.#add(news.file);
        break;
      case 'removed':
        this.#views.delete(this.#nameOf(news.file));
        break;
      case 'reopened':
        this.#refuse('workshop', []);
        break;
      case 'mended':
        this.#refuse('reports', []);
        break;
      case 'refused':
        this.#refuse(news.what, news.problems);
        break;
      case 'built':
        this.#renew(this.#nameOf(news.file), news.built);
    }
    this.#revision += 1;
    for (const listener of this.#listeners) listener();
  }

  #add(file: string): void {
    const name = this.#nameOf(file);
    this.#views.set(name, { name, files: [], problems: [], failed: false, revision: 0 });
  }

  #renew(name: string, built: Built): void {
    const before = this.#views.get(name);
    if (!before) return;
    const { problems, failed } = built;
    const good = failed
      ? {}
      : {
          files: built.files.filter(({ state }) => state !== 'removed'),
          ...(built.view && { page: new TextDecoder().decode(built.view) }),
        };
    this.#views.set(name, { ...before, ...good, problems, failed, revision: before.revision + 1 });
  }

  #refuse(what: 'workshop' | 'reports', problems: readonly Problem[]): void {
    this.#refused[what] = problems;
    for (const [name, view] of this.#views) this.#views.set(name, { ...view, revision: view.revision + 1 });
  }
}
