import type { Plugin } from 'vite';

/**
 * What never runs on this page is left out of it when it is built: a first visit fetches it all. Where a package no longer looks
 * as expected, the build stops and says so.
 */
export function lean(): Plugin {
  return {
    name: 'lean',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const file = id.replaceAll('\\', '/').replace(/\?.*$/, '');
      if (/\/models\/(?!sources\.)[\w-]+\.json$/.test(file)) return { code: stripNotes(code), map: null };
      if (file.endsWith('/three/build/three.module.js'))
        return { code: dropRendererParts(pruneShaders(code)), map: null };
      if (file.endsWith('/three/build/three.core.js')) return { code: dropFilmParts(code), map: null };
      if (file.endsWith('/cannon-es/dist/cannon-es.js')) return { code: dropContacts(code), map: null };
      if (file.endsWith('/meshoptimizer/meshopt_decoder.mjs'))
        return { code: dropPlainDecoder(code), map: null };
      const shim = SHIMS[/\/@stdlib\/([\w-]+)\/lib\/index\.js$/.exec(file)?.[1] ?? ''];
      return shim ? { code: `module.exports = ${shim};`, map: null } : null;
    },
  };
}

/** Notes and sources of the tables are for readers of the tables. */
const stripNotes = (json: string): string =>
  JSON.stringify(JSON.parse(json), (key, value) =>
    ['note', 'source', 'sources'].includes(key) ? undefined : value,
  );

/** What these do for browsers older than ours costs more than what they do. */
const SHIMS: Readonly<Record<string, string>> = {
  'utils-define-nonenumerable-read-only-property':
    'function (object, key, value) { Object.defineProperty(object, key, { value: value }); }',
  'array-float64': 'Float64Array',
  'array-uint32': 'Uint32Array',
  'array-uint16': 'Uint16Array',
  'array-uint8': 'Uint8Array',
};

/** The decoder for browsers without SIMD in WebAssembly: all of ours have it (Safari from 16.4 on). */
function dropPlainDecoder(code: string): string {
  const without = code.replace(/(var wasm_base =\s*)(['"])[^'"]*\2/, "$1''");
  if (without === code) throw new Error('meshoptimizer has no wasm_base any more: see vite.lean.ts');
  return without;
}

/** The column's bodies have no shapes and never touch: contacts and rays fall away, and all shapes with them. */
const dropContacts = (code: string): string =>
  replaceBodies(code, 'cannon-es', {
    'class Narrowphase': ' getContacts() {} ',
    'class Ray': '',
    'updateConvexPolyhedronRepresentation(': '',
    'class SAPBroadphase extends Broadphase': '',
  });

/** Headsets, environment maps, textured grounds, morph targets and a float canvas: nothing in src/scene has them. */
const dropRendererParts = (code: string): string =>
  replaceBodies(code, 'three', {
    'class WebXRDepthSensing': '',
    'class WebXRManager extends EventDispatcher':
      ' enabled = false; isPresenting = false; setAnimationLoop() {} dispose() {} hasDepthSensing() { return false; } getEnvironmentBlendMode() {} ',
    'class PMREMGenerator': '',
    'function WebGLEnvironments(': ' return { get: () => null, dispose() {} }; ',
    'function addToRenderList(': '',
    'function WebGLMorphtargets(': ' return { update() {} }; ',
    'function WebGLOutput(': '',
    'function WebGLUniformsGroups(': ' return { bind() {}, update() {}, dispose() {} }; ',
  });

/** Keyframes, writing things down as JSON, and colours by their names: the trace moves our things, and colours are numbers. */
function dropFilmParts(code: string): string {
  // what hangs on a class keeps it alive
  const bare = code
    .replace(/^\w*KeyframeTrack\.prototype\.\w+ = [^;]+;$/gm, '')
    .replace(/^PropertyBinding\.(prototype\.)?\w+ = [^;]+;$/gm, '')
    .replace(/^const _colorKeywords = \{[^}]+\}/m, 'const _colorKeywords = {}');
  const silent = bare.replace(/^\ttoJSON\([^)]*\) \{\n[\s\S]*?\n\t\}\n/gm, '\ttoJSON() {}\n');
  if (code.length - silent.length < 35_000)
    throw new Error('three has other keyframes, names of colours or toJSON than expected: see vite.lean.ts');
  return silent;
}

/** Leaves of the named classes and functions only what is given here. */
function replaceBodies(code: string, from: string, bodies: Readonly<Record<string, string>>): string {
  for (const [head, body] of Object.entries(bodies)) {
    const start = new RegExp(`^([ \\t]*)${head.replace('(', '\\(')}(?![\\w$])[^\\n]*\\{$`, 'm').exec(code);
    const end = start ? code.indexOf(`\n${start[1]}}\n`, start.index) : -1;
    if (!start || end < 0) throw new Error(`${from} has no ${head} any more: see vite.lean.ts`);
    code = `${code.slice(0, start.index)}${start[0]}${body}${code.slice(end)}`;
  }
  return code;
}

/** Features of shaders that no material of src/scene turns on. Whoever turns one on takes it off this list. */
const UNUSED_FEATURE = new RegExp(
  `^(USE_(${[
    'ALPHAHASH',
    'ALPHAMAP',
    'ANISOTROPY\\w*',
    'AOMAP',
    'BATCHING\\w*',
    'BUMPMAP',
    'CLEARCOAT\\w*',
    'COLOR\\w*',
    'DISPERSION',
    'DISPLACEMENTMAP',
    'EMISSIVEMAP',
    'ENVMAP',
    'FOG',
    'INSTANCING\\w*',
    'IRIDESCENCE\\w*',
    'LIGHTMAP',
    'LIGHT_PROBES\\w*',
    'LOGARITHMIC_DEPTH_BUFFER',
    'MAP',
    'METALNESSMAP',
    'MORPH\\w*',
    'NORMALMAP\\w*',
    'PACKED_NORMALMAP',
    'POINTS_UV',
    'ROUGHNESSMAP',
    'SHEEN\\w*',
    'SKINNING',
    'SPECULAR\\w*',
    'TANGENT',
    'TRANSMISSION\\w*',
    'UV\\d*',
  ].join('|')})|DITHERING|ENVMAP_\\w+|FOG_EXP2|LAMBERT|PHONG|SHADOWMAP_TYPE_VSM)$`,
);
/** Lights that the world has none of. */
const UNUSED_LIGHTS = /^NUM_(SUN|POINT|SPOT|RECT_AREA|LIGHT_PROBE)_(LIGHTS|GRIDS|LIGHT_\w+)$/;
/** Materials that nothing wears, with their parts; planes that cut nothing off. */
const UNUSED_MATERIAL = new RegExp(
  `^((${[
    'background',
    'backgroundCube',
    'cube',
    'distance',
    'equirect',
    'linedashed',
    'meshlambert',
    'meshmatcap',
    'meshnormal',
    'meshphong',
    'meshtoon',
    'points',
    'shadow',
    'sprite',
  ].join('|')})_(vert|frag)|(lights_(lambert|phong|toon)|clipping_planes|gradientmap)_\\w+)$`,
);

function pruneShaders(code: string): string {
  const chunks = /const ShaderChunk = \{([^}]*)\}/.exec(code)?.[1];
  if (!chunks) throw new Error('three has no ShaderChunk any more: see vite.lean.ts');
  let pruned = 0;
  for (const [, chunk, variable] of chunks.matchAll(/(\w+): ([\w$]+)/g)) {
    const before = new RegExp(
      `^((?:var|const) ${variable!.replaceAll('$', '\\$')} = )("(?:[^"\\\\]|\\\\.)*")`,
      'm',
    );
    code = code.replace(before, (_, head: string, text: string) => {
      pruned++;
      return head + JSON.stringify(UNUSED_MATERIAL.test(chunk!) ? '' : prune(JSON.parse(text) as string));
    });
  }
  if (pruned < 100) throw new Error(`only ${pruned} of three’s shader chunks were found: see vite.lean.ts`);
  return code;
}

