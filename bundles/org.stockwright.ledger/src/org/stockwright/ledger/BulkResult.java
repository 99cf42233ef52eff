package org.stockwright.ledger;

import java.util.List;

import org.stockwright.base.Refusal;

/**
 * What became of many postings.
 *
 * @param posted how many were posted; of a dry run, how many would be
 * @param repeated how many had been posted before with the same content
 * @param refusals why others were not; their line is the index in the list, from 1
 * @param warnings what was allowed but deserves a look; their line is the index, from 1. One of them stands for all
 *            postings that are dated before the last one that was there, at the index of the earliest.
 */
public record BulkResult(long posted, long repeated, List<Refusal> refusals, List<Refusal> warnings) {
}
