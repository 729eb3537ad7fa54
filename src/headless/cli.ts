import { removePassingFiles } from './files';
import { main } from './main';
import { systemError } from './systemError';

/** Ends without a word: somebody ended the program, or nobody reads it any more. */
function endQuietly(): never {
  removePassingFiles();
  process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endQuietly);
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: unknown) => {
    if (systemError(error).code === 'EPIPE') endQuietly();
    throw error;
  });
}

// Set and not called: what was written to a pipe must arrive before the process ends.
main(process.argv.slice(2), process.stdout, process.stderr, process.env).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A bug or a broken host. Node would print the whole minified line that the error came from, megabytes of it.
    process.stderr.write(
      `程序出错，没有完成：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
