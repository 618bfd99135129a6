import { gaussLegendre, type Rule } from './quadrature.ts';
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

/** All nodes, and their weights for ∫ from 0 to 8. */
export function halfAxis(): Rule & { readonly end: number } {
  const { nodes, weights } = ruleOfPanel();
  return {
    end,
    nodes: panels.flatMap((from) => nodes.map((x) => from + (width * (1 + x)) / 2)),
    weights: panels.flatMap(() => weights.map((weight) => (weight * width) / 2)),
  };
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

/** The two halves of a panel, each halved again where they do not agree with the whole: at a kink, and at a jump. */
function halvesOf(g: Function, { from, to }: Panel, whole: number, tolerance: number, halvings: number): Panel[] {
  const middle = (from + to) / 2;
  const halves = [
    { from, to: middle },
    { from: middle, to },
  ];
  const parts = halves.map((half) => overPanel(g, half));
  if (!(Math.abs(parts[0]! + parts[1]! - whole) > tolerance) || halvings === 0) return halves;
  return halves.flatMap((half, i) => halvesOf(g, half, parts[i]!, tolerance, halvings - 1));
}

/**
 * E h(Z) = Σ weights_i·(h(nodes_i) + h(−nodes_i)), Z ~ N(0, 1), for h = f to some twelve digits, wherever f has kinks, and
 * for others that have theirs in the same places; or to fewer digits, in less time.
 */
export function normalRule(f: Function, precision = 1e-14): Rule {
  const g = (z: number): number => normalDensity(z) * (f(z) + f(-z));
  const whole = panels.map((from) => ({ from, to: from + width }));
  const first = whole.map((panel) => overPanel(g, panel));
  const tolerance = precision * first.reduce((sum, part) => sum + Math.abs(part), 0);
  const resolved = whole.flatMap((panel, k) => halvesOf(g, panel, first[k]!, tolerance, mostHalvings));
  const ofPanel = ruleOfPanel();
  const nodes = resolved.flatMap(({ from, to }) => ofPanel.nodes.map((x) => from + ((to - from) / 2) * (1 + x)));
  const weights = resolved.flatMap(({ from, to }) => ofPanel.weights.map((weight) => ((to - from) / 2) * weight));
  return { nodes, weights: weights.map((weight, i) => weight * normalDensity(nodes[i]!)) };
}

/** E f(Z), Z ~ N(0, 1) */
export function normalMean(f: Function, precision?: number): number {
  const { nodes, weights } = normalRule(f, precision);
  return nodes.reduce((sum, z, i) => sum + weights[i]! * (f(z) + f(-z)), 0);
}
