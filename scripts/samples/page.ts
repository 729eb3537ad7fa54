/** As much of a page as the samples ask for: elements by their ids, and what is bound to their events. */

type Handler = (event: object) => unknown;

/** A function that the sample binds to an event of an element: `setup` on a button's click. */
export interface Bound {
  readonly id: string;
  readonly handler: Handler;
}

export interface Page {
  readonly document: object;
  readonly bound: readonly Bound[];
}

/** A page with the fields of the HTML; an element that a script asks for and that is not there comes into being. */
export function openPage(html: string): Page {
  const bound: Bound[] = [];
  const elements = new Map<string, object>();
  const element = (id: string): object => {
    const known = elements.get(id);
    if (known) return known;
    const children: object[] = [];
    const made = {
      id,
      value: valueOf(html, id),
      checked: false,
      disabled: false,
      textContent: '',
      innerHTML: '',
      innerText: '',
      files: [],
      style: {},
      children,
      options: children,
      addEventListener: (_event: string, handler: Handler) => void bound.push({ id, handler }),
      appendChild: (child: object) => void children.push(child),
      add: (child: object) => void children.push(child),
      append: (...added: object[]) => void children.push(...added),
      setAttribute: () => {},
      focus: () => {},
      remove: () => {},
      classList: { add: () => {}, remove: () => {}, toggle: () => {} },
    };
    elements.set(id, made);
    return made;
  };
  let made = 0;
  const document = {
    getElementById: element,
    createElement: () => element(`made ${++made}`),
    querySelector: () => null,
    querySelectorAll: () => [],
    addEventListener: () => {},
    body: element('body'),
  };
  return { document, bound };
}

/** What a field holds when the page is opened: its value, or that of a list's first or chosen entry. */
function valueOf(html: string, id: string): string {
  const tag = new RegExp(`<(\\w+)\\b[^>]*\\bid="${id}"[^>]*>`).exec(html);
  if (!tag) return '';
  if (tag[1] === 'textarea') return html.slice(tag.index + tag[0].length, html.indexOf('</textarea>', tag.index));
  if (tag[1] !== 'select') return attribute(tag[0], 'value') ?? '';
  const list = html.slice(tag.index, html.indexOf('</select>', tag.index));
  const options = [...list.matchAll(/<option\b[^>]*>([^<]*)/g)];
  const chosen = options.find(([option]) => /\sselected\b/.test(option)) ?? options[0];
  return chosen ? (attribute(chosen[0], 'value') ?? chosen[1]?.trim() ?? '') : '';
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}
