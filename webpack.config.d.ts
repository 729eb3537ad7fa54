import type { Configuration } from 'webpack';

/** The add-in by itself; see webpack.config.js. */
export function addin(
  env: { readonly address?: string; readonly office?: string },
  options: { readonly mode?: 'production' | 'development' },
): Configuration;
