import type { Place } from '../problem.js';
import { Lines, type Spot } from './lines.js';
import { type Located, locate } from './locate.js';
import { type Path, pointerOf, visible } from './pointer.js';

/** The places of some values of a JSON text, by their paths. */
export class Places {
  readonly #located: ReadonlyMap<string, Located>;
  readonly #lines: Lines;

  constructor(located: ReadonlyMap<string, Located>, lines: Lines) {
    this.#located = located;
    this.#lines = lines;
  }

  /** The offsets of a value and its key, and how it is written; undefined where the text has nothing at that path. */
  at(path: Path): Located | undefined {
    return this.#located.get(pointerOf(path));
  }

  /** Line and column of a value, or of the key before it. */
  spotOf(path: Path, of: 'key' | 'value' = 'value'): Spot | undefined {
    const located = this.at(path);
    return located && this.#lines.at(located[of]);
  }

  /** The same with file and JSON pointer, for a problem. */
  placeOf(path: Path, file: string, of: 'key' | 'value' = 'value'): Place {
    return { file, ...this.spotOf(path, of), pointer: visible(pointerOf(path)) };
  }
}

/** Finds values, in one pass, in a well-formed JSON text that is nested no deeper than `deepestNesting`. */
export function placesOf(paths: readonly Path[], text: string): Places {
  return new Places(paths.length === 0 ? new Map() : locate(text, paths), new Lines(text));
}
