import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawPictures } from '../../grader/build/pictures.mjs';
import { curve, type Picture } from '../../grader/contract.ts';
import { renderPicture } from '../../grader/plot/picture.ts';

const drawn = await drawPictures();

describe('the pictures of the statements', () => {
  test.each(drawn)('%s is what the reference draws; if not: npm run pictures', (file, svg) => {
    expect(readFileSync(file, 'utf8')).toBe(svg);
  });

  test('are all there that a statement shows', () => {
    for (const slug of readdirSync('assignments')) {
      const statement = readFileSync(`assignments/${slug}/statement.en.md`, 'utf8');
      const shown = [...statement.matchAll(/\]\((pictures\/[^)]+)\)/g)].map(
        ([, name]) => `assignments/${slug}/${name}`,
      );
      expect(drawn.map(([file]) => file.replaceAll('\\', '/'))).toEqual(expect.arrayContaining(shown));
    }
  });
});

describe('a picture', () => {
  const picture: Picture = {
    title: 'x²',
    description: 'A parabola.',
    x: { label: 'x', domain: [0, 10] },
    y: { label: 'y', domain: [1e-3, 100], scale: 'log' },
    series: [
      { label: 'a', points: curve((x) => x * x + 1e-3, 0, 10), style: 'solid' },
      { label: 'b', points: curve((x) => x * x + 2e-3, 0, 10), style: 'dashed' },
    ],
  };

  test('says what it shows to those who cannot see it', () => {
    expect(renderPicture(picture)).toMatch(/<title id="title">x²<\/title>\n<desc id="description">A parabola\./);
  });

  test('moves names apart where lines end together', () => {
    const names = [...renderPicture(picture).matchAll(/y="([\d.]+)"[^>]*font-weight="bold"/g)].map(([, y]) =>
      Number(y),
    );
    expect(Math.abs(names[0]! - names[1]!)).toBeGreaterThanOrEqual(17);
  });

  test('labels powers of ten as such', () => {
    expect(renderPicture(picture)).toContain('>10⁻³<');
  });
});
