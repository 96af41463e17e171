/** What is shown when a page could not be made. Says what to do next and that nothing is lost. */
export function Trouble() {
  return (
    <html lang="en">
      <head>
        <title>This page could not be loaded just now</title>
      </head>
      <body>
        <main className="mx-auto flex min-h-[70vh] max-w-xl flex-col justify-center gap-5 px-5 py-16">
          <h1 className="font-display text-title text-balance">This page could not be loaded just now</h1>
          <p className="text-muted">
            We are sorry. Nothing has happened to your order: only this page is out of reach. Please try again in a
            minute.
          </p>
          {/* Loads this very address again: a form would drop its query, and with it the signature. */}
          <p>
            <button type="button" className="button" onClick={() => window.location.reload()}>
              Try again
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
