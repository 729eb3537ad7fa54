import type { ReactNode } from 'react';

export function AnnualPage(): ReactNode {
  return null;
}
