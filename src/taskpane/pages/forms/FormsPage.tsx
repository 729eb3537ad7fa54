import type { ReactNode } from 'react';
import { Archive } from './Archive';
import { Collect } from './Collect';
import { Import } from './Import';
import { MakeForms } from './MakeForms';
import { MakeRegisters } from './MakeRegisters';
import { Reminders } from './Reminders';

/** 表格: make empty forms, collect filled-in ones, import what other workbooks have, put a month on file. */
export function FormsPage(): ReactNode {
  return (
    <>
      <MakeForms />
      <MakeRegisters />
      <Collect />
      <Import />
      <Reminders />
      <Archive />
    </>
  );
}
