package org.stockwright.documents.internal.printing;

/**
 * What stands on a label; what a form does not show is empty.
 *
 * @param marking {@code COPY}, or nothing on an original
 * @param from who sends it, line by line
 * @param to who gets it, line by line
 * @param number the document's number
 * @param piece which of how many, for example {@code 2 of 5}
 * @param weight kilograms in words, or nothing
 * @param bars the barcode
 */
record Label(String marking, String from, String to, String carrier, String tracking, String number, String reference,
    String date, String piece, String weight, String item, String name, String lot, String expires, String quantity,
    String place, Bars bars) {
}
