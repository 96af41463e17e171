/** What came of the last form: read out, since the page is a new one. Trouble has the colour of what needs doing. */
export function Said({ text, isTrouble = false }: { readonly text: string; readonly isTrouble?: boolean }) {
  return (
    <p className={isTrouble ? "said said-trouble" : "said"} role={isTrouble ? "alert" : "status"}>
      {text}
    </p>
  );
}
