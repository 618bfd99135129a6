import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawPictures } from '../../grader/build/pictures.mjs';
import { curve, type Picture } from '../../grader/kit.ts';
import { colors, neutral } from '../../grader/plot/marks.ts';
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

/** Contrast as in WCAG 2: (L + 0.05) of the lighter over that of the darker. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [a, b].map((color) => luminance(color) + 0.05).sort((x, y) => x - y);
  return light / dark;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

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

  test('puts a name where the series says', () => {
    const [first, second] = picture.series;
    const svg = renderPicture({ ...picture, series: [{ ...first!, labelAt: [5, 0.1] }, second!] });
    // Halfway across, and at three fifths of the five decades, from the top.
    expect(svg).toContain('x="288" y="198.4"');
  });

  test('keeps its names apart from its markup', () => {
    expect(renderPicture({ ...picture, title: '|z| < 1 & more' })).toContain('>|z| &lt; 1 &amp; more<');
  });

  test('draws a head on the end of an arrow, along its direction', () => {
    const arrow = {
      label: 'g',
      points: [
        [0, 1],
        [10, 1],
      ],
      style: 'arrow',
    } as const;
    expect(renderPicture({ ...picture, series: [arrow] })).toContain('d="M520,141.6L508,146.1L508,137.1Z"');
  });

  test.each(['#ffffff', '#0d1117'])('is legible on %s', (ground) => {
    for (const color of [...colors, neutral]) expect(contrast(color, ground)).toBeGreaterThan(4);
  });

  test('labels powers of ten as such', () => {
    expect(renderPicture(picture)).toContain('>10⁻³<');
  });
});
