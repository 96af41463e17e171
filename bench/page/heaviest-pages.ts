import type { DemoShops } from "#e2e/demo-shops.ts";

export type MeasuredPage = { readonly url: string; readonly shows: string; readonly htmlBytes: number };

/** Of each of the demo's shops the tracking page with the most HTML, heaviest first. */
export async function heaviestPages({ baseUrl, links }: DemoShops): Promise<readonly MeasuredPage[]> {
  const pages: MeasuredPage[] = [];
  for (const { path, shows } of links.filter((link) => link.path.startsWith("/t/"))) {
    const response = await fetch(`${baseUrl}${path}`);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    pages.push({ url: response.url, shows, htmlBytes: (await response.arrayBuffer()).byteLength });
  }
  pages.sort((a, b) => b.htmlBytes - a.htmlBytes);
  return [...Map.groupBy(pages, ({ shows }) => shows.split(":")[0]).values()].flatMap(([heaviest]) => heaviest ?? []);
}
