import type { ReactNode } from 'react';

/**
 * A message of the program. These are Chinese, for they quote what stands in the workbook; who does not read them gets
 * what it means, and the message below it.
 *
 * @param meaning null where the pane is Chinese, or nothing but the message says it
 */
export function Explained({
  message,
  meaning,
}: {
  readonly message: string;
  readonly meaning: string | null;
}): ReactNode {
  if (meaning === null) return message;
  return (
    <>
      {meaning}
      <small className="original" lang="zh-CN">
        {message}
      </small>
    </>
  );
}
