import { connect } from "#db/client.ts";
import { keyRingFrom } from "#lib/runtime/key-ring.ts";
import { setUpState } from "#lib/use-cases/access/set-up.ts";
import { setUpCode } from "#lib/use-cases/access/set-up-code.ts";

/** What a server says at its start while nobody may enter its desk; null once somebody may. */
export async function setUpNews(server: {
  readonly appUrl: string;
  readonly keys: string;
  readonly publicUrl: string;
}): Promise<string | null> {
  const { db, close } = connect({ url: server.appUrl, name: "porchlight start", maxConnections: 1 });
  try {
    if (!(await setUpState({ db })).isOpen) return null;
    const code = setUpCode(keyRingFrom(server.keys));
    return `Nobody can enter the desk yet. Open ${server.publicUrl}/admin/setup with the set-up code ${code}`;
  } finally {
    await close();
  }
}
