import { main } from './main';

// Set and not called: what was written to a pipe must arrive before the process ends.
void main(process.argv.slice(2), process.stdout, process.stderr).then((code) => {
  process.exitCode = code;
});
