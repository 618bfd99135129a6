import type { ClassMessages } from '../class/catalogue.ts';
import type { ClassData } from '../class/class-data.ts';
import type { ClassOptions } from '../class/entry.ts';

/** A file that shows the whole class. */
export interface Page {
  readonly name: string;
  readonly content: string;
}

export const classPages = (_data: ClassData, _options: ClassOptions, _messages: ClassMessages): readonly Page[] => [];
