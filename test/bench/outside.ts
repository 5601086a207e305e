import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EngineName } from './variants.js';
import type { Command } from './whole.js';

/** Programs that are measured where they are installed, and the names they go by. */
const programs: Partial<Record<EngineName, readonly string[]>> = {
  libreoffice: ['soffice', 'libreoffice'],
  weasyprint: ['weasyprint'],
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
};

/** The program of an outside engine as it is installed here; undefined if it is not. */
export function installed(engine: EngineName): string | undefined {
  return programs[engine]?.find((name) => spawnSync('which', [name], { stdio: 'ignore' }).status === 0);
}

/** What a program says of its version, one line. */
export function versionOf(program: string): string {
  return spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim().split('\n')[0] ?? '';
}

/** Shows outside programs the shipped faces and no others: a fontconfig file in `folder`. */
export function writeFontConfig(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const dirs = `<dir>${resolve('fonts')}</dir><cachedir>${join(folder, 'fontcache')}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}</fontconfig>\n`,
  );
  return file;
}

/** The command that makes a PDF of an input file, and where that PDF will be: in `out`, so that no program writes over another's. */
export function conversion(
  engine: EngineName,
  program: string,
  input: string,
  folder: string,
  out: string,
): { command: Command; output: string } {
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const output = join(out, 'table.pdf');
  const source = pathToFileURL(resolve(input)).href;
  switch (engine) {
    case 'libreoffice': {
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      return {
        command: { program, args: [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, input], env },
        output,
      };
    }
    case 'weasyprint':
      return { command: { program, args: ['-q', input, output], env }, output };
    case 'chromium': {
      const args = [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        `--print-to-pdf=${output}`,
        '--no-pdf-header-footer',
        source,
      ];
      return { command: { program, args: [`--user-data-dir=${join(folder, 'chromium')}`, ...args], env }, output };
    }
    default:
      throw new Error(`${engine} is no outside program`);
  }
}
