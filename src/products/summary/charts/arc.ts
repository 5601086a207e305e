interface Ends {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

/** An elliptical arc as in SVG; `turn` in degrees. */
interface Arc {
  readonly radiusX: number;
  readonly radiusY: number;
  readonly turn: number;
  readonly large: boolean;
  readonly clockwise: boolean;
}

type Curve = readonly [number, number, number, number, number, number];

/** An arc as cubic curves of at most a quarter turn each, by its centre (SVG 1.1 appendix F.6). */
export function arcCurves(ends: Ends, arc: Arc): Curve[] {
  const { fromX, fromY, toX, toY } = ends;
  if (arc.radiusX === 0 || arc.radiusY === 0) return [[fromX, fromY, toX, toY, toX, toY]];
  const phi = (arc.turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [halfX, halfY] = [(fromX - toX) / 2, (fromY - toY) / 2];
  const [x, y] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
  // Radii that are too small for the distance are enlarged, as SVG requires.
  const stretch = Math.max(1, Math.sqrt((x / arc.radiusX) ** 2 + (y / arc.radiusY) ** 2));
  const [rx, ry] = [Math.abs(arc.radiusX) * stretch, Math.abs(arc.radiusY) * stretch];
  const far = (rx * y) ** 2 + (ry * x) ** 2;
  const side = arc.large === arc.clockwise ? -1 : 1;
  const factor = side * Math.sqrt(Math.max(0, ((rx * ry) ** 2 - far) / far));
  const [cx, cy] = [(factor * rx * y) / ry, (-factor * ry * x) / rx];
  const start = Math.atan2((y - cy) / ry, (x - cx) / rx);
  const end = Math.atan2((-y - cy) / ry, (-x - cx) / rx);
  const sweep = swept(end - start, arc.clockwise);
  const place = (px: number, py: number): [number, number] => [
    cos * (px + cx) - sin * (py + cy) + (fromX + toX) / 2,
    sin * (px + cx) + cos * (py + cy) + (fromY + toY) / 2,
  ];
  const steps = Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9);
  return Array.from({ length: steps }, (_, step) => {
    const [a, b] = [start + (sweep * step) / steps, start + (sweep * (step + 1)) / steps];
    const reach = (4 / 3) * Math.tan((b - a) / 4);
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    return [
      ...place(rx * (ca - reach * sa), ry * (sa + reach * ca)),
      ...place(rx * (cb + reach * sb), ry * (sb - reach * cb)),
      ...place(rx * cb, ry * sb),
    ];
  });
}

function swept(angle: number, clockwise: boolean): number {
  const whole = 2 * Math.PI;
  if (clockwise) return angle < 0 ? angle + whole : angle;
  return angle > 0 ? angle - whole : angle;
}
