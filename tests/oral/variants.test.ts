import { describe, expect, test } from 'vitest';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { type Data, inLanguage, type Oral } from '../../grader/kit.ts';
import {
  gradingUnder,
  listAssignments,
  loadAssignment,
  loadOral,
  projectRoot,
} from '../../grader/load/assignment/grading.ts';
import { readManifest } from '../../grader/load/assignment/manifest.ts';
import { drawFor } from '../../grader/oral/draw.ts';
import { evaluated } from './own-run.ts';

const both = ({ words }: Oral) => [inLanguage(words, 'en'), inLanguage(words, 'ru')];

const root = projectRoot();
const loaded = await Promise.all(listAssignments(root).map((slug) => loadAssignment(root, slug)));

describe('under other parameters', () => {
  const variants = loaded.flatMap((assignment) =>
    assignment
      .alternatives()
      .slice(0, 40)
      .map(({ changes }) => ({
        assignment,
        changes,
        title: changes.map(({ key, theirs }) => `${key}=${theirs}`).join(),
      })),
  );

  test.each(variants.map((one) => [one.assignment.slug, one.title, one] as const))(
    '%s, %s: every question has an answer, and lines that are told apart',
    async (_, __, { assignment, changes }) => {
      const changed = Object.fromEntries(changes.map(({ key, theirs }) => [key, theirs]));
      // The cross-entropy goes with an output between 0 and 1 alone.
      const isFree = assignment.slug === '01-backpropagation' && 'activation' in changed;
      const parameters = { ...changed, ...(isFree && { loss: 'squared-error' }) };
      const manifest = { ...readManifest(assignment.folder), variant: { id: 'any', parameters } };
      const grading = await gradingUnder(root, manifest.id, parameters);
      const under = { ...assignment, manifest, grading };
      const oral = await loadOral(root, under);
      const functions = Object.fromEntries(
        Object.entries(grading.tasks).map(([id, { answer }]) => [id, answer as unknown]),
      );
      for (const student of ['anna', 'boris', 'vera']) {
        const draw = drawFor(manifest.id, student, '');
        const hand = draw.one(oral.byHand)(draw);
        const which = draw.one(oral.whichIsWhich)(draw);
        for (const asked of [...hand.asked, ...which.lines.map((line) => line.asked)]) {
          const value = evaluated(asked, functions, under) as Data;
          expect([asked.expression, 'value' in asked.returns.parse(value)]).toEqual([asked.expression, true]);
          expect(JSON.stringify(value)).not.toContain('null');
        }
        const shown = which.lines.map(({ asked, heights }) =>
          heights(evaluated(asked, functions, under) as never)
            .map((height) => height.toPrecision(3))
            .join(),
        );
        expect(which.lines.length).toBeGreaterThan(1);
        expect(new Set(shown).size).toBe(which.lines.length);
        for (const words of both(oral)) {
          const kinds = words.whichIsWhich[which.id]?.kinds ?? {};
          expect(which.lines.map(({ kind }) => typeof kinds[kind])).not.toContain('undefined');
          expect(words.byHand[hand.id]).toBeDefined();
        }
      }
      for (const { task, asked, note } of oral.probes) {
        expect(Object.keys(grading.tasks)).toContain(task);
        if (note !== undefined) expect(both(oral).map(({ notes }) => notes[note])).not.toContain(undefined);
        // What is written on the sheet is the same call as the one that misconceptions are asked.
        for (const { expression, call } of asked) {
          const value = evaluated({ expression } as never, functions, under);
          const outcome = localAnswer(grading.tasks[task]!.answer, call!.args);
          expect(outcome).toMatchObject({ kind: 'value', value });
        }
      }
    },
  );
});
