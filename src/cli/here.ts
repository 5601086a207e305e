/** Must be imported first: libraries ask for the working folder when they are loaded, and Node throws if it was deleted. */
try {
  process.cwd();
} catch {
  process.stderr.write(
    '错误\n  运行命令时所在的文件夹已被删除或移走；请到一个还在的文件夹里再运行\n  The folder in which the command was started is gone: run it again in one that is there\n',
  );
  process.exit(1);
}
