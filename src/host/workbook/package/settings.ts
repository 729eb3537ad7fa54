/**
 * Document settings (Office.js `workbook.settings`) within the file: a custom XML part of the workbook. Excel, WPS and
 * this host carry such parts along untouched; a document property would be cut at 255 signs in Excel's dialogs, and the
 * web-extension parts that Excel itself uses name an add-in's identity that a host without a store does not have.
 */
import { isKind, partText, type KeptParts } from './parts';
import { childrenOf, element, escapeXml, parseXml } from './xml';

const NAMESPACE = 'urn:pingshi-kaohe:document-settings';

/** The path of the part with the settings, when the package has one. */
export function settingsPath({ parts, relationships }: KeptParts): string | undefined {
  return relationships
    .filter((relationship) => isKind(relationship, 'customXml'))
    .map(({ target }) => target)
    .find((target) => partText(parts, target)?.includes(`"${NAMESPACE}"`));
}

/** The settings of an opened package; a value that is no JSON is left out. */
export function readSettings(kept: KeptParts): Map<string, unknown> {
  const settings = new Map<string, unknown>();
  const path = settingsPath(kept);
  const xml = path === undefined ? undefined : partText(kept.parts, path);
  for (const { attributes, text } of childrenOf(xml === undefined ? undefined : parseXml(xml), 'setting')) {
    const { key } = attributes;
    if (key === undefined) continue;
    try {
      settings.set(key, JSON.parse(text));
    } catch {
      continue;
    }
  }
  return settings;
}

/** The XML of the settings; what JSON cannot hold (a function, undefined) is left out. */
export function settingsXml(settings: ReadonlyMap<string, unknown>): string {
  const entries = [...settings].flatMap(([key, value]) => {
    const json = JSON.stringify(value) as string | undefined;
    return json === undefined ? [] : [element('setting', { key }, escapeXml(json))];
  });
  return element('settings', { xmlns: NAMESPACE }, entries.join(''));
}
