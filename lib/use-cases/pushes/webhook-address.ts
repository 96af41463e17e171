/** Where a carrier pushes to. */
export function webhookAddress(publicUrl: string, webhookKey: string): string {
  return `${publicUrl}/api/webhooks/carriers/${webhookKey}`;
}