/** Whether a preprocessor's condition has one outcome on this page; null where that is not known. */
function decide(directive: string, condition: string): boolean | null {
  if (directive === 'ifdef') return UNUSED_FEATURE.test(condition) ? false : null;
  if (directive === 'ifndef') return UNUSED_FEATURE.test(condition) ? true : null;
  // an alternative is out if one of its factors is
  const isOut = (factor: string): boolean => {
    const [, feature] = /^\(?\s*defined\s*\(\s*(\w+)\s*\)\s*\)?$/.exec(factor) ?? [];
    const [, lights] = /^\(?\s*(\w+) > 0\s*\)?$/.exec(factor) ?? [];
    return UNUSED_FEATURE.test(feature ?? '') || UNUSED_LIGHTS.test(lights ?? '');
  };
  const out = condition.split('||').every((either) => either.split('&&').some((one) => isOut(one.trim())));
  return out ? false : null;
}

/** A shader without the branches that are never taken. */
function prune(shader: string): string {
  const kept: string[] = [];
  /** Of each open condition its outcome where that is known; `shut` while its lines are left out. */
  const open: { outcome: boolean | null; shut: boolean }[] = [];
  const isShut = (depth: number) => open.slice(0, depth).some(({ shut }) => shut);
  for (const line of shader.split('\n')) {
    const [, directive, condition = ''] = /^\s*#(ifdef|ifndef|if|elif|else|endif)\b\s*(.*)$/.exec(line) ?? [];
    const last = open.at(-1);
    const keep = () => {
      if (!isShut(directive ? open.length - 1 : open.length)) kept.push(line.trim());
    };
    if (directive?.startsWith('if')) {
      const outcome = decide(directive, condition.trim());
      open.push({ outcome, shut: outcome === false });
      if (outcome === null) keep();
    } else if (directive === 'elif' && last!.outcome !== null) {
      // after a branch that is never taken this is the first; after one that always is, it is not needed
      if (last!.outcome) last!.shut = true;
      else {
        open[open.length - 1] = { outcome: null, shut: false };
        if (!isShut(open.length - 1)) kept.push(line.trim().replace('#elif', '#if'));
      }
    } else if (directive === 'else' && last!.outcome !== null) last!.shut = last!.outcome;
    else if (directive === 'endif') {
      if (last!.outcome === null) keep();
      open.pop();
    } else keep();
  }
  return kept.filter((line) => line !== '').join('\n');
}
