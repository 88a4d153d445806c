//! The elements and attributes that a drawing may have.
//!
//! What is not on a list stays out. No element here runs, loads a document, takes input or changes another element
//! (`set`, `animate`: they can change where a link leads).

/// An element that a drawing may have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name.
    pub(super) name: &'static str,
    /// Whether words in it are shown.
    pub(super) shows_words: bool,
}

macro_rules! elements {
    ($shows_words:literal: $($name:literal),* $(,)?) => {
        &[$(Element { name: $name, shows_words: $shows_words }),*]
    };
}

const WITH_WORDS: &[Element] = elements![true: "text", "tspan", "textPath", "title", "desc", "a"];

const SHAPES: &[Element] = elements![
    false: "svg", "g", "defs", "symbol", "use", "switch", "style", "path", "rect", "circle", "ellipse", "line",
    "polyline", "polygon", "image", "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask",
    "marker", "view", "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
    "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood",
    "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology",
    "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
];

/// Besides `href` and `style`, which are judged by what they say.
const ATTRIBUTES: &[&str] = &[
    // Everywhere.
    "id",
    "class",
    "lang",
    "xml:lang",
    "xml:space",
    "role",
    "aria-label",
    "aria-labelledby",
    "aria-describedby",
    "aria-hidden",
    "aria-roledescription",
    "focusable",
    "systemLanguage",
    // Where and how large.
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "fx",
    "fy",
    "fr",
    "dx",
    "dy",
    "width",
    "height",
    "d",
    "points",
    "pathLength",
    "viewBox",
    "preserveAspectRatio",
    "transform",
    "rotate",
    "version",
    // Words.
    "textLength",
    "lengthAdjust",
    "startOffset",
    "method",
    "spacing",
    "side",
    "alignment-baseline",
    "baseline-shift",
    "direction",
    "dominant-baseline",
    "font-family",
    "font-size",
    "font-size-adjust",
    "font-stretch",
    "font-style",
    "font-variant",
    "font-weight",
    "glyph-orientation-horizontal",
    "glyph-orientation-vertical",
    "kerning",
    "letter-spacing",
    "text-anchor",
    "text-decoration",
    "text-rendering",
    "unicode-bidi",
    "word-spacing",
    "writing-mode",
    "white-space",
    // Paint.
    "clip",
    "clip-path",
    "clip-rule",
    "color",
    "color-interpolation",
    "color-interpolation-filters",
    "color-rendering",
    "cursor",
    "display",
    "enable-background",
    "fill",
    "fill-opacity",
    "fill-rule",
    "filter",
    "flood-color",
    "flood-opacity",
    "image-rendering",
    "lighting-color",
    "marker",
    "marker-end",
    "marker-mid",
    "marker-start",
    "mask",
    "mask-type",
    "mix-blend-mode",
    "opacity",
    "overflow",
    "paint-order",
    "pointer-events",
    "shape-rendering",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "transform-origin",
    "vector-effect",
    "visibility",
    // Gradients, patterns, markers, masks.
    "clipPathUnits",
    "gradientTransform",
    "gradientUnits",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "maskContentUnits",
    "maskUnits",
    "offset",
    "orient",
    "patternContentUnits",
    "patternTransform",
    "patternUnits",
    "refX",
    "refY",
    "spreadMethod",
    // Filters.
    "amplitude",
    "azimuth",
    "baseFrequency",
    "bias",
    "diffuseConstant",
    "divisor",
    "edgeMode",
    "elevation",
    "exponent",
    "filterUnits",
    "in",
    "in2",
    "intercept",
    "k1",
    "k2",
    "k3",
    "k4",
    "kernelMatrix",
    "kernelUnitLength",
    "limitingConeAngle",
    "mode",
    "numOctaves",
    "operator",
    "order",
    "pointsAtX",
    "pointsAtY",
    "pointsAtZ",
    "preserveAlpha",
    "primitiveUnits",
    "radius",
    "result",
    "scale",
    "seed",
    "slope",
    "specularConstant",
    "specularExponent",
    "stdDeviation",
    "stitchTiles",
    "surfaceScale",
    "tableValues",
    "targetX",
    "targetY",
    "type",
    "values",
    "xChannelSelector",
    "yChannelSelector",
    "z",
];

/// The element of this name.
pub(super) fn element(name: &str) -> Option<&'static Element> {
    SHAPES.iter().chain(WITH_WORDS).find(|element| element.name == name)
}

/// Whether an element may have an attribute of this name.
pub(super) fn is_attribute(name: &str) -> bool {
    ATTRIBUTES.contains(&name)
}

/// Whether XML 1.0 has this character.
pub(super) fn is_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
}
