/// <reference lib="dom" />
import { loadedFiles } from '../../compile/loaded-files.ts';
import { compileProgram, type Program } from '../../compile/program.ts';
import type { Host } from '../../grade/host.ts';
import { largestLimits } from '../../grade/limits.ts';
import { assignmentOf, type BuiltModule } from '../../load/assignment/assignment.ts';
import { FramePort } from '../sandbox/frame/frame-port.ts';
import { type PageTier, pageTier } from '../sandbox/page-tier.ts';
import { Stopped } from '../sandbox/stopped.ts';
import { Checks } from './checks.ts';
import { figuresOf } from './figures.ts';
import type { CheckRequest, EngineReply, EngineRequest, FigureReply, FigureRequest, Files } from './messages.ts';
import { submittedFiles } from './submitted.ts';

const reply = (message: EngineReply): void => postMessage(message);

/** The engine of a page: a worker of its own, so that nothing that it computes holds the page up. */
export function serve(built: BuiltModule): void {
  let checks: Checks | undefined;
  /** Of the checks that go on from one another, and of all else. */
  let going: PageTier | undefined;
  let draw: ((request: FigureRequest) => Promise<readonly FigureReply[]>) | undefined;
  let prepare: ((files: Files) => Promise<void>) | undefined;
  const frame = new FramePort();
  frame.onGone = () => reply({ kind: 'frame-gone', id: 0 });
  let begin = (): void => {};
  /** Checks wait for the assignment's data and the sandboxed frame, and for those before them. */
  const started = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let work = started;
  /** Checks of a number up to this one are no longer wanted. */
  let stopped = 0;
  let newest = 0;

  const run = async (request: CheckRequest): Promise<void> => {
    const { id } = request;
    const isWanted = (): boolean => id > stopped || !request.goesOn;
    try {
      let sent: Extract<EngineReply, { kind: 'known' }> | undefined;
      if (isWanted() && checks) {
        for await (const known of checks.check(request, isWanted)) {
          sent = { kind: 'known', id, known, isLast: false };
          reply(sent);
        }
      }
      reply(sent && isWanted() ? { ...sent, isLast: true } : { kind: 'stopped', id });
    } catch (error) {
      if (error instanceof Stopped) reply({ kind: 'stopped', id });
      else reply({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  };

  self.onmessage = ({ data: message, ports: [port] }: MessageEvent<EngineRequest>) => {
    switch (message.kind) {
      case 'setup': {
        const { data } = message;
        if (port === undefined) return;
        frame.connect(port);
        const tier = pageTier(frame, data.harness);
        const compile = compilingOnce();
        const host = hostOf(pageTier(frame, data.harness), compile);
        const assignment = assignmentOf(built, data.manifest, data.manifest.id);
        const { tasks } = data.manifest;
        going = tier;
        checks = new Checks(assignment, data, host, hostOf(tier, compile));
        prepare = async (files) => {
          const program = await compile(submittedFiles(files, data.manifest, data.provided), tasks);
          tier.await({ files: loadedFiles(program), limits: largestLimits(tasks) });
        };
        draw = figuresOf(assignment, data, host);
        begin();
        return;
      }
      case 'frame':
        if (port) frame.connect(port);
        return;
      case 'prepare':
        started.then(() => prepare?.(message.files));
        return;
      case 'stop':
        stopped = newest;
        going?.stop();
        return;
      case 'figures':
        // Whoever moves a slider does not wait for a check.
        started
          .then(() => draw?.(message))
          .then((figures) => figures && reply({ kind: 'figures', id: message.id, figures }))
          .catch((error: Error) => reply({ kind: 'failed', id: message.id, message: error.message }));
        return;
      case 'check':
        newest = message.id;
        work = work.then(() => run(message));
    }
  };
}

/** The engine's host in a page: the compiler here, students' programs in workers of the sandboxed frame. */
const hostOf = (sandbox: PageTier, compile: Host['compile']): Host => ({
  compile,
  sandbox,
  now: () => performance.now(),
});

/** Compiles files anew only when they are others than the last time: who prepares, looks what was touched, and checks asks for the same. */
function compilingOnce(): Host['compile'] {
  let last: { readonly files: string; readonly program: Program } | undefined;
  return async (submitted, tasks) => {
    const files = JSON.stringify(submitted);
    if (last?.files !== files) last = { files, program: compileProgram(submitted, tasks) };
    return last.program;
  };
}
