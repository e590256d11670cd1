// Adds to package-lock.json the optional packages of other platforms that a registry mirror did not have when
// `npm install` wrote it: without them `npm ci` refuses the file. Run it after every `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;

const SYSTEMS = ['darwin', 'win32', 'linux', 'freebsd', 'android', 'openharmony'];
const PROCESSORS = [
  ['x64', /x64/],
  ['arm64', /arm64/],
  ['ia32', /ia32/],
  ['arm', /arm(?!64)/],
  ['ppc64', /ppc64/],
  ['riscv64', /riscv64/],
  ['s390x', /s390x/],
  ['loong64', /loong64/],
  ['wasm32', /wasm32/],
];

/** The platform that the name of a package says it is for. */
const platformOf = (name) => {
  const os = SYSTEMS.filter((system) => name.includes(system));
  const cpu = PROCESSORS.filter(([, form]) => form.test(name)).map(([processor]) => processor);
  const libc = /musl/.test(name)
    ? ['musl']
    : /gnu/.test(name) && os[0] === 'linux'
      ? ['glibc']
      : [];
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
    ...(os.length > 0 && { os }),
  };
};

const added = {};
for (const parent of Object.values(packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    const isHere = Object.keys(packages).some((key) => key === place || key.endsWith(`/${place}`));
    if (isHere || !/^\d/.test(version)) continue;
    added[place] = {
      version,
      ...(parent.dev && { dev: true }),
      optional: true,
      ...platformOf(name),
    };
  }
}
const sorted = Object.entries({ ...packages, ...added }).toSorted(([a], [b]) =>
  a.localeCompare(b, 'en'),
);
writeFileSync(
  file,
  `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
);
console.log(`${Object.keys(added).length} added`);
