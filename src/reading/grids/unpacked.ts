import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { type Parts, unpack } from '../../formats/office/parts.js';
import { largestUnpacked, mostEntries } from '../../formats/office/unzip.js';
import { Problems } from '../../problem.js';
import { damaged, tooLarge } from './refusals.js';

/**
 * The parts of an Office file of any program: zips that the strict reader refuses (Zip64, as Apache POI streams them; bytes before or
 * behind) are read by fflate, and only if every part has the checksum that the directory says. Throws Problems `source-damaged`,
 * `source-too-large`.
 */
export function unpacked(bytes: Uint8Array): Parts {
  try {
    return unpack(bytes);
  } catch (cause) {
    try {
      return leniently(bytes);
    } catch (second) {
      throw second instanceof Problems ? second : damaged(cause);
    }
  }
}

function leniently(bytes: Uint8Array): Parts {
  let [size, count] = [0, 0];
  const parts = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      count += 1;
      if (size > largestUnpacked || count > mostEntries)
        throw tooLarge('解开后超过 256 MB，或部件多于 10,000 个', 'it unpacks to more than 256 MB or 10,000 files');
      return true;
    },
  });
  const sums = sumsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  for (const [name, part] of Object.entries(parts)) if (sums.get(name) !== crc32(part)) throw new Error(name);
  return parts;
}

/** The checksums of a zip's directory by name (APPNOTE.TXT 4.3.12). A name that stands there twice has none. */
function sumsOf(file: Buffer): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (let at = file.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && at + 46 <= file.length; ) {
    const name = file.toString('utf8', at + 46, at + 46 + file.readUInt16LE(at + 28));
    sums.set(name, sums.has(name) ? -1 : file.readUInt32LE(at + 16));
    at = file.indexOf('PK\x01\x02', at + 46, 'latin1');
  }
  return sums;
}
