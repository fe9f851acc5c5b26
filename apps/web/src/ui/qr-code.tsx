import { encode } from 'uqr';

/** Drawn here: what stands in it is a secret, and no picture service is told it. Dark on light in both themes. */
export function QrCode(props: { readonly text: string; readonly name: string; readonly className: string }) {
  const { data, size } = encode(props.text, { ecc: 'L', border: 2 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      role="img"
      aria-label={props.name}
      className={props.className}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
