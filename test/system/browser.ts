import { type Browser, chromium, type Page } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: flags });
}

export interface Visit {
  readonly page: Page;
  /** What the page wrote to its console, and errors that nothing caught. */
  readonly said: string[];
  /** Requests other than for the page itself; none of them is let through. */
  readonly asked: string[];
}

interface Look {
  readonly width?: number;
  readonly script?: boolean;
  readonly hash?: string;
}

/** Opens a report as a reader does, from a disk, and hears all that it does. */
export async function visit(
  browser: Browser,
  url: string,
  { width = 1440, script = true, hash = "" }: Look = {},
): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled: script });
  const said: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => said.push(`${message.type()} ${message.text()}`));
  page.on("pageerror", (error) => said.push(error.message));
  await page.route("**/*", async (route) => {
    const own = route.request().url().split("#")[0] === url;
    if (own) return route.continue();
    asked.push(route.request().url());
    return route.abort();
  });
  await page.goto(url + hash);
  return { page, said, asked };
}

/** Runs an expression in the page. */
export function inside<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate<T>(expression);
}
