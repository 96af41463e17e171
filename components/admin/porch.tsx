/** A porch at night, with its light on: who comes to the desk is expected. */
export function Porch() {
  return (
    <svg className="porch" viewBox="0 0 320 400" fill="none" aria-hidden="true">
      <path className="porch-glow" d="M160 40-60 400h440z" />
      <path className="porch-wall" d="M70 176c0-50 40-84 90-84s90 34 90 84v186H70z" />
      <path className="porch-door" d="M96 184c0-36 28-62 64-62s64 26 64 62v178H96z" />
      <path className="porch-pane" d="M116 188c0-26 19-44 44-44s44 18 44 44v28h-88z" />
      <path className="porch-line" d="M160 144v72M116 216h88" />
      <circle className="porch-knob" cx="206" cy="268" r="6" />
      <path className="porch-step" d="M48 362h224v16H48zM26 378h268v18H26z" />
      <path className="porch-lamp" d="M160 24v18M146 54l4-12h20l4 12zM144 54h32l-5 30h-22z" />
      <path className="porch-flame" d="M160 58c4 5 6 8 6 12a6 6 0 0 1-12 0c0-4 2-7 6-12z" />
      <path className="porch-parcel" d="M232 330h44v32h-44zM232 342h44M254 330v12" />
    </svg>
  );
}
