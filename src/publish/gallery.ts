import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FontBook } from '../fonts/book.js';
import { generate } from '../generate.js';
import type { FoundLayouts, Layout } from '../layouts/find.js';
import { byProvince } from '../layouts/provinces.js';
import { treeOf } from '../layouts/regional.js';
import { readReport } from '../report/read.js';
import { galleryPage, type Shown } from './galleryPage.js';
import { type WholeFile, writeWhole } from './writeWhole.js';

/**
 * Writes a page that shows the layouts by province, their pictures, and a PDF of each layout's specimen beside it; all files or
 * none. Throws Problems, also of a specimen that cannot be built.
 */
export async function writeGallery(
  found: FoundLayouts,
  fonts: FontBook,
  folder: string,
  language: 'zh' | 'en',
): Promise<readonly string[]> {
  const files: WholeFile[] = [];
  const shown = new Map<string, Shown>();
  for (const layout of found.layouts) {
    const { picture, specimen } = await filesOf(layout, fonts);
    const name = layout.manifest.id.replaceAll('/', '-');
    if (picture) files.push({ path: join(folder, `${name}.png`), bytes: picture });
    if (specimen) files.push({ path: join(folder, `${name}.pdf`), bytes: specimen });
    shown.set(layout.manifest.id, {
      ...(picture && { picture: `${name}.png` }),
      ...(specimen && { specimen: `${name}.pdf` }),
    });
  }
  const provinces = byProvince(
    found.layouts.map(({ manifest }) => manifest),
    treeOf(found),
  );
  const page = galleryPage(provinces, (id) => shown.get(id) ?? {}, language);
  files.push({ path: join(folder, 'index.html'), bytes: new TextEncoder().encode(page) });
  writeWhole(files);
  return files.map(({ path }) => path);
}

async function filesOf(layout: Layout, fonts: FontBook) {
  const own = join(layout.folder, layout.manifest.id);
  const [picture, specimen] = [join(own, 'page.png'), join(own, 'specimen.json')];
  return {
    picture: existsSync(picture) ? readFileSync(picture) : undefined,
    specimen: existsSync(specimen) ? await pdfOf(specimen, layout, fonts) : undefined,
  };
}

async function pdfOf(path: string, layout: Layout, fonts: FontBook): Promise<Uint8Array | undefined> {
  const { report } = readReport(readFileSync(path), path);
  const wish = { formats: ['pdf'], docxFonts: 'native', verify: false } as const;
  const { files } = await generate(report, [layout], fonts, wish);
  return files[0]?.bytes;
}
