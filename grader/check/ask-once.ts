import type { Law } from '../kit.ts';
import type { Reply } from '../sandbox/protocol/outcome.ts';
import type { Answerer } from './answerer.ts';

/**
 * An answerer for each of a task's laws, in their order: who is judged on the answers that the law before was judged on
 * gets these, frame by frame, and nobody is asked again.
 */
export function askOnce(answer: Answerer): (law: Law) => Answerer {
  let last: { readonly evidence: string; readonly replies: Reply[] } | undefined;
  return ({ evidence }) => {
    const replies = last?.evidence === evidence ? last.replies : [];
    last = { evidence, replies };
    let frame = 0;
    return async (calls, options) => {
      const reply = replies[frame] ?? (await answer(calls, options));
      replies[frame] = reply;
      frame += 1;
      return reply;
    };
  };
}
