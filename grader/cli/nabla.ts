#!/usr/bin/env node
import { optimizeLater } from '../sandbox/optimize-later.ts';
import { main } from './main.ts';

optimizeLater();
await main();
