/**
 * GS1 element strings: what the symbols GS1-128, GS1 DataMatrix, GS1 QR Code, GS1 DataBar and GS1 DotCode carry, and what
 * scanners make of it. {@link org.stockwright.base.gs1.ElementString#parse} reads a scan, with or without symbology
 * identifier and whatever the scanner sends for FNC1; {@link org.stockwright.base.gs1.ElementString#toText} and
 * {@link org.stockwright.base.gs1.ElementString#toHumanReadable} write one for a label;
 * {@link org.stockwright.base.gs1.Sscc} makes serial shipping container codes.
 *
 * <p>A scan is read in one way or refused: where a separator is missing and two readings are as good as each other,
 * nothing is guessed. Values are exact; dates are found relative to a year that the caller names. The source is the GS1
 * General Specifications, sections 3 (application identifiers), 5.10 (predefined lengths), 7.9 (check digits) and 7.12
 * (centuries).
 */
@Version("1.0.0")
package org.stockwright.base.gs1;

import org.osgi.annotation.versioning.Version;
