import type { Reply } from './protocol/outcome.ts';
import type { CallRequest } from './protocol/request.ts';
import type { SandboxTier } from './tier.ts';

/** The same tier, of whose calls somebody is told, each with what came of it. */
export const observed = (tier: SandboxTier, onReply: (request: CallRequest, reply: Reply) => void): SandboxTier => ({
  name: tier.name,
  notStrict: tier.notStrict,
  open(program) {
    const opened = tier.open(program);
    return {
      async call(request) {
        const reply = await opened.call(request);
        onReply(request, reply);
        return reply;
      },
      get spentMs() {
        return opened.spentMs;
      },
      get touched() {
        return opened.touched;
      },
      startOver: () => opened.startOver(),
      close: () => opened.close(),
    };
  },
});
