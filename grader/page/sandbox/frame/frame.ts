/// <reference lib="dom" />
import { type FrameCommand, hereMessage } from './frame-messages.ts';

/**
 * The script of the sandboxed frame. It has an origin of its own, which nobody else has, and a policy that lets it start
 * workers and nothing else. It starts and ends them as the grader says, and never looks at what they say.
 */
const programs = new Map<number, string>();
const workers = new Map<number, Worker>();

function obey(port: MessagePort, command: FrameCommand, given: MessagePort | undefined): void {
  switch (command.kind) {
    case 'program': {
      const script = new Blob([command.source], { type: 'text/javascript' });
      programs.set(command.id, URL.createObjectURL(script));
      return;
    }
    case 'forget':
      URL.revokeObjectURL(programs.get(command.id) ?? '');
      programs.delete(command.id);
      return;
    case 'start': {
      const worker = new Worker(programs.get(command.program) ?? '');
      workers.set(command.id, worker);
      worker.onerror = (event) => {
        event.preventDefault();
        port.postMessage(command.id);
      };
      if (given) worker.postMessage(null, [given]);
      return;
    }
    case 'ping':
      port.postMessage(hereMessage);
      return;
    case 'end':
      workers.get(command.id)?.terminate();
      workers.delete(command.id);
  }
}

addEventListener(
  'message',
  (event) => {
    const [port] = event.ports;
    if (event.source !== parent || port === undefined) return;
    port.onmessage = ({ data, ports: [given] }: MessageEvent<FrameCommand>) => obey(port, data, given);
  },
  { once: true },
);
