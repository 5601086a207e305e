import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fault, type Problem, Problems } from '../problem.js';

/**
 * Makes a folder and its missing parents; returns those that it made, the outermost first. Step by step, because Node's recursive
 * mkdir never ends where a folder cannot be made, as in a deleted working folder or in /proc. Throws Problems `cannot-write`.
 */
export function makeFolder(folder: string): string[] {
  const missing: string[] = [];
  try {
    for (let at = resolve(folder); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
    if (missing.includes(process.cwd())) throw new Problems([workingFolderGone(folder)]);
    return missing.filter(made);
  } catch (cause) {
    throw cause instanceof Problems ? cause : new Problems([cannotWrite(folder, cause)]);
  }
}

/** Makes a folder; false where another run just made it. */
function made(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

function workingFolderGone(folder: string): Problem {
  const message = {
    zh: `写不进 ${folder}：运行命令时所在的文件夹已被删除或移走`,
    en: `cannot write ${folder}: the folder in which the command was started is gone`,
  };
  const hint = { zh: '到一个还在的文件夹里再运行', en: 'run it again in a folder that is there' };
  return fault('cannot-write', message, { file: folder }, hint);
}

export function cannotWrite(path: string, cause: unknown): Problem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return fault(
    'cannot-write',
    { zh: `写不进 ${path}：${reason}`, en: `cannot write ${path}: ${reason}` },
    { file: path },
    {
      zh: '请检查文件夹权限、磁盘空间，或关闭正在打开该文件的 WPS/Word',
      en: 'check permissions and disk space, or close the program that has the file open',
    },
  );
}
