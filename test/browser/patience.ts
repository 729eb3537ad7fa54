// Milliseconds: a browser on a busy machine takes its time.
jest.setTimeout(60_000);
