import { attentionTask } from './attention.ts';
import { causalAttentionTask } from './causal.ts';
import { attentionGradientTask } from './gradient.ts';
import { softmaxRowsTask } from './softmax.ts';

/** Read from top to bottom; each file has its domains, laws, mistakes and other styles. */
export const tasks = [softmaxRowsTask, attentionTask, causalAttentionTask, attentionGradientTask];
