/**
 * What a student's file may not hold, though it is TypeScript or JavaScript: keys of the message catalogue.
 * `unknown` is what our eraser does not know, or what would not be the same program without its types.
 */
export type RefusedConstruct =
  | 'dynamicImport'
  | 'importMeta'
  | 'topLevelAwait'
  | 'decorator'
  | 'accessor'
  | 'namespace'
  | 'importEquals'
  | 'exportEquals'
  | 'enumValue'
  | 'importedName'
  | 'unknown';

export class Refused extends Error {
  readonly construct: RefusedConstruct;
  readonly offset: number;
  constructor(construct: RefusedConstruct, offset: number) {
    super(construct);
    this.construct = construct;
    this.offset = offset;
  }
}
