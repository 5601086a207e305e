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
  /** Tells whether the file is whole in a third of the time; of the shipped faces, hexadecimal. */
  readonly crc32?: string;
}

export interface RoleEntry {
  readonly regular: string;
  readonly bold: string;
  /** The name of the face that Windows and WPS machines have for this role. */
  readonly native?: string;
}
