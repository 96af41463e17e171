/** What is shown when a page of the desk could not be made: in both of its languages, since nothing was read. */
export function DeskTrouble() {
  return (
    <main className="mx-auto flex min-h-[70vh] max-w-xl flex-col justify-center gap-5 px-5 py-16">
      <title>Porchlight</title>
      <h1 className="font-display text-title text-balance">This page could not be loaded just now</h1>
      <p className="text-muted">Nothing is lost. Please try again in a minute.</p>
      <p className="text-muted" lang="zh-Hant-TW">
        目前無法載入這一頁。沒有任何東西遺失，請稍後再試。
      </p>
      <p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          Try again · 再試一次
        </button>
      </p>
    </main>
  );
}
