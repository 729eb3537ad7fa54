import type { ReactNode } from 'react';

/** What is over a limit, as a pattern to fill with: seen without colour, too. */
export function Hatch({ id }: { readonly id: string }): ReactNode {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="hatch-ground" width="5" height="5" />
        <rect className="hatch-line" width="2" height="5" />
      </pattern>
    </defs>
  );
}

/** Where a limit lies, as thick in a wide picture as in a narrow one. */
export function LimitLine({ x, height }: { readonly x: number; readonly height: number }): ReactNode {
  return <line className="limit" x1={x} x2={x} y2={height} />;
}
