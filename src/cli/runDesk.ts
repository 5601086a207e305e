import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { Desk } from '../desk/desk.js';
import { newToken } from '../desk/guard.js';
import { troubleWords } from '../desk/names.js';
import { assetsIn } from '../desk/open.js';
import type { DeskWorkshop } from '../desk/openReport.js';
import { serveDesk } from '../desk/server.js';
import { fault, Problems } from '../problem.js';
import { disk } from '../watch/disk.js';
import { foldersOf, pathsOf, tellBroken } from './layoutFolders.js';
import { type DeskOptions, ownLayouts } from './options.js';
import { deskPage, shippedTemplates } from './paths.js';
import { templateFolders } from './templates.js';
import type { Words } from './words.js';
import { openChecked } from './workshop.js';

/** Opens the clerk's desk on a folder of reports, until Ctrl-C. Throws Problems when it cannot begin. */
export async function runDesk(options: DeskOptions, text: Words): Promise<void> {
  const { folder, host } = options;
  const token = tokenOf(options);
  mkdirSync(folder, { recursive: true });
  const workshop = (): DeskWorkshop => {
    // A layout that is made at the desk is found from then on.
    const layouts = pathsOf(foldersOf(options.layouts));
    const own = { folder: layouts.at(-1) ?? ownLayouts, folders: [shippedTemplates, ...layouts], reopen: workshop };
    return { ...openChecked(options), templates: templateFolders([], 'summary'), own };
  };
  const desk = new Desk(folder, workshop());
  tellBroken(desk.workshop.layouts, {}, text);
  const serving = await serveDesk(
    desk,
    assetsIn(deskPage, () => desk.workshop.fonts),
    {
      host,
      port: portOf(options.port),
      token,
      names: options.name,
    },
  );
  const layouts = pathsOf(foldersOf(options.layouts));
  const stopWatching = await disk({ reports: [folder], layouts, fonts: options.fonts })((change) => {
    if (change.type === 'report') desk.fileChanged(change.path);
    else if (change.type === 'workshop') renewed(desk, workshop);
  });
  const address = text.language === 'en' ? serving.address.replace('/#', '/?lang=en#') : serving.address;
  process.stdout.write(`${text.desk.address(address, folder)}\n`);
  if (options.open && host === '127.0.0.1') openBrowser(address);
  await stopped();
  await stopWatching();
  await serving.close();
  desk.close();
}

/** A layout that cannot be used while it is written is told; its forms stay as they were. */
function renewed(desk: Desk, workshop: () => DeskWorkshop): void {
  try {
    const faults = desk.renew(workshop());
    if (faults.length > 0) throw new Problems(faults);
  } catch (cause) {
    desk.tell({ type: 'trouble', report: '', words: troubleWords(cause) });
  }
}

/** On a machine that others reach, the token is the administrator's own: one that is printed at each start could not be handed on. */
function tokenOf({ host, 'token-file': file }: DeskOptions): string {
  const isHere = host === '127.0.0.1' || host === 'localhost';
  if (file === undefined && isHere) return newToken();
  const token = file === undefined ? '' : readFileSync(file, 'utf8').trim();
  if (/^[\w-]{16,200}$/.test(token)) return token;
  throw new Problems([
    fault(
      'desk-token',
      {
        zh:
          file === undefined
            ? '别的机器也能访问时，须用 --token-file 指定口令文件'
            : '口令文件里应是 16 个以上的字母、数字、_ 或 -',
        en:
          file === undefined
            ? 'a desk that other machines reach needs --token-file'
            : 'the token must be 16 or more letters, digits, _ or -',
      },
      file === undefined ? undefined : { file },
      { zh: '例如：openssl rand -hex 16 > 口令.txt', en: 'for example: openssl rand -hex 16 > token.txt' },
    ),
  ]);
}

function portOf(word: string): number {
  const port = Number(word);
  if (/^\d+$/.test(word) && port <= 65_535) return port;
  throw new Problems([
    fault('bad-port', { zh: `没有端口 ${word}`, en: `there is no port ${word}` }, undefined, {
      zh: '端口是 1 到 65535 的整数，例如 --port 8080',
      en: 'a port is a whole number from 1 to 65535, for example --port 8080',
    }),
  ]);
}

/** Where there is no browser to open, the address is printed all the same. */
function openBrowser(address: string): void {
  const [program, ...before] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform as string] ?? [
    'xdg-open',
  ];
  execFile(program as string, [...before, address], () => {});
}

function stopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}
