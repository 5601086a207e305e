import { it } from 'vitest';
import { alignerOf } from '../../src/reading/reading.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { documentOf, specimenOf } from './recall.js';
import { treeItems } from './treeItems.js';

it('d', () => {
  const layout = shippedLayouts.layouts.find((l) => l.manifest.id === process.env.ONLY)!;
  const r = alignerOf(layout).align(treeItems(documentOf(layout, specimenOf(layout))).items);
  for (const f of r.found) {
    if (f.type === 'row') {
      console.log(
        'ROW',
        f.read.cost.toFixed(2),
        f.read.events
          .map((e) =>
            e.type === 'cell'
              ? `[${e.read.isLabel ? 'L' : ''}${e.read.cost.toFixed(2)} ${e.item.text.slice(0, 12)}${e.item.isContinued ? '^' : ''} ${e.read.read ? JSON.stringify(e.read.read.events.flatMap((x) => (x.type === 'hole' ? [(x.hole.shows as any).keys?.join('.') ?? (x.hole.shows as any).helper + ':' + (x.hole.shows as any).given.map((g: any) => g.keys?.join('.') ?? g.value)] : [x.type + ((x as any).isTaken ?? '')])).slice(0, 14)) : '-'}]`
              : e.type + ((e as any).isTaken ?? ''),
          )
          .join(' '),
        'left',
        f.read.left.map((c) => c.text.slice(0, 8)),
      );
    } else if (f.type === 'paragraph') console.log('PARA', f.read.cost, f.item.kind === 'paragraph' ? f.item.text : '');
    else if (f.type === 'extra') console.log('EXTRA', JSON.stringify(f.item).slice(0, 200));
    else if (f.type === 'missing') console.log('MISSING', f.node.type, '');
    else console.log(f.type, (f as any).isFirst ?? (f as any).isTaken ?? '');
  }
});
