import type { ReactNode } from 'react';

export function ScorePage(): ReactNode {
  return null;
}
