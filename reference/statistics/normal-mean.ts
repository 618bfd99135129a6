import { gaussLegendre, type Rule } from '../numerics/quadrature.ts';
import { normalDensity } from './statistics.ts';

/** Beyond this a normal number is found once in 1e15, and counts no more, for functions that grow no faster than a power. */
const end = 8;
const width = 0.25;
const perPanel = 12;

/**
 * Nodes on [0, 8], panel by panel: a function may have a kink at 0, and changes between panels as it likes. Gauss–Hermite
 * nodes over the whole axis see a kink to four digits only (z/(1 + |z|) with two hundred of them).
 */
const panels = Array.from({ length: end / width }, (_, k) => k * width);

let ofPanel: Rule | undefined;

/** Computed when it is first asked for: every realm of the sandbox loads this module, and few integrate. */
const ruleOfPanel = (): Rule => (ofPanel ??= gaussLegendre(perPanel));

let ofHalfAxis: (Rule & { readonly end: number }) | undefined;

/** All nodes, and their weights for ∫ from 0 to 8. */
export function halfAxis(): Rule & { readonly end: number } {
  const { nodes, weights } = ruleOfPanel();
  ofHalfAxis ??= {
    end,
    nodes: panels.flatMap((from) => nodes.map((x) => from + (width * (1 + x)) / 2)),
    weights: panels.flatMap(() => weights.map((weight) => (weight * width) / 2)),
  };
  return ofHalfAxis;
}

type Function = (z: number) => number;
type Panel = { readonly from: number; readonly to: number };

function overPanel(g: Function, { from, to }: Panel): number {
  const { nodes, weights } = ruleOfPanel();
  const half = (to - from) / 2;
  let sum = 0;
  for (let i = 0; i < perPanel; i++) sum += weights[i]! * g(from + half * (1 + nodes[i]!));
  return half * sum;
}

/** As often a panel is halved, at most: a jump is then found to 1e-14. */
const mostHalvings = 44;

/** A panel that need not be halved again, and the integral over it. */
type Part = Panel & { readonly integral: number };

/** The two halves of a panel, each halved again where they do not agree with the whole: at a kink, and at a jump. */
function halvesOf(g: Function, { from, to, integral }: Part, tolerance: number, halvings: number): readonly Part[] {
  const middle = (from + to) / 2;
  const halves = [partOf(g, { from, to: middle }), partOf(g, { from: middle, to })] as const;
  const sum = halves[0].integral + halves[1].integral;
  if (!(Math.abs(sum - integral) > tolerance) || halvings === 0) return halves;
  return halves.flatMap((half) => halvesOf(g, half, tolerance, halvings - 1));
}

const partOf = (g: Function, panel: Panel): Part => ({ ...panel, integral: overPanel(g, panel) });

/** ∫ from 0 to 8 of the density times f(z) + f(−z), in parts that are as fine as f asks for. */
function partsOf(f: Function): readonly Part[] {
  const g = (z: number): number => normalDensity(z) * (f(z) + f(-z));
  const whole = panels.map((from) => partOf(g, { from, to: from + width }));
  const tolerance = 1e-14 * whole.reduce((sum, { integral }) => sum + Math.abs(integral), 0);
  return whole.flatMap((part) => halvesOf(g, part, tolerance, mostHalvings));
}

/** E f(Z), Z ~ N(0, 1), to some twelve digits, wherever f has kinks. */
export const normalMean = (f: Function): number => partsOf(f).reduce((sum, { integral }) => sum + integral, 0);

let densities: Float64Array | undefined;

/** The same to three digits at a kink and to more elsewhere, in a tenth of the time: for pictures. */
export function roughNormalMean(f: Function): number {
  const { nodes, weights } = halfAxis();
  densities ??= Float64Array.from(nodes, (z, i) => weights[i]! * normalDensity(z));
  let sum = 0;
  for (let i = 0; i < densities.length; i++) sum += densities[i]! * (f(nodes[i]!) + f(-nodes[i]!));
  return sum;
}

/**
 * E h(Z) = Σ weights_i·(h(nodes_i) + h(−nodes_i)), Z ~ N(0, 1), for h = f to some twelve digits, and for others that have
 * their kinks in the same places.
 */
export function normalRule(f: Function): Rule {
  const parts = partsOf(f);
  const ofPanel = ruleOfPanel();
  const nodes = parts.flatMap(({ from, to }) => ofPanel.nodes.map((x) => from + ((to - from) / 2) * (1 + x)));
  const weights = parts.flatMap(({ from, to }) => ofPanel.weights.map((weight) => ((to - from) / 2) * weight));
  return { nodes, weights: weights.map((weight, i) => weight * normalDensity(nodes[i]!)) };
}
