import { Command } from "commander";
import { hostsOf } from "#db/queries/hosts.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { addHost } from "#lib/use-cases/hosts/add-host.ts";
import { dropHost } from "#lib/use-cases/hosts/drop-host.ts";

/** `porchlight host add|drop|list`. */
export function hostCommand(): Command {
  const host = new Command("host").description("a shop's own domain, such as track.shop.example");
  host
    .command("add")
    .description("serve a shop's pages under its own domain; links lead there from then on")
    .argument("<slug>", "which merchant")
    .argument("<domain>", "its DNS has to lead to this server, and a proxy has to bring the certificate")
    .action((slug: string, domain: string) =>
      withRuntime(async (runtime) => {
        const { id: merchantId } = await merchantOf(runtime, slug);
        console.log(await addHost(runtime, { merchantId, host: domain, actor: "cli" }));
      }),
    );
  host
    .command("drop")
    .description("serve a shop's pages under this domain no more; links with it stop working")
    .argument("<slug>", "which merchant")
    .argument("<domain>")
    .action((slug: string, domain: string) =>
      withRuntime(async (runtime) => {
        const { id: merchantId } = await merchantOf(runtime, slug);
        await dropHost(runtime, { merchantId, host: domain, actor: "cli" });
        console.error(`${domain} no longer leads to ${slug}.`);
      }),
    );
  host
    .command("list")
    .description("a shop's domains, one a line")
    .argument("<slug>", "which merchant")
    .action((slug: string) =>
      withRuntime(async (runtime) => {
        const { id } = await merchantOf(runtime, slug);
        for (const name of await hostsOf(runtime.db, id)) console.log(name);
      }),
    );
  return host;
}
