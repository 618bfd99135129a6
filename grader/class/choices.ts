/** What can be asked of the gradebook. */
export const gradebookActions = ['list', 'show', 'export', 'history', 'undo'] as const;
export type GradebookAction = (typeof gradebookActions)[number];

/** The formats that grades are exported in. */
export const exportFormats = [
  'csv',
  'excel',
  'canvas',
  'moodle',
  'github-classroom',
  'gradescope',
  'class',
  'dolos',
] as const;
export type ExportFormat = (typeof exportFormats)[number];
