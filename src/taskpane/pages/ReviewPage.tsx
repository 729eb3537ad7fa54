import type { ReactNode } from 'react';

export function ReviewPage(): ReactNode {
  return null;
}
