/** `fonts.json`: the file of each role, the fallback order, and where each file came from. */
export interface FontManifest {
  readonly faces: readonly FaceEntry[];
  readonly roles: Readonly<Record<string, RoleEntry>>;
  readonly fallback: readonly string[];
}

export interface FaceEntry {
  readonly file: string;
  readonly family: string;
  readonly bold: boolean;
  /** Package and version that the file was taken from, unchanged. */
  readonly source?: string;
  readonly licence?: string;
  readonly licenceFile?: string;
  readonly sha256?: string;
  /** Checksums block by block; only for the shipped faces. */
  readonly blocks?: BlockSums;
}

/** The checksums of a face's blocks, in a file of their own: a CRC-32 each, four bytes, little-endian. */
export interface BlockSums {
  readonly file: string;
  /** Of the file of checksums, hexadecimal. */
  readonly crc32: string;
  /** Bytes of a block; the last may be shorter. */
  readonly block: number;
  /** Bytes of the face. */
  readonly length: number;
}

export interface RoleEntry {
  readonly regular: string;
  readonly bold: string;
  /** The name of the face that Windows and WPS have for this role. */
  readonly native?: string;
}
