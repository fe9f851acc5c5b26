// The entry of every npm script. Plain imports wait until Node is known to understand them.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Tandem needs Node 20.19 or newer, and this is ${process.versions.node}. Nothing was changed. Install a newer Node and run the same command again.`,
  );
  process.exit(1);
}

const { runCommand } = await import('./lib/commands.mjs');
await runCommand(process.argv[2], process.argv.slice(3));
