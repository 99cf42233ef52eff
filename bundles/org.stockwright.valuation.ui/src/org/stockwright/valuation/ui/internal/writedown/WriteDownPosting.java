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
     * @param amount by how much altogether
     * @param refused the items that were not, with the reasons
     */
    record Result(int posted, BigDecimal amount, List<Refused> refused) {

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
        BigDecimal amount = BigDecimal.ZERO;
        List<Refused> refused = new ArrayList<>();
        for (Proposal proposal : proposals) {
            progress.check();
            Outcome<BigDecimal> outcome = costs.writeDown(key + '-' + proposal.itemId().value(), proposal.itemId(),
                proposal.writeDown(), effective, reason);
            if (outcome.isDone()) {
                posted++;
                amount = amount.add(proposal.writeDown());
            } else {
                refused.add(new Refused(proposal.item(), outcome.refusals()));
            }
            progress.worked(1);
        }
        return new Result(posted, amount, refused);
    }

    /** What became of it, in sentences. */
    String report(Result result) {
        StringBuilder text = new StringBuilder(
            NLS.bind(result.posted() == 1 ? Messages.WriteDown_doneOne : Messages.WriteDown_done,
                Integer.toString(result.posted()), figures.money(result.amount())));
        for (Refused one : result.refused()) {
            text.append('\n').append(one.item()).append(": ").append(Notices.text(one.refusals())); //$NON-NLS-1$
        }
        return text.toString();
    }

}
