import { refuse } from "../refuse.ts";
import type { Container } from "../zip/container.ts";
import type { PartConsumer } from "./markup-scanner.ts";
import { asUtf8 } from "./part-encoding.ts";

/** Feeds a part of a workbook to a consumer until it has had enough. */
export async function readPart(container: Container, part: string, consumer: PartConsumer): Promise<void> {
  const member = container.part(part) ?? refuse("D005", {}, "missing", { part });
  const utf8 = asUtf8(part, consumer);
  for await (const chunk of member.chunks()) if (!utf8.write(chunk)) return;
  utf8.end();
}
