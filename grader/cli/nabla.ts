#!/usr/bin/env node
import { inlineLess, optimizeLater } from '../sandbox/optimize-later.ts';
import { main } from './main.ts';

optimizeLater();
inlineLess();
await main();
