import { statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { fault, type Problem, Problems } from '../problem.js';
import { type Corner, SecondLook } from './secondLook.js';
import type { Change, ChangeSource } from './watch.js';

/** What is watched: reports as the user named them (files, folders, patterns), folders of layouts and of fonts. */
export interface Watched {
  readonly reports: readonly string[];
  readonly layouts: readonly string[];
  readonly fonts: readonly string[];
}

/** A folder to watch, and which of its files matter. */
interface Root {
  readonly folder: string;
  readonly deep: boolean;
  readonly files: RegExp;
  readonly change: (path: string) => Change;
}

/** Watches the disk. Throws Problems `cannot-watch`. */
export function disk(watched: Watched): ChangeSource {
  return async (tell) => {
    const all = roots(watched);
    const second = new SecondLook(all.map((root) => cornerOf(root, tell)));
    const heard = (change: Change, path: string): void => {
      tell(change);
      void second.heard(path);
    };
    const watchers = all.map((root) => open(root, heard));
    const close = async () => {
      second.close();
      await Promise.all(watchers.map(({ watcher }) => watcher.close()));
    };
    try {
      await Promise.all(watchers.map(({ ready }) => ready));
      await second.begin();
    } catch (cause) {
      await close();
      throw cause;
    }
    return close;
  };
}

function roots({ reports, layouts, fonts }: Watched): Root[] {
  const workshop = (): Change => ({ type: 'workshop' });
  const all = [
    ...reports.map((name) => ({
      ...reportRoot(name),
      files: /\.json$/i,
      change: (path: string): Change => ({ type: 'report', path }),
    })),
    ...layouts.map((folder) => ({ folder, deep: true, files: /\.(json|hbs|css)$/i, change: workshop })),
    ...fonts.map((folder) => ({ folder, deep: false, files: /\.(ttf|otf|ttc|woff2?|json)$/i, change: workshop })),
  ].map((root) => ({ ...root, folder: resolve(root.folder) }));
  return [...new Map(all.map((root) => [`${root.folder}\n${root.deep}\n${root.files.source}`, root])).values()];
}

/** A file is watched through its folder, because programs that save by renaming replace the file. */
function reportRoot(name: string): Pick<Root, 'folder' | 'deep'> {
  try {
    return { folder: statSync(name).isDirectory() ? name : dirname(name), deep: false };
  } catch {
    // A pattern: the folder that it begins with, and its subfolders if the pattern goes on.
    const steps = name.split(/[\\/]/);
    const first = steps.findIndex((step) => /[*?[\]{}()!]/.test(step));
    const deep = first < steps.length - 1 || steps[first]?.includes('**') === true;
    return { folder: steps.slice(0, Math.max(first, 0)).join('/') || '.', deep };
  }
}

function open(root: Root, tell: (change: Change, path: string) => void): { watcher: FSWatcher; ready: Promise<void> } {
  const watcher = watch(root.folder, {
    ignoreInitial: true,
    ignored: (path, stats) => isHidden(root, path) || (stats?.isFile() === true && !root.files.test(path)),
    ...(!root.deep && { depth: 0 }),
  });
  watcher.on('all', (event, path) => {
    if (event !== 'addDir' && event !== 'unlinkDir') tell(root.change(path), path);
  });
  const ready = new Promise<void>((resolved, reject) => {
    watcher.once('ready', resolved);
    watcher.once('error', (cause) => reject(new Problems([cannotWatch(root.folder, cause)])));
  });
  watcher.on('error', (cause) => tell({ type: 'lost', problem: cannotWatch(root.folder, cause) }, root.folder));
  return { watcher, ready };
}

function cornerOf(root: Root, tell: (change: Change) => void): Corner {
  const { folder, deep, files, change } = root;
  const matters = (path: string): boolean => files.test(path) && !isHidden(root, path);
  return { folder, deep, matters, tell: (path) => tell(change(path)) };
}

/** Whether a file is an editor's own, or in a folder that nobody edits by hand. */
function isHidden({ folder }: Root, path: string): boolean {
  return relative(folder, path)
    .split(/[\\/]/)
    .some((step) => step === 'node_modules' || /^\.[^.]/.test(step));
}

function cannotWatch(folder: string, cause: unknown): Problem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return fault(
    'cannot-watch',
    { zh: `盯不住 ${folder}：${reason}`, en: `cannot watch ${folder}: ${reason}` },
    { file: folder },
    {
      zh: 'Linux 可调大 fs.inotify.max_user_watches；或只写要盯的报告',
      en: 'on Linux raise fs.inotify.max_user_watches, or name fewer reports',
    },
  );
}
