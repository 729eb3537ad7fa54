import { useState, type ReactNode, type RefObject } from 'react';
import { Icon } from './Icon';

interface FileInputProps {
  readonly id: string;
  /** Endings of the files that are offered, such as '.xlsx,.xlsm'. */
  readonly accept: string;
  readonly input: RefObject<HTMLInputElement>;
  /** What the zone says while nothing is chosen, and of what was. */
  readonly hint: string;
  readonly chosen: (names: readonly string[]) => string;
}

/** Where files are dropped or chosen: the browser's own field lies over the zone, so that keys and drops reach it. */
export function FileInput({ id, accept, input, hint, chosen, ...field }: FileInputProps): ReactNode {
  const [names, setNames] = useState<readonly string[]>([]);
  const [isOver, setOver] = useState(false);
  return (
    <div className={`drop-zone${isOver ? ' over' : ''}`}>
      <Icon name="upload" />
      <span role="status">{names.length > 0 ? chosen(names) : hint}</span>
      <input
        {...field}
        id={id}
        ref={input}
        type="file"
        multiple
        accept={accept}
        onChange={({ currentTarget }) => setNames([...(currentTarget.files ?? [])].map(({ name }) => name))}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
      />
    </div>
  );
}
