#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { optimizeLater } from '../sandbox/process/optimize-later.ts';
import { main } from './main.ts';

for (const flag of optimizeLater(process.versions.node)) setFlagsFromString(flag);
await main();
