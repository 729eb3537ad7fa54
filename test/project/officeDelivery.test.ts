/** Where the page gets Office.js from, as the build writes it: `--env office=…`. */
import { webpack, type Compilation, type Configuration } from 'webpack';
import { addin } from '../../build/addin.js';

/** The page, and the paths beside it, of a build without the pane's own script. */
async function built(office?: string): Promise<{ page: string; paths: string[] }> {
  const env = office === undefined ? {} : { office };
  const configuration: Configuration = {
    ...addin(env, { mode: 'development' }),
    mode: 'development',
    entry: { taskpane: 'data:text/javascript,' },
  };
  const compiler = webpack(configuration);
  compiler.hooks.shouldEmit.tap('test', () => false);
  const compilation = await new Promise<Compilation>((done, failed) => {
    compiler.run((error, stats) => {
      if (stats === undefined) failed(error ?? new Error('no build'));
      else done(stats.compilation);
    });
  });
  await new Promise<void>((closed) => compiler.close(() => closed()));
  expect(compilation.errors).toEqual([]);
  return {
    page: String(compilation.getAsset('taskpane.html')?.source.source()),
    paths: Object.keys(compilation.assets).filter((path) => path.startsWith('office/')),
  };
}

test.each([
  [undefined, 'office/office.js', null],
  ['local', 'office/office.js', null],
  ['cdn', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js', 'https://appsforoffice.microsoft.com'],
  [
    'cdn-21vianet',
    'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
    'https://appsforoffice.cdn.partner.office365.cn',
  ],
])('%s: one script of Office.js, and a policy that allows just it', async (office, script, source) => {
  const { page, paths } = await built(office);
  const scripts = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, address]) => address);
  expect(scripts).toEqual([script, 'taskpane.js']);
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.split('; ') ?? [];
  expect(policy).toContain("default-src 'self'");
  expect(policy.filter((rule) => rule.startsWith('script-src'))).toEqual(
    source === null ? [] : [`script-src 'self' ${source}`],
  );
  expect(policy.join(' ')).not.toMatch(/unsafe|\*/);
  expect(paths.includes('office/office.js')).toBe(source === null);
});

test('another delivery, and an address without https, are refused with what is possible', () => {
  expect(() => addin({ office: 'akamai' }, {})).toThrow('--env office=local|cdn|cdn-21vianet, not "akamai"');
  expect(() => addin({ address: 'http://kaohe.example.cn' }, {})).toThrow('--env address=https://…');
});
