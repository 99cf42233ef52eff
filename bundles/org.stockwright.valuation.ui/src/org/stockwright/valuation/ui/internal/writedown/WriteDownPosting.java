package org.stockwright.valuation.ui.internal.writedown;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.ui.Notices;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.LateCosts.Proposal;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;

/**
 * Posts what was proposed: each item is an event of its own. Sending the same again changes nothing, so that after a
 * refusal or a cancel only the rest is posted.
 *
 * @param key what the keys of the events begin with, unique
 * @param proposals what is posted
 * @param effective when it counts
 * @param figures how amounts are written
 */
record WriteDownPosting(String key, List<Proposal> proposals, Instant effective, Figures figures) {

    /** Takes a copy of the list. */
    WriteDownPosting {
        proposals = List.copyOf(proposals);
    }

    /**
     * What became of it.
     *
     * @param posted how many items were written down or up
     * @param proposed how many wait for the approval of a second person, as in a book with users
     * @param amount by how much altogether, with what waits
     * @param refused the items that were not, with the reasons
     */
    record Result(int posted, int proposed, BigDecimal amount, List<Refused> refused) {

        /** Takes a copy of the list. */
        Result {
            refused = List.copyOf(refused);
        }

    }

    /** An item that was not written down. */
    record Refused(String item, List<Refusal> refusals) {
    }

    /** Posts all that can be; in a job. */
    Result post(LateCosts costs, String reason, Progress progress) {
        progress.begin(Messages.WriteDown_job, proposals.size());
        int posted = 0;
        int proposed = 0;
        BigDecimal amount = BigDecimal.ZERO;
        List<Refused> refused = new ArrayList<>();
        for (Proposal proposal : proposals) {
            progress.check();
            String own = key + '-' + proposal.itemId().value();
            Outcome<?> outcome = costs.writeDown(own, proposal.itemId(), proposal.writeDown(), effective, reason);
            boolean waits = outcome.refusals().stream()
                .anyMatch(refusal -> refusal.code() == ValuationRefusal.NEEDS_APPROVAL);
            if (waits) {
                outcome = costs.propose(own, proposal.itemId(), proposal.writeDown(), effective, reason,
                    NLS.bind(Messages.WriteDown_basis, figures.money(proposal.value()),
                        figures.money(proposal.realisable())));
            }
            if (outcome.isDone()) {
                posted += waits ? 0 : 1;
                proposed += waits ? 1 : 0;
                amount = amount.add(proposal.writeDown());
            } else {
                refused.add(new Refused(proposal.item(), outcome.refusals()));
            }
            progress.worked(1);
        }
        return new Result(posted, proposed, amount, refused);
    }

    /** What became of it, in sentences. */
    String report(Result result) {
        int done = Math.max(result.posted(), result.proposed());
        StringBuilder text = new StringBuilder(NLS.bind(sentence(result), Integer.toString(done),
            figures.money(result.amount())));
        for (Refused one : result.refused()) {
            text.append('\n').append(one.item()).append(": ").append(Notices.text(one.refusals())); //$NON-NLS-1$
        }
        return text.toString();
    }

    private static String sentence(Result result) {
        if (result.proposed() > 0) {
            return result.proposed() == 1 ? Messages.WriteDown_proposedOne : Messages.WriteDown_proposed;
        }
        return result.posted() == 1 ? Messages.WriteDown_doneOne : Messages.WriteDown_done;
    }

}
