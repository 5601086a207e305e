/** A library that a package's WebAssembly was compiled of, for the package has no notice of it. */
interface Compiled {
  readonly name: string;
  /** One of those that it may be had under; its text is in packaging/licences. */
  readonly license: string;
  readonly holders: string;
}

const of = (license: string, name: string, holders: string): Compiled => ({ name, license, holders });

const rust = 'The Rust Project Developers';
const image = 'nwin and The image-rs Developers';
const reizner = 'Yevhenii Reizner';
const pathfinder = 'Patrick Walton and The Pathfinder Project Developers';

/**
 * By package. The crates with a version are those that the WebAssembly itself names, the others what these need; licences and
 * holders are as each states them.
 */
export const compiled: Readonly<Record<string, readonly Compiled[]>> = {
  '@resvg/resvg-wasm': [
    of('MPL-2.0', 'resvg and usvg 0.34', reizner),
    of('MIT', 'adler', 'Jonas Schievink (2020)'),
    of('Zlib', 'adler32 1.2.0', 'Remi Rampin (2015-2020), Jean-loup Gailly and Mark Adler (1995-2013)'),
    of('BSD-3-Clause', 'alloc-no-stdlib 2.0.4', 'Dropbox, Inc. (2016)'),
    of('BSD-3-Clause', 'alloc-stdlib', 'Daniel Reiter Horn (2016)'),
    of('BSD-2-Clause', 'arrayref', 'David Roundy (2015)'),
    of('MIT', 'arrayvec 0.7.4', `Ulrik Sverdrup and ${rust} (2012-2018)`),
    of('MIT', 'base64 0.21.7', 'Alice Maz and Marshall Pierce (2015-2018)'),
    of('MIT', 'bitflags', rust),
    of('MIT', 'bitvec 1.0.1', 'myrrlyn (Alexander Payne) (2018)'),
    of('BSD-3-Clause', 'brotli-decompressor 2.5.1', 'Daniel Reiter Horn and The Brotli Authors, Dropbox, Inc. (2016)'),
    of('MIT', 'bytemuck 1.15.0', 'Daniel "Lokathor" Gee (2019)'),
    of('MIT', 'bytes 1.6.0', 'Carl Lerche (2018)'),
    of('MIT', 'cfg-if', 'Alex Crichton (2014)'),
    of('MIT', 'color_quant', 'nwin and PistonDevelopers (2014-2018), Anthony Dekker (1994)'),
    of('MIT', 'crc32fast', 'Sam Rijs and Alex Crichton (2018)'),
    of('MIT', 'data-url 0.2.0', 'The rust-url developers (2013-2016)'),
    of('MIT', 'deflate 1.0.0', 'oyvindln (2016), nwin (2015)'),
    of('MIT', 'dlmalloc', 'Alex Crichton (2014)'),
    of('MIT', 'flate2 1.0.28', 'Alex Crichton (2014)'),
    of('MIT', 'float-cmp', 'Optimal Computing (NZ) Ltd (2014-2021)'),
    of('MIT', 'fontdb 0.14.1', `${reizner} (2020)`),
    of('MIT', 'gif 0.12.0', image),
    of('MIT', 'hashbrown', "Amanieu d'Antras (2016)"),
    of('MIT', 'imagesize 0.12.0', 'Maid Dog (2020)'),
    of('MIT', 'itoa', 'David Tolnay and Itoa Developers (2016-2021)'),
    of('MIT', 'jpeg-decoder 0.3.1', 'Ulf Nilsson and The jpeg-decoder Developers (2016)'),
    of('MIT', 'kurbo 0.9.5', 'Raph Levien and The kurbo Authors (2018)'),
    of('MIT', 'log', rust),
    of('MIT', 'miniz_oxide 0.5.4 and 0.7.2', 'Frommi and oyvindln (2017)'),
    of('MIT', 'once_cell', 'Aleksey Kladov (2018-2023)'),
    of('MIT', 'pathfinder_content 0.5.0, pathfinder_geometry and pathfinder_simd', pathfinder),
    of('MIT', 'png 0.17.5', image),
    of('MIT', 'rctree 0.5.0', `Simon Sapin (2018), ${reizner} (2018-2020)`),
    of('MIT', 'rgb', 'Kornel Lesiński (2016-2023)'),
    of('MIT', 'roxmltree 0.18.1', `${reizner} (2018)`),
    of('MIT', 'the Rust standard library', rust),
    of('MIT', 'rustybuzz 0.7.0', `HarfBuzz developers, ${reizner} (2020)`),
    of('Apache-2.0', 'ryu', 'David Tolnay and Ulf Adams (2018)'),
    of('MIT', 'serde and serde_json 1.0.115', 'David Tolnay and Serde Developers (2014-2019)'),
    of('MIT', 'simplecss 0.2.1', `${reizner} (2016)`),
    of('MIT', 'siphasher', `${rust} (2012-2019), Frank Denis (2016-2022)`),
    of('Zlib', 'slotmap 1.0.7', 'Orson Peters (2021)'),
    of('MIT', 'smallvec 1.13.2', 'The Servo Project Developers (2018)'),
    of('MIT', 'strict-num', `${reizner} (2022)`),
    of('MIT', 'svgtypes 0.11.0 and 0.14.0', `${reizner} (2018)`),
    of('BSD-3-Clause', 'tiny-skia 0.10.0 and tiny-skia-path 0.10.0', `Google Inc. (2011), ${reizner} (2020)`),
    of('MIT', 'thiserror', 'David Tolnay (2019-2022)'),
    of('MIT', 'tinyvec 1.6.0', 'Daniel "Lokathor" Gee (2019)'),
    of('MIT', 'ttf-parser 0.18.1', `${reizner} (2018)`),
    of('MIT', 'unicode-bidi 0.3.15', 'The Servo Project Developers (2015)'),
    of('Apache-2.0', 'unicode-general-category 0.6.0', 'YesLogic Pty. Ltd.'),
    of(
      'MIT',
      'unicode-script and unicode-vo',
      `The Servo Project Developers (2011-2018), Manish Goregaokar (2020), ${reizner} (2019)`,
    ),
    of('MIT', 'wasm-bindgen and js-sys', 'Alex Crichton (2014)'),
    of('MIT', 'weezl 0.1.8', 'HeroicKatora (2020)'),
    of('MIT', 'xmlparser 0.13.6 and xmlwriter 0.1.0', `${reizner} (2018-2019)`),
  ],
  harfbuzzjs: [
    of(
      'HarfBuzz',
      'HarfBuzz',
      [
        'Google, Inc. (2010-2022)',
        'Ebrahim Byagowi (2015-2020)',
        'Facebook, Inc. (2019-2020)',
        'Mozilla Foundation (2012-2015)',
        'Codethink Limited (2011)',
        'Nokia Corporation and/or its subsidiary(-ies) (2008-2010)',
        'Keith Stribley (2009)',
        'Martin Hosken and SIL International (2011)',
        'Chris Wilson (2007)',
        'Behdad Esfahbod (2005-2023)',
        'Red Hat, Inc. (1998-2023)',
        'David Turner and Werner Lemberg (1998-2005)',
        'Igalia S.L. (2016)',
        'Matthias Clasen (2022)',
        'Khaled Hosny (2018-2021)',
        'Adobe, Inc (2018-2020)',
        'Alexei Podtelezhnikov (2013-2015)',
      ].join(', '),
    ),
    of('ISC', 'ucdn (hb-ucd.cc)', 'Grigori Goronzy (2012)'),
    of('MIT', 'Emscripten', 'The Emscripten Authors (2010)'),
    of('MIT', 'musl', 'Rich Felker and others (2005-2020)'),
  ],
};
