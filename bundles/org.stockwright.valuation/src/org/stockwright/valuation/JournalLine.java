package org.stockwright.valuation;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A row of the journal: a debit and a credit of the same amount.
 *
 * @param id its place in the order of recording
 * @param effective when it counts
 * @param recorded when it was recorded
 * @param kind why value moved, for example {@code cost} or {@code late-cost}
 * @param item the item's code
 * @param debit the code of the account that is debited
 * @param debitName its name
 * @param credit the code of the account that is credited
 * @param creditName its name
 * @param costCentre the cost centre, or empty
 * @param amount in the company's currency; negative when an earlier row is put right
 * @param movement the {@code seq} of the movement that it is about; 0 for none
 * @param document the number, or else the key, of that movement's posting or of the cost event; or empty
 * @param reference the paper, or empty
 * @param repriced whether it puts earlier rows right, after something was entered late
 * @param user who recorded it
 */
public record JournalLine(long id, Instant effective, Instant recorded, String kind, String item, String debit,
    String debitName, String credit, String creditName, String costCentre, BigDecimal amount, long movement,
    String document, String reference, boolean repriced, String user) {
}
