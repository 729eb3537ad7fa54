import type { ReactNode } from 'react';

/**
 * A message of the program. These are Chinese, for they quote what stands in the workbook; who does not read them gets
 * what it means, and the message below it.
 *
 * @param meaning null where the pane is Chinese, or nothing but the message says it
 * @param children what stands beside it
 */
export function Explained({
  message,
  meaning,
  children,
}: {
  readonly message: string;
  readonly meaning: string | null;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <>
      {meaning ?? message}
      {children}
      {meaning !== null && (
        <small className="original" lang="zh-CN">
          {message}
        </small>
      )}
    </>
  );
}
