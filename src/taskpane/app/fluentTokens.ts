/** What a token is where no theme sets it. */
const LAYERS: Readonly<Record<string, number>> = {
  zIndexBackground: 0,
  zIndexContent: 1,
  zIndexOverlay: 1000,
  zIndexPopup: 2000,
  zIndexMessages: 3000,
  zIndexFloating: 4000,
  zIndexPriority: 5000,
  zIndexDebug: 6000,
};

/**
 * What the build takes for Fluent UI's table of tokens: each is the variable of its own name, so that a rule takes the
 * place of 30 kB.
 */
export const tokens: Readonly<Record<string, string>> = new Proxy(
  {},
  {
    get: (_, name) => {
      const token = String(name);
      const layer = LAYERS[token];
      return layer === undefined ? `var(--${token})` : `var(--${token}, ${layer})`;
    },
  },
);
