import { chromium } from '@playwright/test';
const url = process.argv[2]; const path = process.argv[3] ?? 'origins'; const out = process.argv[4] ?? 'o';
const browser = await chromium.launch({executablePath:'/usr/bin/chromium'});
for (const [locale, scheme, width, sample] of (process.argv[5]==='s' ? [['en-GB','light',1440,0]] : [['en-GB','light',1440,0],['zh-CN','dark',1440,1]])) {
  const ctx = await browser.newContext({ viewport: { width, height: 900 }, locale, colorScheme: scheme, serviceWorkers: 'block' });
  const page = await ctx.newPage();
  page.on('console', m => { if (m.type()==='error') console.log('console', m.text()); });
  page.on('pageerror', e => console.log('pageerror', e.message));
  await page.goto(url);
  const cards = page.locator('button:has-text("sample"), button:has-text("示例"), button:has-text("Open sample")');
  const buttons = page.getByRole('button', { name: sample ? /Chinese|中文|茶|示例/ : /English|British|shop/ });
  await buttons.first().click();
  await page.waitForURL(/overview/, { timeout: 60000 });
  await page.waitForTimeout(1500);
  await page.goto(page.url().replace('/overview/', `/${path}/`));
  await page.waitForTimeout(4000);
  await page.screenshot({ path: `/tmp/look/${out}-${locale}-${scheme}-${width}.png`, fullPage: true });
  await ctx.close();
}
await browser.close();
