import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Problems, Unsound } from '../../problem.js';
import { damaged, refusal } from './refusals.js';

/** LibreOffice: the names that it is started by, the first that is there; and how long it may take, in seconds. */
export interface Office {
  readonly programs: readonly string[];
  readonly seconds: number;
}

export const libreOffice: Office = {
  programs: [
    'soffice',
    'libreoffice',
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  ],
  seconds: 60,
};

/**
 * A file of an old format (.doc .xls .wps .et .odt .ods .rtf) converted by LibreOffice, in a folder and with settings of its own, both
 * removed afterwards. Throws Problems `source-needs-libreoffice` where it is not installed, `source-damaged` where it fails.
 */
export async function converted(bytes: Uint8Array, to: 'docx' | 'xlsx', office = libreOffice): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'jibiao-office-'));
  try {
    const [source, made] = [join(folder, 'source'), join(folder, 'made')];
    await mkdir(made);
    await writeFile(source, bytes);
    const settings = `-env:UserInstallation=${pathToFileURL(join(folder, 'settings')).href}`;
    const args = ['--headless', '--norestore', settings, '--convert-to', to, '--outdir', made, source];
    await started(office, args, to);
    return await readFile(join(made, `source.${to}`)).catch(() => {
      throw failed('它没有写出文件', 'it wrote no file');
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function started({ programs, seconds }: Office, args: readonly string[], to: string): Promise<void> {
  for (const program of programs) if (await ran(program, args, seconds)) return;
  throw refusal(
    'source-needs-libreoffice',
    {
      zh: '这是旧格式的文件，要有 LibreOffice 才能读',
      en: 'this file is of an old format, which LibreOffice is needed for',
    },
    {
      zh: `用 WPS 或 Word 打开，另存为 .${to} 再读；或安装 LibreOffice`,
      en: `save it as .${to}, or install LibreOffice`,
    },
  );
}

/** Whether the program is there. It is stopped with all that it started when its time is over. */
function ran(program: string, args: readonly string[], seconds: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    const stop = setTimeout(() => {
      if (child.pid !== undefined) killGroup(child.pid);
      reject(failed(`超过 ${seconds} 秒`, `more than ${seconds} seconds`));
    }, seconds * 1000);
    child.on('error', (cause: NodeJS.ErrnoException) => {
      clearTimeout(stop);
      if (cause.code === 'ENOENT' || cause.code === 'EACCES') resolve(false);
      else reject(cause);
    });
    child.on('close', () => {
      clearTimeout(stop);
      resolve(true);
    });
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

function failed(zh: string, en: string): Problems {
  return damaged(new Unsound({ zh: `LibreOffice 未能转换（${zh}）`, en: `LibreOffice did not convert it (${en})` }));
}
