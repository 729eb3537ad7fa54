/** The styles of the gallery that a file has, and which of them each format of its cells began with. */
import type { CellStyle } from '../model/data';
import { STYLE_PARTS, wordOf, type NamedStyle } from '../model/namedStyles';
import { partText } from '../package/parts';
import type { KeptPackage } from '../package/source';
import { childOf, childrenOf, isOn, parseXml } from '../package/xml';
import { plainChoices } from './prepare';

export interface Gallery {
  /** How many formats cells have; those of the gallery were read behind them. */
  readonly formats: number;
  /** The styles by Excel's word or their name. */
  styles(read: readonly (CellStyle | undefined)[]): Map<string, NamedStyle>;
  /** The word of the style that a cell's format began with; undefined for Normal. */
  wordOf(format: number): string | undefined;
}

export function readGallery({ parts, stylesPath }: KeptPackage): Gallery {
  const xml = stylesPath === undefined ? undefined : partText(parts, stylesPath);
  const root = xml === undefined ? undefined : parseXml(plainChoices(xml));
  const formats = childrenOf(childOf(root, 'cellXfs'), 'xf').map(({ attributes }) => Number(attributes['xfId'] ?? 0));
  const sources = childrenOf(childOf(root, 'cellStyleXfs'), 'xf');
  const entries = childrenOf(childOf(root, 'cellStyles'), 'cellStyle').map(({ attributes }) => {
    const { name = '', builtinId, xfId = '0', iLevel } = attributes;
    // Row and column levels share a number.
    const number = builtinId === undefined || iLevel !== undefined ? undefined : Number(builtinId);
    return { name, number, source: Number(xfId), word: wordOf(name, number) };
  });
  return {
    formats: formats.length,
    styles: (read) =>
      new Map(
        entries.map(({ name, number, source, word }): [string, NamedStyle] => {
          const own = sources[source]?.attributes ?? {};
          const applies = STYLE_PARTS.filter(([, attribute]) => own[attribute] === undefined || isOn(own[attribute]));
          return [
            word,
            {
              name,
              ...(number !== undefined && { builtinId: number }),
              style: read[formats.length + source] ?? {},
              parts: applies.map(([part]) => part),
            },
          ];
        }),
      ),
    wordOf: (format) => {
      const word = entries.find(({ source }) => source === formats[format])?.word;
      return word === 'Normal' ? undefined : word;
    },
  };
}
