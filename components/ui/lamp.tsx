/** The porch lamp: the host's own mark. */
export function Lamp() {
  return (
    <svg className="h-14 w-10 text-link" viewBox="11 2 26 41" fill="none" aria-hidden="true">
      <path
        d="M24 3v6M15 15l2.5-6h13l2.5 6z"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M13 15h22l-3 20H16z"
        fill="currentColor"
        fillOpacity="0.16"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path d="M24 21c3 3.4 4 5.2 4 7a4 4 0 0 1-8 0c0-1.8 1-3.6 4-7z" fill="currentColor" />
      <path d="M18 41h12M21 35v6M27 35v6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
