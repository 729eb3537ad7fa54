import type { EmbeddedHost } from './bridge';
import { API_VERSIONS, includesVersion, type ApiVersion } from './objects/core/version';

/** What an add-in asks of `Office.context` here. */
interface ClientContext {
  readonly host: string;
  readonly platform: string;
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  readonly requirements: { isSetSupported(name: string, minVersion?: string): boolean };
  readonly document: { readonly url: string };
  readonly officeTheme?: { readonly bodyBackgroundColor: string; readonly bodyForegroundColor: string };
}

/** Where the client looks for its context, once its script has run. */
export interface ContextSlot {
  OSF?: { _OfficeAppFactory?: { getContext(): ClientContext } };
}

/** Office's usual look on Windows. */
const LIGHT_THEME = { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#262626' } as const;

/** Gives the client its `Office.context`, in the place where the loader of a real host puts it. */
export function provideContext(window: ContextSlot, host: EmbeddedHost): void {
  const context: ClientContext = {
    host: 'Excel',
    platform: 'PC',
    displayLanguage: 'zh-CN',
    contentLanguage: 'zh-CN',
    requirements: { isSetSupported: (name, minVersion = '1.1') => supports(name, minVersion, host.apiVersion) },
    document: { url: host.fileName },
    ...(host.profile.officeTheme === 'given' && { officeTheme: LIGHT_THEME }),
  };
  const { OSF } = window;
  if (!OSF) throw new Error('The Office.js client has not been loaded');
  OSF._OfficeAppFactory = { getContext: () => context };
}

function supports(name: string, minVersion: string, apiVersion: ApiVersion): boolean {
  if (name === 'DelayForCellEdit') return true;
  const wanted = API_VERSIONS.find((version) => version === minVersion);
  return name === 'ExcelApi' && wanted !== undefined && includesVersion(apiVersion, wanted);
}
