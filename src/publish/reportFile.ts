/** Whether a file in a folder is a report: no schema, no manifest of an earlier build, no record of how columns were read, not hidden. */
export function isReportFile(name: string): boolean {
  return (
    /\.json$/i.test(name) &&
    !/\.(schema|manifest)\.json$|^mapping-[0-9a-f]{12}\.json$/i.test(name) &&
    !name.startsWith('.')
  );
}
