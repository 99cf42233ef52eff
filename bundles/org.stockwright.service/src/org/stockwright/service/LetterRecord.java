package org.stockwright.service;

/**
 * One letter of a merge.
 *
 * @param key names it in its merge and its file: letters, digits, {@code -}, {@code _} and points, at most 64
 * @param data what it says
 * @param line where it stands in its source, from 1, for refusals
 */
public record LetterRecord(String key, LetterData data, long line) {
}
