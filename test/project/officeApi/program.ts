import { join } from 'node:path';
import ts from 'typescript';

/** The project's folder. */
export const ROOT = join(__dirname, '..', '..', '..');
const FOLDERS = ['excel', 'taskpane', 'commands', 'looks'].map((name) => join(ROOT, 'src', name));

/** A program, and those of its files that are looked through. */
export interface Sources {
  readonly program: ts.Program;
  readonly files: readonly ts.SourceFile[];
}

// The typings of Office.js are nine megabytes: parsed once for all programs.
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Every file of the add-in that may speak to Office.js. */
export function addinSources(): Sources {
  const directories = FOLDERS.filter((folder) => ts.sys.directoryExists(folder));
  return sourcesOf(
    directories.flatMap((folder) => ts.sys.readDirectory(folder, ['.ts', '.tsx'])),
    new Map(),
  );
}

/** A text as though it were a file of the add-in; `typings` as though Microsoft's declared that besides. */
export function plantedSource(text: string, typings = ''): Sources {
  const name = join(ROOT, 'src', 'excel', 'planted.ts');
  const declared = join(ROOT, 'node_modules', '@types', 'office-js', 'planted.d.ts');
  return sourcesOf(
    [name],
    new Map([
      [name, text],
      [declared, typings],
    ]),
  );
}

function sourcesOf(names: readonly string[], planted: ReadonlyMap<string, string>): Sources {
  const options = projectOptions();
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => planted.has(name) || disk.fileExists(name),
    readFile: (name) => planted.get(name) ?? disk.readFile(name),
    getSourceFile: (name, target) => {
      const text = planted.get(name);
      if (text !== undefined) return ts.createSourceFile(name, text, target);
      if (!parsed.has(name)) parsed.set(name, disk.getSourceFile(name, target));
      return parsed.get(name);
    },
  };
  const program = ts.createProgram([...new Set([...names, ...planted.keys()])], options, host);
  const files = names.map((name) => program.getSourceFile(name)).filter((file) => file !== undefined);
  return { program, files };
}

function projectOptions(): ts.CompilerOptions {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    // Only the options are wanted; the files are the add-in's.
    readDirectory: () => [],
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
  const config = ts.getParsedCommandLineOfConfigFile(join(ROOT, 'tsconfig.json'), {}, host);
  if (!config) throw new Error('tsconfig.json cannot be read');
  return config.options;
}
