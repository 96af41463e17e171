import chromium from "@sparticuz/chromium";

// A process of its own, because the package unpacks into the TMPDIR that it was started with.
await chromium.executablePath();
