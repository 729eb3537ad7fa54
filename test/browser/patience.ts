// Milliseconds: a browser on a busy machine takes its time. Nothing is measured by it; it ends what hangs.
jest.setTimeout(180_000);
