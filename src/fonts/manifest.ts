/** `fonts.json`: which file plays which role, in what order others stand in, and where each file came from. */
export interface FontManifest {
  readonly faces: readonly FaceEntry[];
  readonly roles: Readonly<Record<string, RoleEntry>>;
  readonly fallback: readonly string[];
}

export interface FaceEntry {
  readonly file: string;
  readonly family: string;
  readonly bold: boolean;
  /** Package and version the file was taken from, unchanged. */
  readonly source?: string;
  readonly licence?: string;
  readonly licenceFile?: string;
  /** What tells this file from others, and whether it is whole. */
  readonly sha256?: string;
  /** How the file is proven block by block; of the shipped faces. */
  readonly blocks?: BlockSums;
}

/** The sums of a face's blocks, which stand in a file of their own: a CRC-32 for each, four bytes, the low one first. */
export interface BlockSums {
  readonly file: string;
  /** Of that file, hexadecimal. */
  readonly crc32: string;
  /** Bytes of a block; the last may be shorter. */
  readonly block: number;
  /** Bytes of the face. */
  readonly length: number;
}

export interface RoleEntry {
  readonly regular: string;
  readonly bold: string;
  /** The name of the face that Windows and WPS machines have for this role. */
  readonly native?: string;
}
