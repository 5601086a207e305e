import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fault, type Problem } from '../problem.js';
import { largestLayoutFile } from './limits.js';
import type { SourceFile } from './source.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A templates folder: reads names and files in it, and nothing outside it, also through links. */
export class TemplatesFolder {
  readonly path: string;
  readonly #real: string;

  /** Throws the file system's error if there is no such folder. */
  constructor(path: string) {
    this.path = path;
    this.#real = realpathSync.native(path);
    readdirSync(this.#real);
  }

  /** The entries of a folder inside, sorted, without hidden ones; none if it is no folder. */
  list(relative: string): readonly string[] {
    try {
      const real = realpathSync.native(join(this.#real, relative));
      if (!this.#holds(real)) return [];
      return readdirSync(real)
        .filter((name) => !name.startsWith('.'))
        .sort();
    } catch {
      return [];
    }
  }

  /** Reads a UTF-8 file; undefined, and a problem, if it cannot be read or lies outside. */
  read(relative: string, problems: Problem[]): SourceFile | undefined {
    try {
      const real = realpathSync.native(join(this.#real, relative));
      if (!this.#holds(real)) {
        problems.push(outsideFault(relative));
        return undefined;
      }
      const state = statSync(real);
      // Reading a pipe or a device might never end.
      if (!state.isFile() || state.size > largestLayoutFile) {
        problems.push(unusualFault(relative, state.isFile()));
        return undefined;
      }
      return { file: relative, text: utf8.decode(readFileSync(real)) };
    } catch (cause) {
      problems.push(cause instanceof TypeError ? encodingFault(relative) : unreadableFault(relative, cause));
      return undefined;
    }
  }

  #holds(real: string): boolean {
    return real === this.#real || real.startsWith(this.#real + sep);
  }
}

/** The problem of a file or folder that cannot be read; `path` as the user gave it. */
export function unreadableFault(path: string, cause: unknown): Problem {
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return missing
    ? fault('layout-missing', { zh: `缺少 ${path}`, en: `${path} is missing` }, { file: path })
    : fault(
        'layout-unreadable',
        { zh: `${path} 读不出（${reason}）`, en: `cannot read ${path} (${reason})` },
        { file: path },
      );
}

function outsideFault(file: string): Problem {
  return fault(
    'layout-outside',
    { zh: `${file} 指向了模板文件夹之外`, en: `${file} points outside its templates folder` },
    { file },
    { zh: '请把文件本身放进文件夹，不要用链接', en: 'put the file itself into the folder, not a link' },
  );
}

function unusualFault(file: string, isFile: boolean): Problem {
  const message = isFile
    ? {
        zh: `${file} 超过上限 ${largestLayoutFile / 1024 / 1024} MB`,
        en: `${file} is larger than the limit of ${largestLayoutFile / 1024 / 1024} MB`,
      }
    : { zh: `${file} 不是普通文件`, en: `${file} is no ordinary file` };
  const hint = {
    zh: '版式文件是几千字的文本；检查是否放错了',
    en: 'a file of a layout is a short text: is it the right one?',
  };
  return fault(isFile ? 'layout-too-large' : 'layout-unreadable', message, { file }, hint);
}

function encodingFault(file: string): Problem {
  return fault(
    'layout-encoding',
    { zh: `${file} 不是 UTF-8 文字`, en: `${file} is not UTF-8 text` },
    { file },
    { zh: '请用 UTF-8 编码另存', en: 'save it as UTF-8' },
  );
}
