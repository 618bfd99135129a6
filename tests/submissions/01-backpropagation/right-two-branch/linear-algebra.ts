// my own small linear algebra library, so that network.ts stays readable

export class Mat {
  readonly rows: number;
  readonly cols: number;
  private readonly data: Float64Array;

  constructor(rows: number, cols: number, fill?: (r: number, c: number) => number) {
    this.rows = rows;
    this.cols = cols;
    this.data = new Float64Array(rows * cols);
    if (fill) {
      for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) this.data[r * cols + c] = fill(r, c);
    }
  }

  static from(m: number[][], cols: number = m[0].length): Mat {
    return new Mat(m.length, cols, (r, c) => m[r][c]);
  }

  static outer(u: ArrayLike<number>, v: ArrayLike<number>): Mat {
    return new Mat(u.length, v.length, (r, c) => u[r] * v[c]);
  }

  at(r: number, c: number): number {
    return this.data[r * this.cols + c];
  }

  get T(): Mat {
    return new Mat(this.cols, this.rows, (r, c) => this.at(c, r));
  }

  times(v: ArrayLike<number>): Float64Array {
    const out = new Float64Array(this.rows);
    for (let r = 0; r < this.rows; r++) {
      let s = 0;
      for (let c = 0; c < this.cols; c++) s += this.at(r, c) * v[c];
      out[r] = s;
    }
    return out;
  }

  toRows(): Float64Array[] {
    return Array.from({ length: this.rows }, (_, r) => this.data.slice(r * this.cols, (r + 1) * this.cols));
  }
}

export function zipWith(f: (x: number, y: number) => number, u: ArrayLike<number>, v: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: u.length }, (_, i) => f(u[i], v[i]));
}
